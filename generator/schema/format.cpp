#include "schema/format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "base/text.h"

namespace glasshouse::schema {

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 6> kFormats{{
    {"date", Format::date},
    {"date-time", Format::date_time},
    {"time", Format::time},
    {"uri", Format::uri},
    {"uri-reference", Format::uri_reference},
    {"email", Format::email},
}};

constexpr std::string_view kUnchecked[] = {
    "idn-email",    "hostname",     "idn-hostname",          "ipv4", "ipv6", "iri", "iri-reference",
    "uri-template", "json-pointer", "relative-json-pointer", "regex"};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Parts joined by dots, each not empty and made of letters, digits and `also`.
bool is_dotted(std::string_view text, std::string_view also) {
  for (const std::string_view part : split(text, '.')) {
    if (part.empty()) return false;
    for (const char c : part) {
      if (!is_letter_or_digit(c) && also.find(c) == std::string_view::npos) return false;
    }
  }
  return true;
}

// RFC 5321, Quoted-string.
bool is_quoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\';
    if (escaped && ++i == text.size()) return false;
    if (text[i] == '"' && !escaped) return false;
    if (text[i] < ' ' || text[i] > '~') return false;
  }
  return true;
}

bool is_host_name(std::string_view text) {
  if (text.empty() || text.size() > 255 || !is_dotted(text, "-")) return false;
  for (const std::string_view label : split(text, '.')) {
    if (label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
  }
  return true;
}

bool is_ipv4(std::string_view text) {
  const auto parts = split(text, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           if (part.empty() || part.size() > 3 || (part.size() > 1 && part[0] == '0')) return false;
           int number = 0;
           for (const char c : part) {
             if (c < '0' || c > '9') return false;
             number = number * 10 + (c - '0');
           }
           return number <= 255;
         });
}

// An address in square brackets: "[127.0.0.1]", "[IPv6:::1]".
bool is_address_literal(std::string_view text) {
  if (text.size() < 3 || text.front() != '[' || text.back() != ']') return false;
  text = text.substr(1, text.size() - 2);
  if (is_ipv4(text)) return true;
  return text.starts_with("IPv6:") && is_uri("http://[" + std::string(text.substr(5)) + "]/");
}

}  // namespace

Format format_of(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return Format::none;
}

bool is_unchecked_format(std::string_view name) {
  return std::find(std::begin(kUnchecked), std::end(kUnchecked), name) != std::end(kUnchecked);
}

std::string_view name_of(Format format) {
  for (const auto& [name, known] : kFormats) {
    if (known == format) return name;
  }
  return {};
}

bool has_format(std::string_view text, Format format) {
  switch (format) {
    case Format::none:
      return true;
    case Format::date:
      return parse_date(text).has_value();
    case Format::date_time:
      return is_date_time(text);
    case Format::time:
      return is_time(text);
    case Format::uri:
      return is_uri(text);
    case Format::uri_reference:
      return is_uri_reference(text);
    case Format::email:
      return is_email(text);
  }
  return true;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at > 64) return false;  // so is npos
  const std::string_view local = text.substr(0, at), domain = text.substr(at + 1);
  if (!is_quoted(local) && !is_dotted(local, "!#$%&'*+-/=?^_`{|}~")) return false;
  return is_host_name(domain) || is_address_literal(domain);
}

}  // namespace glasshouse::schema
