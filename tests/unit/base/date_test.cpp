#include "base/date.h"

#include <gtest/gtest.h>

namespace glasshouse {
namespace {

TEST(Date, only_days_that_exist_are_dates) {
  for (const std::string_view text :
       {"2018-06-30", "2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(iso_date(*date), text);
  }
  for (const std::string_view text :
       {"2018-02-29", "1900-02-29", "2018-02-30", "2018-13-01", "2018-00-10", "2018-1-01",
        "18-01-01", "2018/01/01", "2018-01-01 ", "0000-01-01", "", "2018-01-1x"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, weekdays_are_right) {
  EXPECT_EQ(parse_date("2018-12-01")->weekday(), 6u);  // a Saturday
  EXPECT_EQ(parse_date("1970-01-01")->weekday(), 4u);
  EXPECT_EQ(parse_date("1969-12-28")->weekday(), 0u);
}

TEST(Date, has_its_parts) {
  const Date date = *parse_date("2018-06-30");
  EXPECT_EQ(date.year(), 2018);
  EXPECT_EQ(date.month(), 6u);
  EXPECT_EQ(date.day(), 30u);
  EXPECT_EQ(date.days, 17712);
}

TEST(Date, order_is_of_time) { EXPECT_LT(*parse_date("2017-12-31"), *parse_date("2018-01-01")); }

TEST(DateTime, follows_rfc_3339) {
  for (const std::string_view text : {"2018-06-30T19:00:00Z", "2018-06-30T19:00:00+01:00",
                                      "2018-06-30t19:00:00.123z", "2016-12-31T23:59:60Z"}) {
    EXPECT_TRUE(is_date_time(text)) << text;
  }
  for (const std::string_view text :
       {"2018-06-30", "2018-06-30T19:00", "2018-06-30T19:00:00", "2018-06-30 19:00:00Z",
        "2018-06-31T19:00:00Z", "2018-06-30T24:00:00Z", "2018-06-30T19:00:00+1:00",
        "2018-06-30T19:00:00.Z"}) {
    EXPECT_FALSE(is_date_time(text)) << text;
  }
}

TEST(DateTime, its_day_can_be_read) {
  EXPECT_EQ(parse_date_part("2018-06-30T19:00:00+01:00"), parse_date("2018-06-30"));
  EXPECT_EQ(parse_date_part("2018-06-30"), parse_date("2018-06-30"));
  EXPECT_FALSE(parse_date_part("2018-06-30x"));
}

// Against `date -u -d … +%s`.
TEST(DateTime, is_a_second_of_universal_time) {
  EXPECT_EQ(parse_date_time("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_date_time("2018-07-17T10:00:00+01:00"), 1531818000);
  EXPECT_EQ(parse_date_time("2018-07-17T10:00:00.75-05:30"), 1531841400);
  EXPECT_EQ(parse_date_time("1969-12-31T23:59:59z"), -1);
  EXPECT_EQ(parse_date_time("2018-07-17T25:00:00Z"), std::nullopt);
  EXPECT_EQ(parse_date_time("2018-07-17"), std::nullopt);
}

}  // namespace
}  // namespace glasshouse
