// How a collection's `source` says that records come from a file of many: docs/collections.md,
// "source". Read from collection.json before any record is.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::content {

enum class SourceType : std::uint8_t { files, csv, json, ndjson };
enum class CellType : std::uint8_t { as_written, string, integer, number, boolean };

/// What one column becomes.
struct ColumnRule {
  std::string_view column;
  std::string_view field;  // empty: dropped on purpose
  CellType type = CellType::as_written;
  std::string_view separator;  // empty: not a list
  Mark mark;                   // of the column's name in collection.json
};

/// A part of the pattern that makes an id: text, or a column's value.
struct IdPart {
  std::string_view text;  // the literal text, or the name of the column
  bool is_column = false;
  bool is_slugged = false;  // {slug:column}
};

struct TableSource {
  SourceType type = SourceType::files;
  std::string_view file;  // in the collection's folder
  Mark file_mark;
  std::string_view pointer;  // `at`: a JSON pointer (RFC 6901)
  Mark pointer_mark;
  bool has_mapping = false;
  std::vector<ColumnRule> columns;  // of the mapping
  std::vector<IdPart> id;           // empty: a field or column `id` is used
  Mark id_mark;

  [[nodiscard]] const ColumnRule* find(std::string_view column) const;
};

/// Reads `source` of collection.json (`file`); {"type": "files"} where it has none. None, having
/// said why, where it is wrong.
[[nodiscard]] std::optional<TableSource> read_table_source(const Map& definition,
                                                           std::string_view file,
                                                           Diagnostics& diagnostics);

}  // namespace glasshouse::content
