// The filters that Nunjucks does not have.
#include <gtest/gtest.h>

#include "page.h"

namespace glasshouse::templating {
namespace {

std::string value(const std::string& expression) { return output("{{ " + expression + " }}"); }

TEST(DateFilter, writes_dates_as_govuk_does) {
  EXPECT_EQ(value("\"2018-03-05\" | date"), "5 March 2018");
  EXPECT_EQ(value("\"2018-03-05\" | date(\"short\")"), "5 Mar 2018");
  EXPECT_EQ(value("\"2018-03-05\" | date(\"weekday\")"), "Monday 5 March 2018");
  EXPECT_EQ(value("\"2018-03-05\" | date(\"day\")"), "5 March");
  EXPECT_EQ(value("\"2018-03-05\" | date(\"month\")"), "March 2018");
  EXPECT_EQ(value("\"2018-03-05\" | date(\"year\")"), "2018");
  EXPECT_EQ(value("\"2018-03-05T19:00:00Z\" | date(\"iso\")"), "2018-03-05");
  EXPECT_EQ(value("\"2018-03-05T19:00:00+01:00\" | date(style=\"datetime\")"),
            "5 March 2018 at 7pm");
  EXPECT_EQ(value("\"2018-03-05T17:30:00Z\" | date(\"time\")"), "5:30pm");
  EXPECT_EQ(value("\"2018-03-05T12:00:00Z\" | date(\"time\")"), "midday");
  EXPECT_EQ(value("\"2018-03-05T00:00:00Z\" | date(\"time\")"), "midnight");
  EXPECT_EQ(value("\"2018-03-05T00:05:00Z\" | date(\"time\")"), "12:05am");
}

TEST(DateFilter, takes_months_years_and_nothing) {
  EXPECT_EQ(value("\"2018-03\" | date"), "March 2018");
  EXPECT_EQ(value("\"2018\" | date"), "2018");
  EXPECT_EQ(value("missing | date"), "");
  EXPECT_EQ(value("null | date"), "");
  EXPECT_EQ(value("\"\" | date"), "");
}

TEST(DateFilter, refuses_what_is_no_date) {
  for (const char* text : {"\"2018-02-30\" | date", "\"soon\" | date", "\"2018-3-5\" | date",
                           "\"2018-13\" | date", "\"2018-03-05\" | date(\"long\")"}) {
    problem({{"page", "{{ " + std::string(text) + " }}"}});
  }
}

TEST(MoneyFilter, writes_amounts_for_sentences) {
  EXPECT_EQ(value("4245000 | money"), "£4.2 million");
  EXPECT_EQ(value("4000000 | money"), "£4 million");
  EXPECT_EQ(value("253700000 | money"), "£253.7 million");
  EXPECT_EQ(value("1300000000 | money"), "£1.3 billion");
  EXPECT_EQ(value("999999999 | money"), "£1 billion");
  EXPECT_EQ(value("999999 | money"), "£999,999");
  EXPECT_EQ(value("12.5 | money"), "£12.50");
  EXPECT_EQ(value("0 | money"), "£0");
  EXPECT_EQ(value("-4245000 | money"), "−£4.2 million");
  EXPECT_EQ(value("missing | money"), "");
}

TEST(MoneyFilter, writes_amounts_for_tables) {
  EXPECT_EQ(value("4245000 | money(\"table\")"), "£4,245,000");
  EXPECT_EQ(value("-1234.5 | money(style=\"table\")"), "−£1,234.50");
}

TEST(NumberFilter, groups_thousands) {
  EXPECT_EQ(value("1234567 | number"), "1,234,567");
  EXPECT_EQ(value("1234567.25 | number"), "1,234,567.25");
  EXPECT_EQ(value("0.5 | number"), "0.5");
  EXPECT_EQ(value("999 | number"), "999");
  EXPECT_EQ(value("-1234 | number"), "−1,234");
  EXPECT_EQ(value("1234.5 | number(2)"), "1,234.50");
  EXPECT_EQ(value("1234.5 | number(0)"), "1,234");
  EXPECT_EQ(value("\"1234\" | number"), "1,234");
  EXPECT_EQ(value("missing | number"), "");
}

TEST(PluralFilter, counts_things) {
  EXPECT_EQ(value("1 | plural(\"ward\")"), "1 ward");
  EXPECT_EQ(value("0 | plural(\"ward\")"), "0 wards");
  EXPECT_EQ(value("2000 | plural(\"ward\")"), "2,000 wards");
  EXPECT_EQ(value("2 | plural(\"body\", \"bodies\")"), "2 bodies");
  EXPECT_EQ(value("1.5 | plural(one=\"day\", many=\"days\")"), "1.5 days");
}

TEST(JsonFilter, is_fit_for_a_script_element) {
  EXPECT_EQ(value("{a: \"</script>&'\", b: [1, null, true]} | json"),
            R"({"a":"\u003c/script\u003e\u0026\u0027","b":[1,null,true]})");
  EXPECT_EQ(value("missing | json"), "null");
}

TEST(SlugFilter, makes_ids) {
  EXPECT_EQ(value("\"King's Norton North\" | slug"), "kings-norton-north");
}

}  // namespace
}  // namespace glasshouse::templating
