#include "base/json.h"

#include <cmath>

#include "base/text.h"

namespace glasshouse {

namespace {

void start_line(std::string& out, JsonStyle style, std::size_t depth) {
  if (style == JsonStyle::compact) return;
  out += '\n';
  out.append(depth * 2, ' ');
}

void append_list(std::string& out, const List& list, JsonStyle style, std::size_t depth) {
  if (list.empty()) {
    out += "[]";
    return;
  }
  char before = '[';
  for (const Value& item : list) {
    out += before;
    before = ',';
    start_line(out, style, depth + 1);
    append_json(out, item, style, depth + 1);
  }
  start_line(out, style, depth);
  out += ']';
}

void append_map(std::string& out, const Map& map, JsonStyle style, std::size_t depth) {
  char before = '{';
  for (const Map::Entry& entry : map) {
    if (entry.value.is_undefined()) continue;
    out += before;
    before = ',';
    start_line(out, style, depth + 1);
    append_json_string(out, entry.key.as_string());
    out += style == JsonStyle::compact ? ":" : ": ";
    append_json(out, entry.value, style, depth + 1);
  }
  if (before == '{') {
    out += "{}";
    return;
  }
  start_line(out, style, depth);
  out += '}';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += kHex[c >> 4];
        out += kHex[c & 15];
    }
  }
  out.append(text, plain);
  out += '"';
}

void append_json(std::string& out, Value value, JsonStyle style, std::size_t depth) {
  switch (value.type()) {
    case Type::undefined:
    case Type::null:
    case Type::native:
      out += "null";
      break;
    case Type::boolean:
      out += value.as_boolean() ? "true" : "false";
      break;
    case Type::number:
      if (std::isfinite(value.as_number())) {
        append_number(out, value.as_number());
      } else {
        out += "null";
      }
      break;
    case Type::string:
      append_json_string(out, value.as_string());
      break;
    case Type::list:
      append_list(out, value.as_list(), style, depth);
      break;
    case Type::map:
      append_map(out, value.as_map(), style, depth);
      break;
  }
}

}  // namespace glasshouse
