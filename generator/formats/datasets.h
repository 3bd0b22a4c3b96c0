// A dataset's own files: its rows as CSV (RFC 4180), JSON (RFC 8259) and NDJSON, its Table Schema
// (Frictionless, specs.frictionlessdata.io/table-schema), its column dictionary, and the rows that
// were left out. The files as given are attachments.h's.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds, under the address of each dataset: RELEASE.csv of each release, records.json and
/// records.ndjson of all of them (the latest first; each row says its `release`), schema.json,
/// columns.csv, and rejected.csv where rows were left out.
void add_dataset_routes(const model::Site& site, std::vector<model::Route>& routes);

/// Adds the Table Schema of the clean files.
void append_table_schema(std::string& out, const model::Dataset& dataset);

}  // namespace glasshouse::formats
