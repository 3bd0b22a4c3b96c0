// Short words for making JSON: of Values in one arena, or straight into the output. Members of a
// Value that are undefined are left out when it is written (base/json.h).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/value.h"

namespace glasshouse::formats {

struct JsonParts {
  Arena& arena;

  using Members = std::initializer_list<std::pair<std::string_view, Value>>;
  [[nodiscard]] Value text(std::string_view words) const { return Value::string(arena, words); }
  /// Undefined where there are no words.
  [[nodiscard]] Value text_if(std::string_view words) const {
    return words.empty() ? Value() : text(words);
  }
  [[nodiscard]] Value map(Members members) const { return Map::of(arena, members); }
  [[nodiscard]] Value list(std::initializer_list<Value> items) const {
    return List::of(arena, items);
  }
};

/// Adds "key":"text".
inline void append_member(std::string& out, std::string_view key, std::string_view text) {
  append_json_string(out, key);
  out += ':';
  append_json_string(out, text);
}

}  // namespace glasshouse::formats
