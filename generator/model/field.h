// What a schema says of one field that people meet: its label, the words and colours of its values,
// its unit. Read from the schema's properties once, for tables, forms, exports and dictionaries.
#pragma once

#include <string_view>
#include <vector>

#include "base/value.h"

namespace glasshouse::model {

/// How a field is shown and sorted.
enum class FieldType : std::uint8_t {
  text,
  markdown,
  date,
  date_time,
  uri,
  email,
  number,
  integer,
  boolean,
  list,
  object,
};

/// Views live in the schema's Value.
struct Field {
  std::string_view name;
  std::string_view title;  // the label; the name where the schema gives none
  std::string_view description;
  FieldType type = FieldType::text;
  FieldType item_type = FieldType::text;  // of a list
  std::string_view unit;                  // x-unit
  bool required = false;
  bool is_reference = false;  // x-reference, of the value or of its items
  bool is_ward_code = false;  // x-ward-code, likewise
  Value labels;               // x-labels, a map, of the value or of its items
  Value tags;                 // x-tags, likewise
  Value schema;               // the property's own schema

  /// What people read for the value: its label, else the value itself.
  [[nodiscard]] std::string_view label(std::string_view value) const;
};

/// The properties of a JSON Schema of an object, in its order.
[[nodiscard]] std::vector<Field> read_fields(Value schema);

}  // namespace glasshouse::model
