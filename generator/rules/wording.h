// The sentences of findings, in English, for diagnostics. Pages word the same ids in the site's own
// language; the blanks are the finding's values.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/findings.h"

namespace glasshouse::rules {

/// A sentence without full stop: "answered on {responded}, after the deadline of {deadline}".
struct Wording {
  std::string_view message, pattern;
};

/// Every message that a finding can have.
[[nodiscard]] std::span<const Wording> wordings();

/// The sentence of a finding, its blanks filled.
[[nodiscard]] std::string sentence(const model::Finding& finding);

}  // namespace glasshouse::rules
