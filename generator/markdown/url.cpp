#include "markdown/url.h"

#include <array>

#include "base/text.h"

namespace glasshouse::markdown {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_control(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte < 0x20 || byte == 0x7F;
}

bool is_slash(char character) { return character == '/' || character == '\\'; }

/// The part before the first colon, if a browser could take it for a scheme.
std::string_view scheme_of(std::string_view text) {
  const std::size_t end = text.find_first_of(":/?#");
  if (end == std::string_view::npos || text[end] != ':') return {};
  return text.substr(0, end + 1);
}

constexpr std::array<bool, 256> table_of(std::string_view characters, bool alphanumeric) {
  std::array<bool, 256> table{};
  for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'a'; alphanumeric && c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; alphanumeric && c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = '0'; alphanumeric && c <= '9'; ++c) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr auto kStandsInHref = table_of("-_.+!*(),%#@?=;:/$~", true);
/// The four of HTML, and control characters, which neither HTML nor XML may hold.
constexpr auto kReplacedInHtml = [] {
  auto table = table_of("&<>\"", false);
  for (unsigned char c = 0; c < 0x20; ++c) table[c] = c != '\t' && c != '\n' && c != '\r';
  return table;
}();

}  // namespace

UrlKind url_kind(std::string_view destination) {
  for (const char character : destination) {
    if (is_control(character)) return UrlKind::control;
  }
  const std::string_view text = trim(destination);
  if (text.empty()) return UrlKind::empty;
  if (text.front() == '#') return UrlKind::fragment;
  if (text.size() > 1 && is_slash(text[0]) && is_slash(text[1])) return UrlKind::host;
  const std::string_view scheme = scheme_of(text);
  if (scheme.empty()) return UrlKind::relative;
  if (scheme.size() > sizeof("mailto:")) return UrlKind::scheme;
  const std::string lower = to_lower(scheme);
  if (lower == "http:" || lower == "https:") return UrlKind::web;
  if (lower == "mailto:" || lower == "tel:") return UrlKind::contact;
  return UrlKind::scheme;
}

bool is_allowed(UrlKind kind, bool image) {
  switch (kind) {
    case UrlKind::empty:
    case UrlKind::fragment:
    case UrlKind::relative:
    case UrlKind::web:
      return true;
    case UrlKind::contact:
      return !image;
    case UrlKind::scheme:
    case UrlKind::host:
    case UrlKind::control:
      return false;
  }
  return false;
}

void append_href(std::string& out, std::string_view address) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const auto byte = static_cast<unsigned char>(address[i]);
    if (kStandsInHref[byte]) continue;
    out.append(address.substr(done, i - done));
    done = i + 1;
    if (byte == '&') {
      out += "&amp;";
    } else if (byte == '\'') {
      out += "&#x27;";
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out.append(address.substr(done));
}

void append_html(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char character = text[i];
    if (!kReplacedInHtml[static_cast<unsigned char>(character)]) continue;
    out.append(text.substr(done, i - done));
    done = i + 1;
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "\uFFFD";
        break;
    }
  }
  out.append(text.substr(done));
}

}  // namespace glasshouse::markdown
