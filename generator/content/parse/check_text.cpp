#include <fmt/format.h>

#include "base/text.h"
#include "content/parse.h"
#include "content/parse/text_cursor.h"
#include "content/windows_1252.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string hint_for(std::string_view bytes, unsigned char byte, std::string_view other_way) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "The file seems to be UTF-16: save it as UTF-8.";
  }
  const std::string character = byte >= 0x80 ? from_windows_1252(byte) : std::string();
  std::string hint = character.empty() ? "Save the file as UTF-8"
                                       : fmt::format(
                                             "It may be {} of Windows-1252: save the file "
                                             "as UTF-8",
                                             character);
  if (!character.empty() && !other_way.empty()) hint += fmt::format(", {}", other_way);
  return hint + '.';
}

}  // namespace

std::optional<std::string_view> check_text(std::string_view bytes, std::string_view file,
                                           Diagnostics& diagnostics, std::string_view other_way) {
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
        hint_for(bytes, byte, other_way));
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
