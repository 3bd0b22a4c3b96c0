// Every promise of a site by how it stands, those that need attention first.
#pragma once

#include <array>
#include <vector>

#include "model/site.h"
#include "pages/overview/promises_figures.h"

namespace glasshouse::pages {

struct PromiseList {
  /// Of one standing, in kStandingOrder: the longest past its date first, then as the collection is
  /// sorted.
  std::array<std::vector<const model::Record*>, model::kStandings> by_standing;
  /// Declared on track though late, then late: the longest past its date first.
  std::vector<const model::Record*> attention;

  explicit PromiseList(const model::Site& site);
};

}  // namespace glasshouse::pages
