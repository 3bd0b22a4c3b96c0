// Windows-1252, which files that are not UTF-8 mostly are (WHATWG Encoding, index-windows-1252,
// with the five bytes that Microsoft leaves without a character left out).
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace glasshouse::content {

/// The character of a byte from 0x80 on, in UTF-8; empty where there is none.
[[nodiscard]] inline std::string from_windows_1252(unsigned char byte) {
  constexpr std::array<std::string_view, 32> kFrom0x80 = {
      "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
      "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};
  if (byte < 0xA0) return std::string(kFrom0x80[byte - 0x80]);
  return {static_cast<char>(0xC0 | (byte >> 6)), static_cast<char>(0x80 | (byte & 0x3F))};
}

}  // namespace glasshouse::content
