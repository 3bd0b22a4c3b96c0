// JSON.stringify, for the filter `dump`.
#include <cmath>

#include "base/json.h"
#include "template/conversion.h"
#include "template/objects.h"

namespace glasshouse::templating {

namespace {

constexpr unsigned kDeepest = 100;
constexpr std::size_t kLongest = 64u << 20;  // bytes

bool is_left_out(Value value) { return value.is_undefined() || is_callable(value); }

void append(std::string& out, Value value, std::string_view indent, unsigned depth);

void new_line(std::string& out, std::string_view indent, unsigned depth) {
  if (indent.empty()) return;
  out += '\n';
  for (unsigned i = 0; i < depth; ++i) out += indent;
}

void append_list(std::string& out, const List& list, std::string_view indent, unsigned depth) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    new_line(out, indent, depth + 1);
    append(out, is_left_out(list[i]) ? Value::null() : list[i], indent, depth + 1);
  }
  if (!list.empty()) new_line(out, indent, depth);
  out += ']';
}

void append_map(std::string& out, const Map& map, std::string_view indent, unsigned depth) {
  out += '{';
  bool any = false;
  for_each_entry(map, [&](const Map::Entry& entry) {
    if (is_left_out(entry.value)) return;
    if (any) out += ',';
    any = true;
    new_line(out, indent, depth + 1);
    append_json_string(out, entry.key.as_string());
    out += indent.empty() ? ":" : ": ";
    append(out, entry.value, indent, depth + 1);
  });
  if (any) new_line(out, indent, depth);
  out += '}';
}

void append(std::string& out, Value value, std::string_view indent, unsigned depth) {
  switch (value.type()) {
    case Type::number:
      if (std::isfinite(value.as_number())) {
        append_number_text(out, value.as_number());
      } else {
        out += "null";
      }
      return;
    case Type::string:
      append_json_string(out, value.as_string());
      return;
    case Type::list:
      if (depth > kDeepest || out.size() > kLongest) return void(out += "null");
      return append_list(out, value.as_list(), indent, depth);
    case Type::map:
      if (depth > kDeepest || out.size() > kLongest) return void(out += "null");
      return append_map(out, value.as_map(), indent, depth);
    case Type::native:
      out += "{}";
      return;
    default:
      append_text(out, value);
      return;
  }
}

}  // namespace

void append_json_text(std::string& out, Value value, std::string_view indent) {
  if (!is_left_out(value)) append(out, value, indent, 0);
}

}  // namespace glasshouse::templating
