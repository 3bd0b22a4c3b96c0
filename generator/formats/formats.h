// Routes of what programs read: the same records as the pages, as data.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::formats {

/// Adds, for each record, index.json and its attachments; for each collection, its records as JSON,
/// NDJSON, CSV and numbered pages, schema.json, columns.csv and, of wards, boundaries.geojson; for
/// each dataset, its rows; feeds and calendars; for the site, openapi.json, catalog.jsonld,
/// data.json, datapackage.json, sitemap.xml and robots.txt. `routes` must hold the pages already:
/// the sitemap lists them. The site must outlive the routes.
void add_routes(const model::Site& site, std::vector<model::Route>& routes,
                Diagnostics& diagnostics);

}  // namespace glasshouse::formats
