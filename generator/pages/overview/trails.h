// From what was recommended to what came of it: the promises that answer a recommendation, and the
// decisions that carry those out; and the same way back.
#pragma once

#include <vector>

#include "model/site.h"

namespace glasshouse::pages {

/// The promises that the record names or that name it, each once, in the order of its links.
[[nodiscard]] std::vector<const model::Record*> promises_of(const model::Record& record);

/// The decisions that say that they carry the promise out.
[[nodiscard]] std::vector<const model::Record*> decisions_of(const model::Record& promise);

/// The recommendations that name the promise or that it names, each once.
[[nodiscard]] std::vector<const model::Record*> recommendations_of(const model::Record& promise);

/// The promises that a decision says it carries out.
[[nodiscard]] std::vector<const model::Record*> carried_out_by(const model::Record& decision);

/// Whether the page of the record shows the link in its trail: of a recommendation, the promises
/// that answer it; of a promise, the recommendations that it answers and the decisions that carry
/// it out.
[[nodiscard]] bool is_of_trail(const model::Record& record, const model::Link& link);

}  // namespace glasshouse::pages
