#include <fmt/format.h>

#include <array>
#include <cstring>

#include "base/text.h"
#include "content/parse.h"
#include "content/parse/text_cursor.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What Windows-1252 has at 0x80 to 0x9F, where files that are not UTF-8 mostly come from.
constexpr std::array<std::string_view, 32> kWindows1252 = {
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

std::string hint_for(std::string_view bytes, unsigned char byte) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "The file seems to be UTF-16: save it as UTF-8.";
  }
  std::string character;
  if (byte >= 0x80 && byte < 0xA0) character = kWindows1252[byte - 0x80];
  if (byte >= 0xA0) {
    character += static_cast<char>(0xC0 | (byte >> 6));
    character += static_cast<char>(0x80 | (byte & 0x3F));
  }
  if (character.empty()) return "Save the file as UTF-8.";
  return fmt::format("It may be {} of Windows-1252: save the file as UTF-8.", character);
}

}  // namespace

std::optional<std::string_view> check_text(std::string_view bytes, std::string_view file,
                                           Diagnostics& diagnostics) {
  const std::string_view text =
      bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
  const std::size_t mark_bytes = bytes.size() - text.size();
  const auto place_of = [&](std::size_t offset) {
    TextCursor cursor(text);
    cursor.move_to(offset);
    return Place(file, cursor.mark());
  };
  if (const auto invalid = find_invalid_utf8(text)) {
    const auto byte = static_cast<unsigned char>(text[*invalid]);
    diagnostics.error(
        "invalid-utf8", place_of(*invalid),
        fmt::format("the byte 0x{:02X} at offset {} is not UTF-8", byte, *invalid + mark_bytes),
        hint_for(bytes, byte));
    return std::nullopt;
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    diagnostics.error(
        "nul-byte", place_of(nul),
        fmt::format("the file holds a NUL byte (0x00) at offset {}, which no text has",
                    nul + mark_bytes),
        "Save it again as plain text in UTF-8.");
    return std::nullopt;
  }
  return text;
}

}  // namespace glasshouse::content
