// Problems as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for editors and code
// hosts: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace glasshouse {

/// What is known of the rule that gives an id.
struct RuleHelp {
  std::string_view id, title, text, url;  // url may be empty
};

/// One run: the rules given, and those that results have besides, by id; the results in the order
/// of the diagnostics. A path is written as a relative URI, from the site's folder.
[[nodiscard]] std::string to_sarif(const std::vector<Diagnostic>& diagnostics,
                                   std::span<const RuleHelp> rules = {});

}  // namespace glasshouse
