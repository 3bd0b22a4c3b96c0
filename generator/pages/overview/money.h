// /money/: of what was to be saved, how much was forecast to be. /money/index.json has the same
// figures, in pounds.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// The page's path, "money/"; empty where the site has no such page.
[[nodiscard]] std::string money_path(const Theme& theme);

/// Adds the page and its JSON, where the site has savings.
void add_money_overview(const model::Site& site, const Theme& theme,
                        std::vector<model::Route>& routes);

/// {as_of, formulas, snapshots: [{year, snapshot, sum, movement?, printed?: {record, …sum},
/// difference?, reconciles?, directorates: [{directorate, title, sum, movement?, rows: [{record,
/// …sum}]}]}]}. A sum is {target?, on_track?, at_risk?, delayed?, undeliverable?}, in pounds, and
/// has what is stated; of a snapshot and a directorate on_track_per_cent? too.
[[nodiscard]] Value money_json(const Making& making);

}  // namespace glasshouse::pages
