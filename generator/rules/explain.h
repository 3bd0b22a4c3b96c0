// "How this is worked out": for each value of `derived`, the formula by id, what went in, the bank
// holidays that were skipped, the rule that cites the law, and the records it came from. Made when
// a page or a record's JSON asks for it, from the record and its `derived`, so that a site of a
// million records does not carry it. Pages word the formulas from templates/strings/.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "model/site.h"

namespace glasshouse::rules {

/// A map from the key in `derived` to
///     {"formula": "working-days-after", "inputs": {"from": "2018-04-16", "days": 20},
///      "skipped": [{"date": "2018-05-07", "title": "Early May bank holiday",
///                   "where": ["england-and-wales", "scotland", "northern-ireland"]}],
///      "rule": "foi-deadline", "records": ["savings/adults-2017-06"]}
/// where `skipped`, `rule` and `records` stand only where there are some. Undefined where the
/// record has no `derived`. May be called from any thread, each with its arena.
[[nodiscard]] Value explain(const model::Site& site, const model::Record& record, Arena& arena);

/// A step's formula as an English sentence, its blanks filled with the inputs: "the working day
/// that is 20 after 2018-04-16, which is day zero".
[[nodiscard]] std::string in_words(Value step);

struct Formula {
  std::string_view id, pattern;  // in English; the blanks are its inputs
};

/// Every formula that explain gives, with its sentence.
[[nodiscard]] std::span<const Formula> formulas();

}  // namespace glasshouse::rules
