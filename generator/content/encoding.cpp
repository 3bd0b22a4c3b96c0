#include "content/encoding.h"

#include <fmt/format.h>

#include "base/text.h"
#include "content/parse.h"
#include "content/windows_1252.h"

namespace glasshouse::content {

namespace {

std::optional<std::string_view> decode_windows_1252(std::string_view bytes, std::string_view file,
                                                    std::string& converted,
                                                    Diagnostics& diagnostics) {
  std::uint32_t line = 1, column = 1;
  bool has_others = false;
  converted.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      converted += bytes[i];
    } else {
      const std::string character = from_windows_1252(byte);
      if (character.empty()) {
        diagnostics.error("not-windows-1252", Place(file, line, column),
                          fmt::format("the byte 0x{:02X} at offset {} is no character of "
                                      "Windows-1252, which is declared",
                                      byte, i),
                          "Declare the encoding that the file has, or save it as UTF-8.");
        return std::nullopt;
      }
      converted += character;
      has_others = true;
    }
    ++column;
    if (byte != '\n') continue;
    ++line;
    column = 1;
  }
  // Text of another encoding is hardly ever well-formed UTF-8 by chance.
  if (has_others && !find_invalid_utf8(bytes)) {
    diagnostics.warning("doubtful-encoding", Place(file, 1, 1),
                        "Windows-1252 is declared, and all bytes of the file are UTF-8",
                        "Declare no encoding, and see whether é and £ are right.");
  }
  return converted;
}

}  // namespace

std::optional<std::string_view> decode_text(std::string_view bytes, Encoding encoding,
                                            std::string_view file, std::string_view how_to_declare,
                                            std::string& converted, Diagnostics& diagnostics) {
  if (encoding == Encoding::utf8) {
    return check_text(bytes, file, diagnostics,
                      how_to_declare.empty() ? "" : fmt::format("or {}", how_to_declare));
  }
  const auto text = decode_windows_1252(bytes, file, converted, diagnostics);
  return text ? check_text(*text, file, diagnostics) : std::nullopt;
}

}  // namespace glasshouse::content
