// The overviews: pages that answer a question over all records, from the figures of
// model/statistics.h. Each page and its JSON are written from one struct. A site that has no
// records of the kind does not get the page.
#pragma once

#include <vector>

#include "model/route.h"
#include "pages/theme.h"

namespace glasshouse::pages {

/// Adds each overview and its index.json. `site`, which the theme was loaded for, and `theme` must
/// outlive the routes. The figures are read when a route is produced.
void add_overview_routes(const model::Site& site, const Theme& theme,
                         std::vector<model::Route>& routes);

}  // namespace glasshouse::pages
