// What the rules found, as `check` tells it on a terminal.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/sarif.h"
#include "model/site.h"

namespace glasshouse::commands {

/// How far ahead `check` looks for what falls due.
inline constexpr int kCheckDaysAhead = 14;

/// Where a finding stands: the value, else its record; site.json where no record is.
[[nodiscard]] Place place_of(const model::Finding& finding);

/// What happens on a day that falls due: "an answer is due".
[[nodiscard]] std::string_view words_of(std::string_view what);

/// The findings of all rules that are not switched off.
[[nodiscard]] std::size_t count_findings(const model::Site& site);

/// The findings that are no problems, as notes at their places: those of rules that site.json
/// raises are problems already. Of what no record is, at site.json.
[[nodiscard]] std::vector<Diagnostic> notes_of(const model::Site& site);

/// What SARIF says of the rules of the site.
[[nodiscard]] std::vector<RuleHelp> help_of(const model::Site& site);

/// The whole report of `check` as one JSON object, {as_of, records, problems, rules, falls_due}:
/// docs/commands.md, "check", describes it.
[[nodiscard]] std::string check_json(const model::Site& site,
                                     const std::vector<Diagnostic>& problems);

/// A line for each rule that is not kept, with its first findings; then what falls due within
/// kCheckDaysAhead days of the date the site stands at. Empty where there is neither.
[[nodiscard]] std::string rules_text(const model::Site& site);

}  // namespace glasshouse::commands
