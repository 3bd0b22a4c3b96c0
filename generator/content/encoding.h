// The encodings that the file of a table may be declared to have. Nothing is guessed: what a file
// is declared to be it must be, and what it may be instead is only a hint.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace glasshouse::content {

enum class Encoding : std::uint8_t { utf8, windows_1252 };

/// The text of a file in UTF-8 without a byte order mark, in the file's bytes or in `converted`;
/// none, having named the wrong byte, where it is not in this encoding. `how_to_declare` says where
/// another encoding is declared: "say encoding: windows-1252 under read".
[[nodiscard]] std::optional<std::string_view> decode_text(std::string_view bytes, Encoding encoding,
                                                          std::string_view file,
                                                          std::string_view how_to_declare,
                                                          std::string& converted,
                                                          Diagnostics& diagnostics);

}  // namespace glasshouse::content
