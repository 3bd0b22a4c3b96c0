#include "rules/indicators.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace glasshouse::rules {

namespace {

using model::Record;

// Differences that only the binary form of decimals makes are none: 0.3 is 0.1 + 0.2.
constexpr double kNothing = 1e-9;

std::optional<double> number_in(Value value) {
  return value.is_number() ? std::optional(value.as_number()) : std::nullopt;
}

// Values in the order of their periods: "2016", "2016-17", "2017-05" sort as they are written.
std::vector<Value> in_order(Value values) {
  std::vector<Value> result;
  for (const Value& each : values.items()) {
    if (each["value"].is_number()) result.push_back(each);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](Value a, Value b) { return a["period"].text() < b["period"].text(); });
  return result;
}

void check_periods(Workspace& work, const Record& record, const std::vector<Value>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Value period = values[i]["period"];
    if (period.text().empty() || period.text() != values[i - 1]["period"].text()) continue;
    work.problems().error("period-given-twice", Workspace::place(record, period),
                          fmt::format("the period {} has two values", period.text()),
                          "Keep the one that holds; say what was wrong under `corrections`.");
  }
}

// How far the value is from the target, positive where better. Of a plan: never positive.
double distance(double value, double target, Direction direction) {
  switch (direction) {
    case Direction::lower_is_better:
      return target - value;
    case Direction::plan_is_best:
      return -std::abs(value - target);
    default:
      return value - target;
  }
}

void judge_survey(Workspace& work, const Record& record, Value survey) {
  constexpr Rule kRule = Rule::survey_facts;
  if (!survey.is_map()) return;
  const bool is_dated = is_filled(survey["fieldwork_start"]) || is_filled(survey["fieldwork_end"]);
  const std::pair<bool, std::string_view> facts[] = {
      {is_filled(survey["question"]), "survey-without-question"},
      {survey["base"].is_number(), "survey-without-base"},
      {is_dated, "survey-without-dates"},
      {is_filled(survey["mode"]), "survey-without-mode"}};
  const bool is_whole =
      std::all_of(std::begin(facts), std::end(facts), [](const auto& fact) { return fact.first; });
  if (is_whole) return work.keeps(kRule);
  if (is_sourced(record)) return work.is_silent(kRule);
  for (const auto& [is_given, message] : facts) {
    if (!is_given) work.finds(kRule, &record, survey, message, std::nullopt, {});
  }
}

}  // namespace

Direction direction(std::string_view text) {
  if (text == "higher-is-better") return Direction::higher_is_better;
  if (text == "lower-is-better") return Direction::lower_is_better;
  return text == "plan-is-best" ? Direction::plan_is_best : Direction::none;
}

std::string_view rag(double value, double target, double tolerance, Direction direction) {
  if (direction == Direction::none) return {};
  const double off = distance(value, target, direction);
  const double green = direction == Direction::plan_is_best ? -tolerance : 0;
  if (off >= green - kNothing) return "green";
  return off >= green - tolerance - kNothing ? "amber" : "red";
}

std::string_view trend(double before, double after, std::optional<double> target,
                       Direction direction) {
  if (std::abs(after - before) < kNothing) return "steady";
  const bool is_up = after > before;
  if (direction == Direction::none || (direction == Direction::plan_is_best && !target)) {
    return is_up ? "up" : "down";
  }
  if (direction == Direction::higher_is_better) return is_up ? "better" : "worse";
  if (direction == Direction::lower_is_better) return is_up ? "worse" : "better";
  const double change = std::abs(after - *target) - std::abs(before - *target);
  if (std::abs(change) < kNothing) return "steady";
  return change < 0 ? "better" : "worse";
}

void derive_indicators(Workspace& work, model::Collection& collection) {
  const FieldKey direction_of(collection, "direction"), target_of(collection, "target"),
      tolerance_of(collection, "tolerance"), values_of(collection, "values"),
      baseline_of(collection, "baseline"), survey_of(collection, "survey");
  Arena& arena = work.arena();
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    judge_survey(work, record, survey_of.of(record));
    const std::vector<Value> values = in_order(values_of.of(record));
    if (values.empty()) continue;
    check_periods(work, record, values);
    const Direction which = direction(direction_of.of(record).text());
    const auto target = number_in(target_of.of(record)),
               baseline = number_in(baseline_of.of(record));
    const double latest = values.back()["value"].as_number();
    Map* derived = Map::make(arena, 6);
    derived->set(arena, "latest", values.back());
    if (target && which != Direction::none) {
      const double tolerance = number_in(tolerance_of.of(record)).value_or(0);
      derived->set(arena, "rag", work.text(rag(latest, *target, tolerance, which)));
      derived->set(arena, "distance", Value::number(distance(latest, *target, which)));
    }
    std::optional<double> before = baseline;
    if (values.size() > 1) {
      derived->set(arena, "previous", values[values.size() - 2]);
      before = values[values.size() - 2]["value"].as_number();
    }
    if (before) {
      derived->set(arena, "change", Value::number(latest - *before));
      derived->set(arena, "trend", work.text(trend(*before, latest, target, which)));
    }
    record.derived = Value::map(derived);
  }
}

}  // namespace glasshouse::rules
