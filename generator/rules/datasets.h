// Datasets: the last release, when the next is due, and the rule transparency-dataset.
//
// Local Government Transparency Code 2015, Part 2: quarterly data within a month of the quarter's
// end (paragraph 28 and following), annual data within a month of the year's (paragraph 34 and
// following). A record says which of the Code's datasets it is by `transparency_code`; a site with
// none that does is not judged.
//
// `derived`: last_release, next_due, overdue.
#pragma once

#include <span>
#include <string_view>

#include "rules/workspace.h"

namespace glasshouse::rules {

struct MandatoryDataset {
  std::string_view id, title;
  int months;  // between releases
};

/// What Part 2 of the Code asks for, in its order.
[[nodiscard]] std::span<const MandatoryDataset> mandatory_datasets();

/// The day that is so many months after another, the last of its month where that has no such day.
[[nodiscard]] Date add_months(Date date, int months);

void derive_datasets(Workspace& work, model::Collection& collection);

}  // namespace glasshouse::rules
