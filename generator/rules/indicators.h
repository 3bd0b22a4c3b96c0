// Indicators: red, amber or green from target, tolerance and direction, never typed by hand; trend
// and distance to target. The reading of the Local Government Association's performance guidance:
// green at the target or better, amber within the tolerance of it, red beyond.
//
// The rule survey-facts: a figure that comes from a survey (`survey`) has the question, the number
// of answers, the dates and the way of asking beside it (Code of Practice for Statistics).
//
// `derived`: latest {period, value, provisional}, previous, rag ("green", "amber", "red"), distance
// (how far the latest is from the target, positive where better), change, trend ("better", "worse",
// "steady"; "up" or "down" where the record gives no direction).
#pragma once

#include <optional>
#include <string_view>

#include "rules/workspace.h"

namespace glasshouse::rules {

enum class Direction : std::uint8_t { none, higher_is_better, lower_is_better, plan_is_best };
[[nodiscard]] Direction direction(std::string_view text);

/// "green", "amber" or "red"; empty where there is no direction. A target that is the plan is met
/// within the tolerance either way, amber within twice of it.
[[nodiscard]] std::string_view rag(double value, double target, double tolerance,
                                   Direction direction);

/// "better", "worse", "steady", "up", "down".
[[nodiscard]] std::string_view trend(double before, double after, std::optional<double> target,
                                     Direction direction);

void derive_indicators(Workspace& work, model::Collection& collection);

}  // namespace glasshouse::rules
