// Commitments: `derived` of each record, the rules promise-on-time, promise-kept-to-date,
// promise-change-explained, promise-reviewed, promise-evidence, promise-as-declared and
// promise-checkable, and what cannot be true. Where the rules come from: promise_standing.h.
#pragma once

#include <vector>

#include "rules/promise_standing.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

/// What statistics count of one promise.
struct PromiseCase {
  const model::Record* record = nullptr;
  PromiseStanding stands;
  bool vague = false;
  std::string_view priority, directorate;
  Value wards;
};

/// Judges every promise of the collection, and notes each move of a due date.
void derive_promises(Workspace& work, model::Collection& collection,
                     std::vector<PromiseCase>& cases);

}  // namespace glasshouse::rules
