// Characters of UTF-8 text as templates count and change them: one for each code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace glasshouse::templating {

/// Bytes of the character that starts at `at`; a malformed byte counts as one character.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);
/// The number of characters of UTF-8 text.
[[nodiscard]] std::size_t character_count(std::string_view text);
/// The byte offset of the character number `index`, or the size of the text.
[[nodiscard]] std::size_t offset_of(std::string_view text, std::size_t index);
[[nodiscard]] bool is_ascii(std::string_view text);

/// Without white space, as JavaScript's `\s` has it, at the start, the end, or both.
[[nodiscard]] std::string_view strip_start(std::string_view text);
[[nodiscard]] std::string_view strip_end(std::string_view text);
[[nodiscard]] inline std::string_view strip(std::string_view text) {
  return strip_end(strip_start(text));
}
/// Bytes of the white space character at `at`; 0 when it is another.
[[nodiscard]] std::size_t space_length(std::string_view text, std::size_t at);

/// Adds the text in upper or lower case, all of Unicode (one character to one).
void append_upper(std::string& out, std::string_view text);
void append_lower(std::string& out, std::string_view text);
/// Adds the first character in upper case and the others in lower case.
void append_capitalized(std::string& out, std::string_view text);

}  // namespace glasshouse::templating
