// The columns of a collection as a table: for CSV, its dictionary, and every format that is a table
// or describes one. What a cell holds is what the record's JSON holds under the same name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/route.h"

namespace glasshouse::formats {

/// A column. Views live in the collection's schema or are constant, but for `name`.
struct Column {
  enum class Source : std::uint8_t { id, url, field, derived, updated, licence };
  std::string name;  // "received"; "derived.deadline"
  std::string_view title, description;
  model::FieldType type = model::FieldType::text;
  model::FieldType item_type = model::FieldType::text;  // of a list
  std::string_view unit;
  bool required = false;
  Source source = Source::field;
  std::string_view key;                 // of the field or of `derived`
  const model::Field* field = nullptr;  // where it is one
};

/// id, url, the fields of the schema in its order, what the rules compute of its kind
/// (`derived.deadline`), updated, licence.
[[nodiscard]] std::vector<Column> columns_of(const model::Collection& collection);

/// The same as the rows of records.csv keep them: a field is required only where no record is
/// withdrawn, as of a withdrawn one nothing but its own columns and its title is left.
[[nodiscard]] std::vector<Column> table_columns_of(const model::Collection& collection);

/// How a cell of the column is written in CSV (csv.h).
enum class CellForm : std::uint8_t {
  plain,   // the value itself
  joined,  // a list of plain values with kListSeparator between them
  json,    // an object, or a list of them
};
[[nodiscard]] CellForm form_of(const Column& column);
inline constexpr std::string_view kListSeparator = "; ";

/// The type of the value, or of each in a list that is joined.
[[nodiscard]] inline model::FieldType plain_type_of(const Column& column) {
  return column.type == model::FieldType::list ? column.item_type : column.type;
}

/// What the record has in the column, made in the arena where it is no field; undefined where it
/// has nothing.
[[nodiscard]] Value cell_of(const model::Site& site, const model::Record& record,
                            const Column& column, Arena& arena);

/// The word for the type in dictionaries: "text", "date", "number", "list of text" …
[[nodiscard]] std::string type_name(const Column& column);

/// Adds the dictionary as CSV: a row a column, with its title, type, unit, whether it is required,
/// what it means, the values it may have ("late: Late; …") and the collection it refers to.
void append_column_dictionary(std::string& out, const model::Collection& collection);

}  // namespace glasshouse::formats
