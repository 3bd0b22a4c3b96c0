// The keywords of draft-07 and our own: what each takes, and where schemas lie inside a schema.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::schema {

/// What the value of a keyword must be.
enum class Takes : std::uint8_t {
  anything,
  text,
  boolean,
  number,
  positive_number,
  count,  // a whole number, not negative
  list,
  filled_list,  // with one item at least
  distinct_texts,
  types,          // one type's name, or a list of them
  texts_by_text,  // {"a": "b"}
  schema,
  filled_schemas,  // a list with one schema at least
  schema_or_schemas,
  schemas_by_name,
  schemas_or_texts_by_name,  // dependencies
  text_or_true,              // x-reference
  just_true,                 // x-file, x-ward-code, x-document
};

struct Keyword {
  std::string_view name;
  Takes takes;
};

/// All of them, by name.
[[nodiscard]] std::span<const Keyword> all_keywords();
/// The keyword, or nullptr.
[[nodiscard]] const Keyword* find_keyword(std::string_view name);

/// What the schema says under a keyword; undefined where it says nothing or what it must not.
[[nodiscard]] Value keyword_value(const Map& schema, std::string_view name);

/// Says each unknown keyword and each wrong value in this one schema, not in those inside it.
void check_keywords(const Map& schema, std::string_view file, Diagnostics& diagnostics);

/// Calls `visit` for each schema that lies directly inside this one.
void for_each_subschema(const Map& schema, const std::function<void(Value)>& visit);

}  // namespace glasshouse::schema
