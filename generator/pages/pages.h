// What people read: every HTML page of the site as a route, and the theme's assets. Start here.
//
//   const auto theme = load_theme(site, {site_templates, own_templates, govuk_dist}, diagnostics);
//   if (theme) add_routes(site, *theme, routes, diagnostics);
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/route.h"
#include "pages/theme.h"

namespace glasshouse::pages {

/// Adds the home page, lists, facets, records, plain pages, tombstones, 404.html and the assets.
/// `site`, which the theme was loaded for, and `theme` must outlive the routes.
void add_routes(const model::Site& site, const Theme& theme, std::vector<model::Route>& routes,
                Diagnostics& diagnostics);

}  // namespace glasshouse::pages
