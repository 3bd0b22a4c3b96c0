#include "datasets/number_form.h"

#include <gtest/gtest.h>

namespace glasshouse::datasets {
namespace {

const NumberForm kPlain;
const NumberForm kPounds{{"£"}, ",", true, true};

struct Case {
  std::string_view text;
  const NumberForm& form;
  std::string_view number;  // empty: refused
  std::string_view why = {};
};

TEST(NumberFormTest, numbers_are_read_as_declared_and_never_guessed) {
  const Case cases[] = {
      {"1234.50", kPlain, "1234.50"},
      {"-12", kPlain, "-12"},
      {"+12", kPlain, "12"},
      {"007", kPlain, "7"},
      {".5", kPlain, "0.5"},
      {"5.", kPlain, "5"},
      {"-0.00", kPlain, "0.00"},
      {" 3 ", kPlain, "3"},
      {"£1,234.50", kPounds, "1234.50"},
      {"-£1,234.50", kPounds, "-1234.50"},
      {"£-1,234.50", kPounds, "-1234.50"},
      {"(1,234.50)", kPounds, "-1234.50"},
      {"(£2,206.90)", kPounds, "-2206.90"},
      {"1,234.50-", kPounds, "-1234.50"},
      {"1234.50 £", kPounds, "1234.50"},
      {"1,800", kPounds, "1800"},
      {"1234", kPounds, "1234"},
      {"12,34", kPounds, "", "does not have its commas between groups of three digits"},
      {"1,2345", kPounds, "", "does not have its commas between groups of three digits"},
      {",123", kPounds, "", "does not have its commas between groups of three digits"},
      {"1,234", kPlain, "", "has a comma in it, which \"numbers\" does not declare"},
      {"£5", kPlain, "", "has £ in it, which \"numbers\" does not declare"},
      {"€5", kPounds, "", "has € in it, which \"numbers\" does not declare"},
      {"(5)", kPlain, "",
       "stands in brackets, and \"numbers\" does not say that these mean a negative number"},
      {"1.2E+05", kPlain, "", "is written in powers of ten, by which digits may be lost"},
      {"n/a", kPlain, "", "is no number"},
      {"--5", kPlain, "", "is no number"},
      {"-(5)", kPounds, "", "is no number"},
      {"1.2.3", kPlain, "", "is no number"},
      {".", kPlain, "", "is no number"},
      {"-", kPlain, "", "is no number"},
      {"£", kPounds, "", "is no number"},
      {"1234567890123456789012345678901", kPlain, "", "has more than 30 digits"},
  };
  for (const Case& each : cases) {
    std::string why;
    EXPECT_EQ(read_number(each.text, each.form, why), each.number) << each.text;
    EXPECT_EQ(why, each.why) << each.text;
  }
}

}  // namespace
}  // namespace glasshouse::datasets
