// How a collection's `source` says that records come from a file of many: docs/collections.md,
// "source". Read from collection.json before any record is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "content/encoding.h"
#include "content/field_rule.h"

namespace glasshouse::content {

enum class SourceType : std::uint8_t { files, csv, json, ndjson };

/// A column named by itself.
struct ColumnName {
  std::string_view name;
  Mark mark;
};

/// What a row must be to be read at all.
struct Condition {
  enum class Test : std::uint8_t { equals, is_not, empty } test = Test::equals;
  ColumnName column;
  ValueMap words;         // of equals and is_not
  bool is_empty = false;  // of empty: whether it must be
};

struct TableSource {
  SourceType type = SourceType::files;
  std::string_view file;  // in the collection's folder
  Mark file_mark;
  std::string_view pointer;  // `at`: a JSON pointer (RFC 6901)
  Mark pointer_mark;
  // Of a CSV file.
  Encoding encoding = Encoding::utf8;
  char delimiter = ',';
  std::uint32_t header_row = 1;  // the line that the header stands on

  bool has_mapping = false;      // `mapping` or `fields`: else each column is the field of its name
  bool has_fields = false;       // `fields`
  std::vector<FieldRule> rules;  // of both; a field once
  std::vector<ColumnName> drop;  // columns left out on purpose
  std::vector<Condition> where;  // all of them must hold
  Pattern id;                    // empty: a field or column `id` is used
  Mark id_mark;
  OnError bad_rows = OnError::fail;  // or reject
};

/// Reads `source` of collection.json (`file`); {"type": "files"} where it has none. None, having
/// said why, where it is wrong.
[[nodiscard]] std::optional<TableSource> read_table_source(const Map& definition,
                                                           std::string_view file,
                                                           Diagnostics& diagnostics);

}  // namespace glasshouse::content
