#include "base/working_days.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace glasshouse {

namespace {

constexpr std::array<std::string_view, 3> kDivisions = {"england-and-wales", "scotland",
                                                        "northern-ireland"};

bool is_weekday(Date day) { return day.weekday() != 0 && day.weekday() != 6; }

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// The days of one division, with what is wrong said.
std::set<Date> read_division(Value division, std::string_view name, std::string_view file,
                             Diagnostics& diagnostics) {
  std::set<Date> days;
  for (const Value& event : division["events"].items()) {
    const auto day = parse_date(event["date"].text());
    if (!day) {
      diagnostics.error("wrong-bank-holiday", Place(file, event.mark()),
                        "a bank holiday of " + std::string(name) + " has no date that exists",
                        "Write its date as 2018-12-25.");
    } else if (!days.insert(*day).second) {
      diagnostics.error("wrong-bank-holiday", Place(file, event["date"].mark()),
                        iso_date(*day) + " is given twice for " + std::string(name),
                        "Keep one of the two.");
    }
  }
  return days;
}

}  // namespace

Calendar Calendar::read(Value bank_holidays, std::string_view file, Diagnostics& diagnostics) {
  std::map<int, unsigned> divisions_in;  // year → how many divisions have a day in it
  std::set<Date> anywhere, england;
  for (const std::string_view name : kDivisions) {
    const Value division = bank_holidays[name];
    if (!division["events"].is_list()) {
      diagnostics.error("wrong-bank-holiday", Place(file, bank_holidays.mark()),
                        quoted(name) + " has no list of events",
                        "Take the file that gov.uk publishes as bank-holidays.json.");
      continue;
    }
    const std::set<Date> days = read_division(division, name, file, diagnostics);
    std::set<int> years;
    for (const Date day : days) years.insert(day.year());
    for (const int year : years) ++divisions_in[year];
    anywhere.insert(days.begin(), days.end());
    if (name == kDivisions[0]) england = days;
  }
  Calendar calendar;
  for (const auto& [number, divisions] : divisions_in) {
    if (divisions < kDivisions.size()) continue;
    Year year;
    year.year = number;
    year.first = make_date(number, 1, 1)->days;
    year.last = make_date(number, 12, 31)->days;
    const std::array<const std::set<Date>*, 2> holidays = {&anywhere, &england};
    for (std::size_t kind = 0; kind < holidays.size(); ++kind) {
      std::uint16_t total = 0;
      year.working[kind][0] = 0;
      for (Date day{year.first}; day.days <= year.last; ++day.days) {
        if (is_weekday(day) && !holidays[kind]->contains(day)) ++total;
        year.working[kind][static_cast<std::size_t>(day.days - year.first + 1)] = total;
      }
    }
    calendar.years_.push_back(year);
  }
  return calendar;
}

const Calendar::Year* Calendar::year_of(std::int32_t day) const {
  const auto year = std::partition_point(years_.begin(), years_.end(),
                                         [&](const Year& each) { return each.last < day; });
  return year == years_.end() || year->first > day ? nullptr : &*year;
}

bool Calendar::covers(int year) const {
  return std::any_of(years_.begin(), years_.end(),
                     [&](const Year& each) { return each.year == year; });
}

std::optional<bool> Calendar::is_working_day(Date day, WorkingDays kind) const {
  const Year* year = year_of(day.days);
  if (!year) return std::nullopt;
  const int before = day.days == year->first ? 0 : year->so_far(day.days - 1, kind);
  return year->so_far(day.days, kind) > before;
}

std::optional<Date> Calendar::add(Date start, int count, WorkingDays kind) const {
  if (count <= 0) return start;
  std::int32_t first = start.days + 1;  // the first day that may count
  for (const Year* year = year_of(first); year; year = year_of(first)) {
    const Sums& sums = year->working[static_cast<std::size_t>(kind)];
    const int before = first == year->first ? 0 : year->so_far(first - 1, kind);
    const int in_year = year->so_far(year->last, kind) - before;
    if (in_year >= count) {
      const auto end = sums.begin() + (year->last - year->first + 2);
      const auto day =
          std::lower_bound(sums.begin() + (first - year->first + 1), end, before + count);
      return Date{year->first + static_cast<std::int32_t>(day - sums.begin()) - 1};
    }
    count -= in_year;
    first = year->last + 1;
  }
  return std::nullopt;
}

std::optional<int> Calendar::count(Date start, Date end, WorkingDays kind) const {
  int total = 0;
  for (std::int32_t first = start.days + 1; first <= end.days;) {
    const Year* year = year_of(first);
    if (!year) return std::nullopt;
    const int before = first == year->first ? 0 : year->so_far(first - 1, kind);
    total += year->so_far(std::min(end.days, year->last), kind) - before;
    first = year->last + 1;
  }
  return total;
}

std::optional<int> Calendar::clear_days(Date notice, Date meeting) const {
  return count(notice, Date{meeting.days - 1}, WorkingDays::council_notices);
}

int clear_calendar_days(Date notice, Date event) {
  return std::max(0, event.days - notice.days - 1);
}

}  // namespace glasshouse
