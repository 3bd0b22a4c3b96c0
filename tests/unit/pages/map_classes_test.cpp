#include "pages/maps/classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <limits>
#include <string>

namespace glasshouse::pages {
namespace {

using schema::MapClasses::equal;
using schema::MapClasses::quantiles;
using Values = std::vector<std::optional<double>>;

// "1-3:4@1 …": from, to (or <to), wards, shade.
std::string text_of(const MapClasses& divided) {
  std::string text;
  for (const MapClass& each : divided.classes) {
    text += fmt::format("{}{}-{}{}:{}@{}", text.empty() ? "" : " ", each.from,
                        each.is_open ? "<" : "", each.to, each.wards, each.shade);
  }
  return text;
}

Values up_to(int last) {
  Values values;
  for (int i = 1; i <= last; ++i) values.emplace_back(i);
  return values;
}

TEST(MapClassesTest, table) {
  Values skewed(41, 0.0);
  for (int i = 1; i <= 28; ++i) skewed.emplace_back(i);
  const struct {
    const char* name;
    Values values;
    schema::MapClasses method;
    const char* expected;
  } cases[] = {
      {"nothing", {}, quantiles, ""},
      {"no figures", {std::nullopt, std::nullopt}, equal, ""},
      {"one value has the middle shade", {7.0, 7.0, std::nullopt}, quantiles, "7-7:2@3"},
      {"few values have a class each", {2.0, 0.0, 0.0, 1.0}, equal, "0-0:2@1 1-1:1@3 2-2:1@5"},
      {"quantiles hold as many", up_to(20), quantiles,
       "1-4:4@1 5-8:4@2 9-12:4@3 13-16:4@4 17-20:4@5"},
      {"equal values stay together", skewed, quantiles,
       "0-0:41@1 1-7:7@2 8-14:7@3 15-21:7@4 22-28:7@5"},
      {"equal classes have round limits", up_to(23), equal,
       "0-<5:4@1 5-<10:5@2 10-<15:5@3 15-<20:5@4 20-25:4@5"},
      {"the most belongs to the last class",
       {0.0, 10.0, 20.0, 30.0, 40.0, 50.0},
       equal,
       "0-<10:1@1 10-<20:1@2 20-<30:1@3 30-<40:1@4 40-50:2@5"},
      {"below nought",
       {-12.0, -7.0, -3.0, 1.0, 2.0, 3.0},
       equal,
       "-15-<-10:1@1 -10-<-5:1@2 -5-<0:1@3 0-5:3@5"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(text_of(divide(each.values, each.method)), each.expected) << each.name;
  }
}

TEST(MapClassesTest, each_value_has_the_shade_of_its_class) {
  const MapClasses divided = divide(up_to(23), equal);
  EXPECT_EQ(divided.shade_of(4), 1u);
  EXPECT_EQ(divided.shade_of(5), 2u);
  EXPECT_EQ(divided.shade_of(23), 5u);
  EXPECT_EQ(divided.shade_of(std::nullopt), 0u);
}

TEST(MapClassesTest, numbers_at_the_end_of_their_range_are_divided) {
  const double most = std::numeric_limits<double>::max();
  const double least = std::numeric_limits<double>::denorm_min();
  for (const Values& values : {Values{-most, -1.0, 0.0, 1.0, 2.0, most},
                               Values{0.0, least, 2 * least, 3 * least, 4 * least, 5 * least}}) {
    const MapClasses divided = divide(values, equal);
    EXPECT_EQ(divided.method, quantiles);
    std::size_t wards = 0;
    for (const MapClass& each : divided.classes) wards += each.wards;
    EXPECT_EQ(wards, values.size());
  }
}

}  // namespace
}  // namespace glasshouse::pages
