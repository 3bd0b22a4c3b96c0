// Datasets: the last release, when the next is due, and the rule transparency-dataset.
//
// Local Government Transparency Code 2015, Part 2: quarterly data within a month of the quarter's
// end (paragraph 28 and following), annual data within a month of the year's (paragraph 34 and
// following). A record says which of the Code's datasets it is by `transparency_code`. A dataset
// that no record is, is asked for where `transparency_code` of site.json says that the Code binds
// the body (but for its `except`), or where another of the Code's datasets is published.
//
// `derived`: last_release, next_due, overdue.
#pragma once

#include <set>
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

/// Months from one release of the dataset to the next, by its `update_frequency`, else by the Code;
/// 0 where neither says.
[[nodiscard]] int months_between_releases(const model::Record& record);

/// Ids of the Code's datasets that the site publishes.
using PublishedDatasets = std::set<std::string_view>;

void derive_datasets(Workspace& work, model::Collection& collection, PublishedDatasets& published);

/// Once all collections are judged: what the Code asks for and the site does not publish.
void judge_missing_datasets(Workspace& work, const PublishedDatasets& published);

}  // namespace glasshouse::rules
