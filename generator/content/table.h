// A file of many records, CSV, JSON or NDJSON, made into records by the collection's mapping.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "content/source.h"
#include "content/table_source.h"

namespace glasshouse::content {

/// What a table is read with.
struct TableContext {
  const TableSource& source;
  std::string_view file;             // "content/wards/wards.csv"
  std::string_view definition_file;  // "content/wards/collection.json"
  std::span<const std::string_view> facets;
  const Limits& limits;
  Arena& arena;
  Diagnostics& diagnostics;
};

/// The records of `text` in the order of the file; ids are well formed, but one may stand twice.
/// A record with an error, which has then been said, is left out.
[[nodiscard]] std::vector<SourceRecord> read_table(std::string_view text,
                                                   const TableContext& context);

}  // namespace glasshouse::content
