// The page at an old address of a record: it leads on at once, and has a link for who stays.
#pragma once

#include <span>
#include <vector>

#include "model/redirects.h"
#include "model/route.h"
#include "pages/theme.h"

namespace glasshouse::pages {

/// Adds a page for each redirect. To be called after the sitemap is made, which lists none of them.
/// `theme` and `redirects` must outlive the routes.
void add_redirect_routes(const Theme& theme, std::span<const model::Redirect> redirects,
                         std::vector<model::Route>& routes);

}  // namespace glasshouse::pages
