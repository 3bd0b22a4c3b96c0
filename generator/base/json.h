// JSON text from a Value, as RFC 8259 has it. Reading JSON is content/'s work.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace glasshouse {

enum class JsonStyle : std::uint8_t {
  compact,   // no white space
  indented,  // two spaces a level, as people read it
};

/// Adds the value. Undefined members are left out, elsewhere undefined is null; numbers print as
/// in JavaScript, those that are not finite as null. `<` `>` and `&` are written as they are: this
/// is no JavaScript in a page.
void append_json(std::string& out, Value value, JsonStyle style = JsonStyle::compact,
                 std::size_t depth = 0);

/// Adds the text as a JSON string, quotes included.
void append_json_string(std::string& out, std::string_view text);

}  // namespace glasshouse
