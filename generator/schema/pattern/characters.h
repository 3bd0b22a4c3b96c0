// Characters of a pattern: code points and classes of them.
#pragma once

#include <string>
#include <string_view>

#include "schema/pattern/pattern.h"

namespace glasshouse::schema {

constexpr char32_t kLastCharacter = 0x10FFFF;

/// The characters that are not in the class.
[[nodiscard]] Pattern::Class inverse(Pattern::Class ranges);

/// What \d, \w, \s and their opposites stand for; empty for other letters.
[[nodiscard]] Pattern::Class class_of(char32_t letter);

/// The text by code points; what is malformed becomes U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

}  // namespace glasshouse::schema
