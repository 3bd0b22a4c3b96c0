// A collection as CSV (RFC 4180): UTF-8, CRLF, a header of field names.
#pragma once

#include <string>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds the columns id, url and the fields of the schema in its order, a row a record. Lists of
/// plain values are joined by "; ", other lists and objects are JSON. Text that a spreadsheet would
/// run as a formula (it starts with = + - @, a tab or a return) gets an apostrophe in front;
/// numbers stay as they are.
void append_collection_csv(std::string& out, const model::Site& site,
                           const model::Collection& collection, const model::Workspace& space);

}  // namespace glasshouse::formats
