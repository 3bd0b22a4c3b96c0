#include "base/working_days.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace glasshouse {

namespace {

constexpr std::array<std::string_view, 3> kDivisions = {"england-and-wales", "scotland",
                                                        "northern-ireland"};

unsigned day_of_year(Date day) {
  return static_cast<unsigned>(day.days - make_date(day.year(), 1, 1)->days + 1);
}

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
  Calendar calendar;
  std::map<int, unsigned> divisions_in;  // year → how many divisions have a day in it
  for (const std::string_view name : kDivisions) {
    const Value division = bank_holidays[name];
    if (!division["events"].is_list()) {
      diagnostics.error("wrong-bank-holiday", Place(file, bank_holidays.mark()),
                        quoted(name) + " has no list of events",
                        "Take the file that gov.uk publishes as bank-holidays.json.");
      continue;
    }
    std::set<int> years;
    for (const Date day : read_division(division, name, file, diagnostics)) {
      Year& year = calendar.years_[day.year()];
      year.anywhere.set(day_of_year(day));
      if (name == kDivisions[0]) year.england.set(day_of_year(day));
      years.insert(day.year());
    }
    for (const int year : years) ++divisions_in[year];
  }
  std::erase_if(calendar.years_,
                [&](const auto& entry) { return divisions_in[entry.first] < kDivisions.size(); });
  return calendar;
}

std::optional<bool> Calendar::is_working_day(Date day, WorkingDays kind) const {
  const auto year = years_.find(day.year());
  if (year == years_.end()) return std::nullopt;
  const unsigned weekday = day.weekday();
  if (weekday == 0 || weekday == 6) return false;
  const auto& holidays =
      kind == WorkingDays::freedom_of_information ? year->second.anywhere : year->second.england;
  return !holidays.test(day_of_year(day));
}

std::optional<Date> Calendar::add(Date start, int count, WorkingDays kind) const {
  Date day = start;
  while (count > 0) {
    ++day.days;
    const auto is_working = is_working_day(day, kind);
    if (!is_working) return std::nullopt;
    if (*is_working) --count;
  }
  return day;
}

std::optional<int> Calendar::count(Date start, Date end, WorkingDays kind) const {
  int total = 0;
  for (Date day{start.days + 1}; day <= end; ++day.days) {
    const auto is_working = is_working_day(day, kind);
    if (!is_working) return std::nullopt;
    if (*is_working) ++total;
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
