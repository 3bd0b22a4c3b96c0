// sitemap.xml (sitemaps.org 0.90) of every page, and robots.txt (RFC 9309).
#pragma once

#include <vector>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds sitemap.xml for the pages among `routes`, in files of 50,000 addresses at most
/// (sitemap-1.xml …, with sitemap.xml as their index) where there are more; and robots.txt.
void add_sitemap_routes(const model::Site& site, std::vector<model::Route>& routes);

}  // namespace glasshouse::formats
