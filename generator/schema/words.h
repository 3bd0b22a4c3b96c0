// Words for people: how a value, a type or a place in a record is called in a message.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/value.h"

namespace glasshouse::schema {

/// A step from a record towards one of its values: a field's name, or the number of an item
/// (counted from 1). Steps live on the stack of the walk and point back to where they came from;
/// the record itself is a null pointer.
struct Step {
  const Step* before = nullptr;
  std::string_view key;
  std::size_t item = 0;  // 0: this is a field
};

/// "outcome", "extension.until", "item 2 of exemptions", "file of item 1 of papers"; "the record".
[[nodiscard]] std::string name_of(const Step* step);

/// The value as a message shows it: text in quotation marks and cut when it is long, numbers and
/// booleans as they are, "a list", "an object", "null".
[[nodiscard]] std::string shown(Value value);

/// "text", "a number", "a list" …
[[nodiscard]] std::string_view type_in_words(Value value);

/// `"a"`, `"a" or "b"`, `"a", "b" or "c"`, each as it is shown.
[[nodiscard]] std::string any_of_values(std::span<const Value> values);
/// The same of words that stand without quotation marks.
[[nodiscard]] std::string any_of_words(std::span<const std::string_view> words);

/// `Did you mean "x"?`, or empty; nothing is like a text of less than two characters.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     std::span<const std::string_view> candidates);

/// The place of the value, or of its key where the value has none.
[[nodiscard]] inline Mark place_of(Value value, Value key) {
  return value.mark().line > 0 ? value.mark() : key.mark();
}

}  // namespace glasshouse::schema
