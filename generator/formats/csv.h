// A collection as CSV (RFC 4180): UTF-8, CRLF, a header of field names.
#pragma once

#include <string>
#include <string_view>

#include "model/route.h"

namespace glasshouse::formats {

/// Adds one cell: a list of plain values joined by "; ", other lists and objects as JSON; numbers
/// as they are.
void append_value_cell(std::string& out, Value value);

/// Adds a string as it is, anything else as JSON.
void append_plain(std::string& out, Value value);

/// Adds the collection with the columns of columns.h, a row a record.
void append_collection_csv(std::string& out, const model::Site& site,
                           const model::Collection& collection, const model::Workspace& space);

}  // namespace glasshouse::formats
