// The calendar of the sample site, and working days over it, against an oracle that knows neither:
// the bank holidays are worked out here from the law, and days are counted one by one.
//
// Banking and Financial Dealings Act 1971, section 1 and schedule 1; Easter by the Gregorian rule
// (Calendar (New Style) Act 1750); St Andrew's Day Bank Holiday (Scotland) Act 2007; and the days
// that royal proclamations moved or added.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/files.h"
#include "base/working_days.h"
#include "content/source.h"
#include "rules/foi_clock.h"
#include "rules/meetings.h"

namespace glasshouse::rules {
namespace {

constexpr int kFirstYear = 2015, kLastYear = 2028;
using Days = std::set<Date>;

Date day(int year, unsigned month, unsigned day) { return *make_date(year, month, day); }
bool is_weekend(Date date) { return date.weekday() == 0 || date.weekday() == 6; }

Date easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  return day(year, static_cast<unsigned>(month),
             static_cast<unsigned>((h + l - 7 * m + 33 * month + 19) % 32));
}

Date first_monday(int year, unsigned month) {
  Date date = day(year, month, 1);
  while (date.weekday() != 1) ++date.days;
  return date;
}
Date last_monday(int year, unsigned month) {
  Date date = day(year, month, 31);
  while (date.weekday() != 1) --date.days;
  return date;
}

// The day itself, or the next working day that is not taken.
void add_with_substitute(Days& days, Date date) {
  while (is_weekend(date) || days.contains(date)) ++date.days;
  days.insert(date);
}

// "england-and-wales", "scotland" or "northern-ireland".
Days holidays_by_law(int year, std::string_view where) {
  const bool is_scotland = where == "scotland", is_ireland = where == "northern-ireland";
  Days days;
  // The second of two days that follow each other comes first where the first alone is moved.
  if (is_scotland && !is_weekend(day(year, 1, 2))) days.insert(day(year, 1, 2));
  add_with_substitute(days, day(year, 1, 1));
  if (is_scotland && is_weekend(day(year, 1, 2))) add_with_substitute(days, day(year, 1, 2));
  const Date easter = easter_sunday(year);
  days.insert(Date{easter.days - 2});
  if (!is_scotland) days.insert(Date{easter.days + 1});
  if (is_ireland) add_with_substitute(days, day(year, 3, 17));
  if (is_ireland) add_with_substitute(days, day(year, 7, 12));
  days.insert(year == 2020 ? day(2020, 5, 8) : first_monday(year, 5));
  days.insert(year == 2022 ? day(2022, 6, 2) : last_monday(year, 5));
  days.insert(is_scotland ? first_monday(year, 8) : last_monday(year, 8));
  if (is_scotland) add_with_substitute(days, day(year, 11, 30));
  if (!is_weekend(day(year, 12, 26))) days.insert(day(year, 12, 26));
  add_with_substitute(days, day(year, 12, 25));
  if (is_weekend(day(year, 12, 26))) add_with_substitute(days, day(year, 12, 26));
  // Proclaimed: two jubilee days, a funeral, a coronation, and Scotland's of 15 June 2026.
  if (year == 2022) days.insert({day(2022, 6, 3), day(2022, 9, 19)});
  if (year == 2023) days.insert(day(2023, 5, 8));
  if (year == 2026 && is_scotland) days.insert(day(2026, 6, 15));
  return days;
}

const content::Source& sample() {
  static Diagnostics diagnostics;
  static const content::Source source =
      content::read_site(GLASSHOUSE_SOURCE, content::Limits(), 1, diagnostics);
  return source;
}

const Calendar& calendar() {
  static Diagnostics diagnostics;
  static const Calendar calendar = Calendar::read(sample().bank_holidays, "calendar", diagnostics);
  return calendar;
}

Days days_of(Value bank_holidays, std::string_view where, int year) {
  Days days;
  for (const Value& event : bank_holidays[where]["events"].items()) {
    const auto date = parse_date(event["date"].text());
    if (date && date->year() == year) days.insert(*date);
  }
  return days;
}

std::string listed(const Days& days) {
  std::string text;
  for (const Date date : days) text += iso_date(date) + " ";
  return text;
}

constexpr std::string_view kDivisions[] = {"england-and-wales", "scotland", "northern-ireland"};

TEST(CalendarTest, the_samples_bank_holidays_are_those_of_the_law) {
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    EXPECT_TRUE(calendar().covers(year)) << year;
    for (const std::string_view where : kDivisions) {
      EXPECT_EQ(listed(days_of(sample().bank_holidays, where, year)),
                listed(holidays_by_law(year, where)))
          << where << " " << year;
    }
  }
}

