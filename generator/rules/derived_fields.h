// What `derived` may hold for each kind of record: the words for dictionaries, schemas and exports.
#pragma once

#include <span>
#include <string_view>

#include "model/field.h"
#include "schema/definition.h"

namespace glasshouse::rules {

/// A key of `derived`, absent where the record gives nothing to compute it from.
struct DerivedField {
  std::string_view name;
  model::FieldType type = model::FieldType::text;
  std::string_view title;
  std::string_view description;
  std::string_view unit = {};
  model::FieldType item_type = model::FieldType::text;  // of a list
};

/// Every key that the rules give records of the kind, in the order of its page; empty where they
/// compute nothing.
[[nodiscard]] std::span<const DerivedField> derived_fields(schema::Kind kind);

}  // namespace glasshouse::rules
