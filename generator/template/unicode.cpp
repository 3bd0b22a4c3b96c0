#include "template/unicode.h"

#include <utf8proc.h>

#include <algorithm>

namespace glasshouse::templating {

namespace {

char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::int32_t decode(std::string_view text) {
  utf8proc_int32_t point = -1;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &point);
  return point;
}

template <class Ascii, class Other>
void append_mapped(std::string& out, std::string_view text, Ascii ascii, Other other) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    const std::string_view character = text.substr(at, length);
    at += length;
    if (length == 1) {
      out += ascii(character[0]);
      continue;
    }
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(other(decode(character)), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0xC2 || first > 0xF4) return 1;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (at + length > text.size()) return 1;
  return decode(text.substr(at, length)) < 0 ? 1 : length;
}

std::size_t character_count(std::string_view text) {
  std::size_t others = 0;  // bytes that go on a character: 10xxxxxx
  for (const char c : text) others += static_cast<signed char>(c) < -64 ? 1 : 0;
  return text.size() - others;
}

std::size_t offset_of(std::string_view text, std::size_t index) {
  if (is_ascii(text)) return std::min(index, text.size());
  std::size_t at = 0;
  while (index > 0 && at < text.size()) {
    at += character_length(text, at);
    --index;
  }
  return at;
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

std::size_t space_length(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c < 0xC2) return 0;
  const std::size_t length = character_length(text, at);
  if (length < 2) return 0;
  const std::int32_t point = decode(text.substr(at, length));
  const bool space = point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
                     point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F ||
                     point == 0x3000 || point == 0xFEFF;
  return space ? length : 0;
}

std::string_view strip_start(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = space_length(text, 0);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  return text;
}

std::string_view strip_end(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (text[at] & 0xC0) == 0x80) --at;
    if (at + std::max<std::size_t>(1, space_length(text, at)) != text.size()) break;
    if (space_length(text, at) == 0) break;
    text.remove_suffix(text.size() - at);
  }
  return text;
}

void append_upper(std::string& out, std::string_view text) {
  append_mapped(out, text, upper_ascii, utf8proc_toupper);
}

void append_lower(std::string& out, std::string_view text) {
  append_mapped(out, text, lower_ascii, utf8proc_tolower);
}

void append_capitalized(std::string& out, std::string_view text) {
  if (text.empty()) return;
  const std::size_t first = character_length(text, 0);
  append_upper(out, text.substr(0, first));
  append_lower(out, text.substr(first));
}

}  // namespace glasshouse::templating