// The list as gov.uk publishes it (gov.uk/bank-holidays.json), where GLASSHOUSE_BANK_HOLIDAYS names
// a copy of it: every year that both have.
TEST(CalendarTest, the_samples_bank_holidays_are_those_published) {
  const char* file = std::getenv("GLASSHOUSE_BANK_HOLIDAYS");
  if (!file || !std::filesystem::exists(file)) GTEST_SKIP() << "GLASSHOUSE_BANK_HOLIDAYS";
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "glasshouse-published-holidays";
  std::filesystem::create_directories(folder / "content/calendar");
  std::filesystem::copy_file(file, folder / "content/calendar/bank-holidays.json",
                             std::filesystem::copy_options::overwrite_existing);
  Diagnostics diagnostics;
  const content::Source published = content::read_site(folder, content::Limits(), 1, diagnostics);
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    for (const std::string_view where : kDivisions) {
      const Days theirs = days_of(published.bank_holidays, where, year);
      if (theirs.empty()) continue;
      EXPECT_EQ(listed(days_of(sample().bank_holidays, where, year)), listed(theirs)) << where;
    }
  }
  std::filesystem::remove_all(folder);
}

class ByLaw {
 public:
  ByLaw() {
    for (int year = kFirstYear; year <= kLastYear; ++year) {
      for (const std::string_view where : kDivisions) {
        const Days days = holidays_by_law(year, where);
        anywhere_.insert(days.begin(), days.end());
        if (where == "england-and-wales") england_.insert(days.begin(), days.end());
      }
    }
  }
  [[nodiscard]] bool is_working(Date date, WorkingDays kind) const {
    const Days& days = kind == WorkingDays::freedom_of_information ? anywhere_ : england_;
    return !is_weekend(date) && !days.contains(date);
  }
  [[nodiscard]] Date after(Date date, int count, WorkingDays kind) const {
    while (count > 0) {
      ++date.days;
      if (is_working(date, kind)) --count;
    }
    return date;
  }

 private:
  Days anywhere_, england_;
};

// Every day of 14 years as the day of receipt: weekends, holidays and 31 December included.
TEST(CalendarTest, deadlines_of_every_day_of_receipt_are_those_counted_one_by_one) {
  const ByLaw law;
  constexpr auto kFoi = WorkingDays::freedom_of_information;
  int cases = 0;
  for (Date received = day(kFirstYear, 1, 1); received <= day(kLastYear, 10, 1); ++received.days) {
    FoiFacts facts;
    facts.received = received;
    facts.is_open = true;
    facts.extended = true;
    const auto clock = run_clock(facts, calendar(), received);
    ASSERT_TRUE(clock) << iso_date(received);
    const Date twentieth = law.after(received, 20, kFoi);
    ASSERT_EQ(iso_date(clock->statutory_deadline), iso_date(twentieth)) << iso_date(received);
    ASSERT_EQ(iso_date(clock->fortieth), iso_date(law.after(received, 40, kFoi)))
        << iso_date(received);
    ASSERT_EQ(calendar().count(received, twentieth, kFoi), 20) << iso_date(received);
    ASSERT_EQ(calendar().count(received, Date{twentieth.days - 1}, kFoi), 19) << iso_date(received);
    ++cases;
  }
  EXPECT_EQ(cases, 5023);
}

// Every day as that of a meeting: five clear working days of England before it.
TEST(CalendarTest, agendas_of_every_day_are_due_when_counted_one_by_one) {
  const ByLaw law;
  constexpr auto kCouncil = WorkingDays::council_notices;
  for (Date meeting = day(kFirstYear, 2, 1); meeting <= day(kLastYear, 12, 31); ++meeting.days) {
    Date by = meeting;
    for (int clear = 0; clear <= kAgendaDays;) {
      --by.days;
      if (law.is_working(by, kCouncil)) ++clear;
    }
    const auto computed = agenda_by(meeting, calendar());
    ASSERT_TRUE(computed) << iso_date(meeting);
    ASSERT_EQ(iso_date(*computed), iso_date(by)) << iso_date(meeting);
    ASSERT_EQ(calendar().clear_days(by, meeting), kAgendaDays) << iso_date(meeting);
  }
}

}  // namespace
}  // namespace glasshouse::rules
