// What the columns of a CSV are, for programs: CSVW metadata (w3.org/TR/tabular-metadata) beside
// each file, under its name and "-metadata.json", where readers look for it.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds records.csv-metadata.json of each collection and RELEASE.csv-metadata.json of each release
/// of each dataset.
void add_csvw_routes(const model::Site& site, std::vector<model::Route>& routes);

/// Adds the metadata of a collection's records.csv.
void append_csvw(std::string& out, const model::Site& site, const model::Collection& collection);

/// Adds the metadata of a release's clean file.
void append_csvw(std::string& out, const model::Site& site, const model::Dataset& dataset,
                 const model::DatasetRelease& release);

}  // namespace glasshouse::formats
