// Values as JavaScript sees them: truth, text, numbers, comparison. A safe string is an object
// there, as it is in Nunjucks: it is always true, and the same as itself only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace glasshouse::templating {

[[nodiscard]] bool is_truthy(Value value);

/// A list is printed up to about this many bytes: more is no text for people.
constexpr std::size_t kLongestList = 4u << 20;

/// Adds String(value): lists joined by commas, maps as "[object Object]", undefined as "undefined".
void append_text(std::string& out, Value value);
/// Adds the value as `{{ value }}` prints it, without escaping: undefined and null are nothing.
void append_printed(std::string& out, Value value);
/// String(value). For a string it is the string; `buffer` holds the text of others.
[[nodiscard]] std::string_view text_of(Value value, std::string& buffer);
/// Adds the number as JavaScript prints it.
void append_number_text(std::string& out, double number);

/// Number(value).
[[nodiscard]] double number_of(Value value);
/// As an index or a count: whole, and 0 for what is no number.
[[nodiscard]] double whole_number(Value value);
/// The number at the start of the text, as parseFloat and parseInt; NaN when there is none.
[[nodiscard]] double parse_float(std::string_view text);
[[nodiscard]] double parse_integer(std::string_view text, int base);

[[nodiscard]] bool is_loosely_equal(Value a, Value b);   // ==
[[nodiscard]] bool is_strictly_equal(Value a, Value b);  // ===

enum class Order { less, equal, greater, none };
/// a < b, a > b; `none` when neither and not equal, as with NaN.
[[nodiscard]] Order compare(Value a, Value b);

/// Whether the key is an array index ("0", "12"), which JavaScript puts before other keys.
[[nodiscard]] bool is_index_key(std::string_view key);
/// The positions of a map's entries in JavaScript's order; empty when that is the order they have.
[[nodiscard]] std::vector<std::uint32_t> javascript_order(const Map& map);
/// Calls `visit(entry)` for each entry in JavaScript's order.
template <class Visit>
void for_each_entry(const Map& map, Visit visit) {
  const std::vector<std::uint32_t> order = javascript_order(map);
  for (std::size_t i = 0; i < map.size(); ++i) visit(map[order.empty() ? i : order[i]]);
}

/// Adds JSON.stringify(value, null, indent); nothing is added for undefined. False when the value
/// stands in itself, or its text is over `limit` bytes.
[[nodiscard]] bool append_json_text(std::string& out, Value value, std::string_view indent,
                                    std::size_t limit);

}  // namespace glasshouse::templating
