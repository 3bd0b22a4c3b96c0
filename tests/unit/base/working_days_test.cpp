// The bank holidays are facts of gov.uk's published calendar; the deadlines follow FOIA 2000 s.10
// as the Information Commissioner's guidance (line LTT47) counts them: the day of receipt is day
// zero.
#include "base/working_days.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

namespace glasshouse {
namespace {

using Days = std::vector<std::string_view>;

// 2018 and the turn of 2019, all divisions; 2026 with Scotland's single day of 15 June.
const std::map<std::string_view, Days> kHolidays = {
    {"england-and-wales",
     {"2018-01-01", "2018-03-30", "2018-04-02", "2018-05-07", "2018-05-28", "2018-08-27",
      "2018-12-25", "2018-12-26", "2019-01-01", "2019-04-19", "2019-04-22", "2026-01-01",
      "2026-12-25", "2026-12-28"}},
    {"scotland",
     {"2018-01-01", "2018-01-02", "2018-03-30", "2018-05-07", "2018-05-28", "2018-08-06",
      "2018-11-30", "2018-12-25", "2018-12-26", "2019-01-01", "2019-01-02", "2026-01-01",
      "2026-01-02", "2026-06-15"}},
    {"northern-ireland",
     {"2018-01-01", "2018-03-19", "2018-03-30", "2018-04-02", "2018-05-07", "2018-05-28",
      "2018-07-12", "2018-08-27", "2018-12-25", "2018-12-26", "2019-01-01", "2019-03-18",
      "2026-01-01", "2026-03-17"}},
};

class WorkingDaysTest : public testing::Test {
 protected:
  WorkingDaysTest() {
    Map* divisions = Map::make(arena_);
    for (const auto& [name, days] : kHolidays) {
      List* events = List::make(arena_);
      for (const std::string_view day : days) {
        events->push(arena_, Map::of(arena_, {{"date", Value::string(arena_, day)}}));
      }
      divisions->set(arena_, name, Map::of(arena_, {{"events", Value::list(events)}}));
    }
    calendar_ = Calendar::read(Value::map(divisions), "bank-holidays.json", diagnostics_);
  }
  static Date day(std::string_view text) { return *parse_date(text); }
  std::string after(std::string_view start, int count, WorkingDays kind) {
    const auto result = calendar_.add(day(start), count, kind);
    return result ? iso_date(*result) : "none";
  }

  Arena arena_;
  Diagnostics diagnostics_;
  Calendar calendar_;
};

constexpr auto kFoi = WorkingDays::freedom_of_information;
constexpr auto kCouncil = WorkingDays::council_notices;

TEST_F(WorkingDaysTest, the_deadline_is_the_twentieth_working_day_after_receipt) {
  const struct {
    std::string_view received, deadline;
  } cases[] = {
      {"2018-06-04", "2018-07-02"},  // a Monday with nothing in the way
      {"2018-06-02", "2018-06-29"},  // a Saturday is day zero; Monday is day one
      {"2018-06-03", "2018-06-29"},  // a Sunday likewise
      {"2018-12-01", "2019-01-03"},  // across Christmas, New Year and Scotland's 2 January
      {"2018-03-16",
       "2018-04-18"},  // St Patrick's Day (Northern Ireland), Good Friday, Easter Monday
      {"2018-03-30", "2018-04-30"},  // received on Good Friday
      {"2018-07-11", "2018-08-10"},  // the Boyne (12 July), and Scotland's 6 August
      {"2018-11-29", "2019-01-03"},  // St Andrew's Day, Christmas, New Year; 31 December counts
      {"2018-04-27", "2018-05-29"},  // both May holidays
      {"2026-06-01", "2026-06-30"},  // Scotland's holiday of 15 June 2026
  };
  for (const auto& c : cases) EXPECT_EQ(after(c.received, 20, kFoi), c.deadline) << c.received;
}

TEST_F(WorkingDaysTest, the_day_after_a_saturday_is_not_moved) {
  EXPECT_EQ(after("2018-12-01", 1, kFoi), "2018-12-03");
}

TEST_F(WorkingDaysTest, a_holiday_of_another_nation_counts_for_council_notices) {
  EXPECT_EQ(after("2018-07-11", 1, kFoi), "2018-07-13");
  EXPECT_EQ(after("2018-07-11", 1, kCouncil), "2018-07-12");
}

TEST_F(WorkingDaysTest, counting_is_the_reverse_of_adding) {
  for (const std::string_view start : {"2018-03-16", "2018-12-01", "2018-06-04"}) {
    for (int count = 0; count < 21; ++count) {
      const auto end = calendar_.add(day(start), count, kFoi);
      ASSERT_TRUE(end);
      EXPECT_EQ(calendar_.count(day(start), *end, kFoi), count);
    }
  }
  EXPECT_EQ(calendar_.count(day("2018-06-04"), day("2018-06-04"), kFoi), 0);
  EXPECT_EQ(calendar_.count(day("2018-06-04"), day("2018-06-01"), kFoi), 0);
}

TEST_F(WorkingDaysTest, clear_days_leave_out_the_notice_and_the_meeting) {
  EXPECT_EQ(calendar_.clear_days(day("2018-06-04"), day("2018-06-12")), 5);
  EXPECT_EQ(calendar_.clear_days(day("2018-06-04"), day("2018-06-11")), 4);
  EXPECT_EQ(calendar_.clear_days(day("2018-05-24"), day("2018-06-04")), 5);  // over 28 May
  EXPECT_EQ(clear_calendar_days(day("2018-06-01"), day("2018-06-30")), 28);
  EXPECT_EQ(clear_calendar_days(day("2018-06-01"), day("2018-06-29")), 27);
  EXPECT_EQ(clear_calendar_days(day("2018-06-01"), day("2018-06-01")), 0);
}

TEST_F(WorkingDaysTest, a_year_that_the_calendar_lacks_is_never_guessed) {
  EXPECT_TRUE(calendar_.covers(2018));
  EXPECT_FALSE(calendar_.covers(2020));
  EXPECT_EQ(after("2026-12-20", 20, kFoi), "none");
  EXPECT_FALSE(calendar_.count(day("2017-12-29"), day("2018-01-05"), kFoi));
  EXPECT_FALSE(Calendar().add(day("2018-06-04"), 1, kFoi));
  EXPECT_EQ(Calendar().add(day("2018-06-04"), 0, kFoi), day("2018-06-04"));
}

TEST(Calendar, says_what_is_wrong_with_its_file) {
  Arena arena;
  const auto string = [&](std::string_view text) { return Value::string(arena, text); };
  const Value once = Map::of(arena, {{"date", string("2018-12-25")}});
  const Value events = Map::of(
      arena, {{"events",
               List::of(arena, {once, once, Map::of(arena, {{"date", string("25/12/2018")}})})}});
  Diagnostics diagnostics;
  (void)Calendar::read(Map::of(arena, {{"england-and-wales", events}, {"scotland", events}}),
                       "bank-holidays.json", diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& d : diagnostics.sorted()) messages.push_back(d.message);
  EXPECT_EQ(messages,
            (std::vector<std::string>{"\"northern-ireland\" has no list of events",
                                      "2018-12-25 is given twice for england-and-wales",
                                      "2018-12-25 is given twice for scotland",
                                      "a bank holiday of england-and-wales has no date that exists",
                                      "a bank holiday of scotland has no date that exists"}));
}

}  // namespace
}  // namespace glasshouse
