// The methods of JavaScript that templates call on strings, lists, maps and numbers.
#pragma once

#include "template/function.h"

namespace glasshouse::templating::methods {

using Function = Value (*)(Value receiver, Call& call);

struct Row {
  std::string_view name;
  Function string = nullptr;
  Function list = nullptr;
  Function map = nullptr;
  Function number = nullptr;
  Function object = nullptr;  // of a cycler
};

// string_methods.cpp
Value string_char_at(Value, Call&);
Value string_concat(Value, Call&);
Value string_ends_with(Value, Call&);
Value string_includes(Value, Call&);
Value string_index_of(Value, Call&);
Value string_last_index_of(Value, Call&);
Value string_pad_end(Value, Call&);
Value string_pad_start(Value, Call&);
Value string_repeat(Value, Call&);
Value string_replace(Value, Call&);
Value string_replace_all(Value, Call&);
Value string_slice(Value, Call&);
Value string_split(Value, Call&);
Value string_starts_with(Value, Call&);
Value string_substring(Value, Call&);
Value string_lower(Value, Call&);
Value string_upper(Value, Call&);
Value string_trim(Value, Call&);
Value string_trim_end(Value, Call&);
Value string_trim_start(Value, Call&);

// list_methods.cpp
Value list_at(Value, Call&);
Value list_concat(Value, Call&);
Value list_includes(Value, Call&);
Value list_index_of(Value, Call&);
Value list_join(Value, Call&);
Value list_pop(Value, Call&);
Value list_push(Value, Call&);
Value list_reverse(Value, Call&);
Value list_slice(Value, Call&);
Value map_has(Value, Call&);
Value map_items(Value, Call&);
Value map_keys(Value, Call&);
Value map_values(Value, Call&);
Value number_to_fixed(Value, Call&);
Value to_string(Value, Call&);
Value cycler_next(Value, Call&);
Value cycler_reset(Value, Call&);

/// A position counted from the end when it is negative, within 0 and `size`.
[[nodiscard]] std::size_t clamp_position(Value position, std::size_t size, std::size_t otherwise);

}  // namespace glasshouse::templating::methods
