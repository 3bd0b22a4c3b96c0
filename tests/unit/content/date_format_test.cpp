#include "content/date_format.h"

#include <gtest/gtest.h>

namespace glasshouse::content {
namespace {

std::string read(std::string_view format, std::string_view text) {
  std::string why;
  const auto compiled = DateFormat::compile(format, why);
  if (!compiled) return "no format: " + why;
  const auto date = compiled->read(text);
  return date ? std::string(date->text()) : "none";
}

TEST(DateFormat, reads_what_its_form_says_and_nothing_else) {
  const struct {
    const char *format, *text, *date;
  } cases[] = {
      {"YYYY-MM-DD", "2018-06-30", "2018-06-30"},
      {"YYYY-MM-DD", " 2018-06-30 ", "2018-06-30"},
      {"YYYY-MM-DD", "2018-6-30", "none"},
      {"YYYY-MM-DD", "2018-06-30T00:00", "none"},
      {"YYYY-MM-DD", "2018-06-31", "none"},
      {"YYYY-MM-DD", "2018-02-29", "none"},
      {"YYYY-MM-DD", "2016-02-29", "2016-02-29"},
      {"YYYY-MM-DD", "1900-02-29", "none"},
      {"YYYY-MM-DD", "0000-01-01", "none"},
      {"YYYY-MM", "2018-06", "2018-06"},
      {"YYYY-MM", "2018-13", "none"},
      {"YYYY", "2018", "2018"},
      {"YYYY", "18", "none"},
      {"D/M/YYYY", "3/5/2018", "2018-05-03"},
      {"D/M/YYYY", "03/05/2018", "2018-05-03"},
      {"DD/MM/YYYY", "3/5/2018", "none"},
      {"M/D/YYYY", "3/5/2018", "2018-03-05"},
      {"D MMMM YYYY", "3 May 2018", "2018-05-03"},
      {"D MMMM YYYY", "3  MAY   2018", "2018-05-03"},
      {"D MMMM YYYY", "3 September 2018", "2018-09-03"},
      {"D MMMM YYYY", "3 Sep 2018", "none"},
      {"D-MMM-YY", "3-Sep-18", "2018-09-03"},
      {"D-MMM-YY", "3-Sept-18", "2018-09-03"},
      {"D-MMM-YY", "03-sep-99", "2099-09-03"},
      {"Do MMMM YYYY", "1st May 2018", "2018-05-01"},
      {"Do MMMM YYYY", "11th May 2018", "2018-05-11"},
      {"Do MMMM YYYY", "22nd May 2018", "2018-05-22"},
      {"Do MMMM YYYY", "22th May 2018", "none"},
      {"dddd D MMMM YYYY", "Thursday 3 May 2018", "2018-05-03"},
      {"dddd D MMMM YYYY", "Friday 3 May 2018", "none"},
      {"ddd D MMM YYYY", "thu 3 may 2018", "2018-05-03"},
      {"YYYY-MM-DD HH:mm:ss.SSS", "2018-05-03 00:00:00.000", "2018-05-03"},
      {"YYYY-MM-DD[T]HH:mm", "2018-05-03T09:30", "2018-05-03"},
      {"M/D/YYYY h:mm:ss A", "5/3/2018 1:02:03 PM", "2018-05-03"},
      {"D/M/YYYY HH:mm", "3/5/2018 29:00", "none"},
      {"YYYYMMDD", "20180503", "2018-05-03"},
      {"MMMM D, YYYY", "May 3, 2018", "2018-05-03"},
      {"D MMMM YYYY", "", "none"},
      {"DD/MM", "03/05", "no format: it says no year"},
      {"D YYYY", "3 2018", "no format: it says a day and no month"},
      {"YYYY-MM-DDTHH", "", "no format: T is no part of a date"},
      {"", "", "no format: it says no year"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(read(each.format, each.text), each.date) << each.format << " of " << each.text;
  }
}

TEST(DateFormat, suggests_the_usual_forms_a_text_could_be_in) {
  EXPECT_EQ(usual_date_formats("2018-05-03"), "YYYY-MM-DD");
  EXPECT_EQ(usual_date_formats("3/5/2018"), "D/M/YYYY or M/D/YYYY");
  EXPECT_EQ(usual_date_formats("13/5/2018"), "D/M/YYYY");
  EXPECT_EQ(usual_date_formats("soon"), "");
}

}  // namespace
}  // namespace glasshouse::content
