// Who answers for what, gathered over the collections: the groups of /responsible/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace glasshouse::pages {

/// What one directorate answers for; what it has none of is null. Points into the statistics.
struct DirectorateGroup {
  std::string_view directorate;  // its value, the same in all collections
  const model::PromiseFigures* promises = nullptr;
  const model::FoiFigures* foi = nullptr;
  const model::SavingsSnapshot* snapshot = nullptr;  // the latest that has the directorate
  const model::SavingsGroup* savings = nullptr;      // its part of that snapshot
};

/// The promises that name one office or post.
struct OfficeGroup {
  std::string_view office;
  model::PromiseFigures figures;
  std::vector<const model::Record*> promises;  // as their collection is sorted
};

/// By value.
[[nodiscard]] std::vector<DirectorateGroup> directorate_groups(const model::Site& site);

/// Most promises first, then by name.
[[nodiscard]] std::vector<OfficeGroup> office_groups(const model::Site& site);

}  // namespace glasshouse::pages
