// Red, amber and green from target, tolerance and direction: see rules/indicators.h.
#include "rules/indicators.h"

#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;

constexpr auto kHigher = Direction::higher_is_better, kLower = Direction::lower_is_better,
               kPlan = Direction::plan_is_best, kNone = Direction::none;

TEST(IndicatorsTest, rag_is_computed) {
  const struct {
    double value, target, tolerance;
    Direction direction;
    const char* rag;
  } cases[] = {
      {90, 90, 5, kHigher, "green"},         {91, 90, 5, kHigher, "green"},
      {89.9, 90, 5, kHigher, "amber"},       {85, 90, 5, kHigher, "amber"},
      {84.9, 90, 5, kHigher, "red"},         {89, 90, 0, kHigher, "red"},
      {90, 90, 0, kHigher, "green"},         {15, 15, 2, kLower, "green"},
      {14, 15, 2, kLower, "green"},          {16, 15, 2, kLower, "amber"},
      {17, 15, 2, kLower, "amber"},          {17.1, 15, 2, kLower, "red"},
      {100, 100, 2, kPlan, "green"},         {102, 100, 2, kPlan, "green"},
      {98, 100, 2, kPlan, "green"},          {103, 100, 2, kPlan, "amber"},
      {96, 100, 2, kPlan, "amber"},          {104.1, 100, 2, kPlan, "red"},
      {0.3, 0.1 + 0.2, 0, kHigher, "green"}, {50, 90, 5, kNone, ""},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(rag(each.value, each.target, each.tolerance, each.direction), each.rag)
        << each.value << " of " << each.target;
  }
}

TEST(IndicatorsTest, a_trend_is_better_or_worse_by_direction) {
  const struct {
    double before, after;
    std::optional<double> target;
    Direction direction;
    const char* trend;
  } cases[] = {
      {1, 2, {}, kHigher, "better"}, {2, 1, {}, kHigher, "worse"}, {1, 1, {}, kHigher, "steady"},
      {1, 2, {}, kLower, "worse"},   {2, 1, {}, kLower, "better"}, {1, 2, {}, kNone, "up"},
      {2, 1, {}, kNone, "down"},     {1, 2, {}, kPlan, "up"},      {8, 9, 10, kPlan, "better"},
      {9, 8, 10, kPlan, "worse"},    {9, 11, 10, kPlan, "steady"}, {12, 11, 10, kPlan, "better"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(trend(each.before, each.after, each.target, each.direction), each.trend)
        << each.before << " to " << each.after;
  }
}

// Code of Practice for Statistics: a figure from a survey says how people were asked.
TEST(IndicatorsTest, a_survey_gives_its_facts) {
  const struct {
    const char* survey;
    std::vector<std::string> messages;
  } cases[] = {
      {R"({"question": "Q?", "base": 900, "fieldwork_start": "2018-01", "mode": "By post"})", {}},
      {R"({"question": "Q?", "base": 900, "fieldwork_end": "2018-01", "mode": "By post"})", {}},
      {R"({"name": "S"})",
       {"survey-without-question", "survey-without-base", "survey-without-dates",
        "survey-without-mode"}},
      {R"({"question": " ", "base": 900, "fieldwork_end": "2018-01", "mode": "By post"})",
       {"survey-without-question"}},
      {R"({"question": "Q?", "base": 900, "mode": "By post"})", {"survey-without-dates"}},
  };
  for (const auto& each : cases) {
    const std::string record = R"([{"id": "i", "title": "I", "values": [], "survey": )";
    const JudgedSite site(collection("i", "indicator", record + each.survey + "}]"));
    EXPECT_EQ(site.findings("survey-facts", "i"), each.messages) << each.survey;
    const JudgedSite sourced(collection(
        "i", "indicator", record + each.survey + R"(, "source": {"document": "report"}}])"));
    EXPECT_THAT(sourced.findings("survey-facts", "i"), testing::IsEmpty());
    EXPECT_EQ(sourced.ruling("survey-facts").not_in_source, each.messages.empty() ? 0U : 1U);
  }
}

TEST(IndicatorsTest, the_latest_period_counts_whatever_the_order) {
  const JudgedSite site(collection(
      "indicators", "indicator",
      R"([{"id": "i", "title": "I", "direction": "higher-is-better", "target": 80, "tolerance": 5,
      "values": [{"period": "2016-17", "value": 78}, {"period": "2015-16", "value": 70}]},
      {"id": "j", "title": "J", "baseline": 62, "values": [{"period": "2016-17", "value": 55}]},
      {"id": "k", "title": "K", "values": [{"period": "2016", "value": 1}, {"period": "2016", "value": 2}]}])"));
  EXPECT_EQ(site.derived("indicators", "i"),
            R"({"latest":{"period":"2016-17","value":78},"rag":"amber","distance":-2,)"
            R"("previous":{"period":"2015-16","value":70},"change":8,"trend":"better"})");
  EXPECT_EQ(site.derived("indicators", "j"),
            R"({"latest":{"period":"2016-17","value":55},"change":-7,"trend":"down"})");
  EXPECT_THAT(site.problem_ids(), ElementsAre("period-given-twice"));
}

}  // namespace
}  // namespace glasshouse::rules
