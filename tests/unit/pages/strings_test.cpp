#include "pages/strings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "content/parse.h"

namespace glasshouse::pages {
namespace {

class StringsTest : public testing::Test {
 protected:
  StringsTest() {
    std::ifstream file(GLASSHOUSE_SOURCE "/templates/strings/en.json");
    std::stringstream text;
    text << file.rdbuf();
    Diagnostics diagnostics;
    strings = Strings(*content::parse_json(text.str(), {"en.json"}, arena, 2, diagnostics));
  }
  Arena arena;
  Strings strings;
};

TEST_F(StringsTest, a_date_is_day_month_year_without_a_leading_zero) {
  EXPECT_EQ(strings.date(*parse_date("2018-03-05")), "5 March 2018");
  EXPECT_EQ(strings.date(*parse_date("2015-12-31")), "31 December 2015");
}

TEST_F(StringsTest, a_month_is_read_and_nothing_else_is) {
  EXPECT_EQ(strings.month("2017-06"), "June 2017");
  EXPECT_FALSE(strings.month("2017-18"));
  EXPECT_FALSE(strings.month("2017"));
  EXPECT_FALSE(strings.month("2017-06-01"));
}

TEST_F(StringsTest, a_date_time_is_given_in_the_time_it_is_written_in) {
  EXPECT_EQ(strings.date_time("2018-06-12T19:00:00+01:00"), "12 June 2018 at 7pm");
  EXPECT_EQ(strings.date_time("2018-06-12T09:30:00+01:00"), "12 June 2018 at 9:30am");
  EXPECT_EQ(strings.date_time("2018-06-12T12:00:00Z"), "12 June 2018 at 12pm");
  EXPECT_EQ(strings.date_time("2018-06-12T00:05:00Z"), "12 June 2018 at 12:05am");
  EXPECT_EQ(strings.date_time("soon"), "soon");
}

TEST_F(StringsTest, a_place_is_an_ordinal) {
  const std::pair<std::size_t, const char*> places[] = {
      {1, "1st"},   {2, "2nd"},   {3, "3rd"},     {4, "4th"},     {11, "11th"},     {12, "12th"},
      {13, "13th"}, {21, "21st"}, {112, "112th"}, {122, "122nd"}, {1023, "1,023rd"}};
  for (const auto& [place, words] : places) EXPECT_EQ(strings.ordinal(place), words);
}

TEST_F(StringsTest, numbers_are_grouped_by_three) {
  EXPECT_EQ(strings.number(0), "0");
  EXPECT_EQ(strings.number(999), "999");
  EXPECT_EQ(strings.number(1183618), "1,183,618");
  EXPECT_EQ(strings.number(-1234.5), "-1,234.5");
}

TEST_F(StringsTest, money_is_exact_in_tables) {
  EXPECT_EQ(strings.money(4245000), "£4,245,000");
  EXPECT_EQ(strings.money(450), "£450");
  EXPECT_EQ(strings.money(450.5), "£450.50");
  EXPECT_EQ(strings.money(0.005), "£0.01");
  EXPECT_EQ(strings.money(-12), "-£12");
}

TEST_F(StringsTest, money_is_rounded_in_sentences) {
  EXPECT_EQ(strings.money_in_words(4245000), "£4.2 million");
  EXPECT_EQ(strings.money_in_words(4000000), "£4 million");
  EXPECT_EQ(strings.money_in_words(750000), "£750,000");
  EXPECT_EQ(strings.money_in_words(999960000), "£1 billion");
  EXPECT_EQ(strings.money_in_words(-2500000), "-£2.5 million");
}

TEST_F(StringsTest, file_sizes_have_at_most_one_decimal) {
  EXPECT_EQ(strings.file_size(1), "1 byte");
  EXPECT_EQ(strings.file_size(812), "812 bytes");
  EXPECT_EQ(strings.file_size(4096), "4.1 kB");
  EXPECT_EQ(strings.file_size(2'300'000), "2.3 MB");
}

TEST_F(StringsTest, a_count_takes_the_form_for_one_or_for_others) {
  EXPECT_EQ(strings.count("records", 1), "1 record");
  EXPECT_EQ(strings.count("records", 0), "0 records");
  EXPECT_EQ(strings.count("records", 1200), "1,200 records");
}

TEST_F(StringsTest, a_string_that_is_missing_shows_its_name) {
  EXPECT_EQ(strings.get("no_such_string"), "no_such_string");
  EXPECT_FALSE(strings.find("no_such_string"));
}

TEST(FillBlanksTest, a_name_without_a_blank_stays) {
  EXPECT_EQ(fill_blanks("{a} and {b} {", {{"a", "{b}"}}), "{b} and {b} {");
}

TEST(InsideSentenceTest, only_a_word_loses_its_capital) {
  EXPECT_EQ(inside_sentence("Promises"), "promises");
  EXPECT_EQ(inside_sentence("FOI releases"), "FOI releases");
  EXPECT_EQ(inside_sentence(""), "");
}

}  // namespace
}  // namespace glasshouse::pages
