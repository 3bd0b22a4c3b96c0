// A file of many records, CSV, JSON or NDJSON, made into records as the collection's source says.
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

struct TableRecords {
  std::vector<SourceRecord> records;  // in the order of the file; ids are well formed and differ
  TableCounts counts;
};

/// The records of `text`. A row that gives no record has been spoken of, unless `where` leaves it
/// out.
[[nodiscard]] TableRecords read_table(std::string_view text, const TableContext& context);

}  // namespace glasshouse::content
