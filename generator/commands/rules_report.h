// What the rules found, as `check` tells it on a terminal.
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::commands {

/// How far ahead `check` looks for what falls due.
inline constexpr int kCheckDaysAhead = 14;

/// The findings of all rules that are not switched off.
[[nodiscard]] std::size_t count_findings(const model::Site& site);

/// A line for each rule that is not kept, with its first findings; then what falls due within
/// kCheckDaysAhead days of the date the site stands at. Empty where there is neither.
[[nodiscard]] std::string rules_text(const model::Site& site);

}  // namespace glasshouse::commands
