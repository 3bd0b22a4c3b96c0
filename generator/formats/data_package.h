// The site's tables as Data Packages, version 2 (datapackage.org/standard/data-package), which
// tools for analysts open as a whole.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds datapackage.json of each dataset, and of the site with every collection and release.
void add_data_package_routes(const model::Site& site, std::vector<model::Route>& routes);

/// Adds the package of all tables of the site.
void append_site_package(std::string& out, const model::Site& site);

/// Adds the package of a dataset's releases. Their schema is the dataset's schema.json.
void append_dataset_package(std::string& out, const model::Site& site,
                            const model::Dataset& dataset);

}  // namespace glasshouse::formats
