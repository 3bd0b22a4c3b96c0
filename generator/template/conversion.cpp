#include "template/conversion.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/json.h"
#include "base/text.h"
#include "template/objects.h"
#include "template/unicode.h"

namespace glasshouse::templating {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr unsigned kDeepest = 100;  // lists in lists that are printed

// The lists that are being printed, so that one within itself is not printed again.
struct Path {
  const List* list;
  const Path* outer;
  unsigned depth;
  std::size_t start;  // of the outermost list in the output
};

bool is_within(const List& list, const Path* path) {
  for (; path; path = path->outer) {
    if (path->list == &list) return true;
  }
  return false;
}

void append_items(std::string& out, const List& list, const Path* outer) {
  const Path path{&list, outer, outer ? outer->depth + 1 : 0, outer ? outer->start : out.size()};
  if (path.depth > kDeepest || is_within(list, outer)) return;
  for (std::size_t i = 0; i < list.size() && out.size() - path.start < kLongestList; ++i) {
    if (i > 0) out += ',';
    const Value item = list[i];
    if (item.is_list()) {
      append_items(out, item.as_list(), &path);
    } else {
      append_printed(out, item);
    }
  }
}

// StringNumericLiteral of ECMA-262.
double number_of_text(std::string_view text) {
  text = strip(text);
  if (text.empty()) return 0;
  if (text.size() > 2 && text[0] == '0') {
    const char kind = static_cast<char>(text[1] | 0x20);
    const int base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
    if (base != 0) {
      double number = 0;
      for (const char c : text.substr(2)) {
        const int digit = c >= '0' && c <= '9' ? c - '0'
                          : (c | 0x20) >= 'a'  ? (c | 0x20) - 'a' + 10
                                               : 99;
        if (digit >= base) return kNaN;
        number = number * base + digit;
      }
      return number;
    }
  }
  std::string_view rest = text;
  if (rest.starts_with('+') || rest.starts_with('-')) rest.remove_prefix(1);
  if (rest == "Infinity") return text[0] == '-' ? -kInfinity : kInfinity;
  if (rest.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return kNaN;
  std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc::result_out_of_range)
    return std::strtod(std::string(digits).c_str(), nullptr);
  return error == std::errc() && end == digits.data() + digits.size() ? number : kNaN;
}

bool is_object(Value value) {
  return value.is_list() || value.is_map() || value.is(Type::native) || value.is_safe();
}

Order order_of(double a, double b) {
  return a < b ? Order::less : a > b ? Order::greater : a == b ? Order::equal : Order::none;
}

}  // namespace

bool is_truthy(Value value) {
  switch (value.type()) {
    case Type::undefined:
    case Type::null:
      return false;
    case Type::boolean:
      return value.as_boolean();
    case Type::number:
      return value.as_number() != 0 && !std::isnan(value.as_number());
    case Type::string:
      return value.is_safe() || !value.as_string().empty();
    default:
      return true;
  }
}

void append_number_text(std::string& out, double number) {
  if (number >= 0 && number < 1e6 && number == std::floor(number) && !std::signbit(number)) {
    char digits[8];
    const auto end = std::to_chars(digits, digits + 8, static_cast<unsigned>(number)).ptr;
    out.append(digits, end);
    return;
  }
  append_number(out, number);
}

void append_text(std::string& out, Value value) {
  switch (value.type()) {
    case Type::undefined:
      out += "undefined";
      return;
    case Type::null:
      out += "null";
      return;
    case Type::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Type::number:
      append_number_text(out, value.as_number());
      return;
    case Type::string:
      out += value.as_string();
      return;
    case Type::list:
      append_items(out, value.as_list(), nullptr);
      return;
    case Type::map:
      out += "[object Object]";
      return;
    case Type::native:
      out += is_callable(value) ? "[object Function]" : "[object Object]";
      return;
  }
}

void append_printed(std::string& out, Value value) {
  if (value.has_value()) append_text(out, value);
}

std::string_view text_of(Value value, std::string& buffer) {
  if (value.is_string()) return value.as_string();
  buffer.clear();
  append_text(buffer, value);
  return buffer;
}

double number_of(Value value) {
  switch (value.type()) {
    case Type::undefined:
      return kNaN;
    case Type::null:
      return 0;
    case Type::boolean:
      return value.as_boolean() ? 1 : 0;
    case Type::number:
      return value.as_number();
    case Type::string:
      return number_of_text(value.as_string());
    case Type::list: {
      std::string text;
      append_text(text, value);
      return number_of_text(text);
    }
    default:
      return kNaN;
  }
}

double whole_number(Value value) {
  const double number = number_of(value);
  return std::isnan(number) ? 0 : std::trunc(number);
}

double parse_float(std::string_view text) {
  text = strip_start(text);
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with("Infinity")) return minus ? -kInfinity : kInfinity;
  if (text.empty() || (text[0] != '.' && (text[0] < '0' || text[0] > '9'))) return kNaN;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range)
    number = std::strtod(std::string(text.data(), end).c_str(), nullptr);
  else if (error != std::errc())
    return kNaN;
  return minus ? -number : number;
}

double parse_integer(std::string_view text, int base) {
  text = strip_start(text);
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if ((base == 0 || base == 16) && text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x') {
    base = 16;
    text.remove_prefix(2);
  }
  if (base == 0) base = 10;
  double number = 0;
  bool any = false;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 10
                                                               : 99;
    if (digit >= base) break;
    number = number * base + digit;
    any = true;
  }
  if (!any) return kNaN;
  return minus ? -number : number;
}

bool is_strictly_equal(Value a, Value b) {
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case Type::undefined:
    case Type::null:
      return true;
    case Type::boolean:
      return a.as_boolean() == b.as_boolean();
    case Type::number:
      return a.as_number() == b.as_number();
    case Type::string:
      if (a.is_safe() || b.is_safe())
        return a.is_safe() && b.is_safe() && a.identity() == b.identity();
      return a.identity() == b.identity() || a.as_string() == b.as_string();
    default:
      return a.identity() == b.identity();
  }
}

bool is_loosely_equal(Value a, Value b) {
  if (!a.has_value() || !b.has_value()) return !a.has_value() && !b.has_value();
  if (is_object(a) && is_object(b)) return is_strictly_equal(a, b);
  if (a.type() == b.type() && !is_object(a)) {
    return a.is_string() ? a.as_string() == b.as_string() : is_strictly_equal(a, b);
  }
  std::string buffer_a, buffer_b;
  const bool text_a = a.is_string() || is_object(a), text_b = b.is_string() || is_object(b);
  if (text_a && text_b) return text_of(a, buffer_a) == text_of(b, buffer_b);
  return number_of(a) == number_of(b);
}

Order compare(Value a, Value b) {
  const bool text_a = a.is_string() || is_object(a), text_b = b.is_string() || is_object(b);
  if (text_a && text_b) {
    std::string buffer_a, buffer_b;
    const int order = text_of(a, buffer_a).compare(text_of(b, buffer_b));
    return order < 0 ? Order::less : order > 0 ? Order::greater : Order::equal;
  }
  return order_of(number_of(a), number_of(b));
}

bool is_index_key(std::string_view key) {
  if (key.empty() || key.size() > 10 || key[0] < '0' || key[0] > '9') return false;
  if (key[0] == '0') return key.size() == 1;
  std::uint64_t number = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number < 0xFFFFFFFF;
}

std::vector<std::uint32_t> javascript_order(const Map& map) {
  std::vector<std::uint32_t> order;
  const auto is_index = [&](std::uint32_t i) { return is_index_key(map[i].key.as_string()); };
  const auto size = static_cast<std::uint32_t>(map.size());
  if (std::none_of(map.begin(), map.end(),
                   [](const Map::Entry& entry) { return is_index_key(entry.key.as_string()); }))
    return order;
  for (std::uint32_t i = 0; i < size; ++i) order.push_back(i);
  const auto others = std::stable_partition(order.begin(), order.end(), is_index);
  std::sort(order.begin(), others, [&](std::uint32_t a, std::uint32_t b) {
    const std::string_view x = map[a].key.as_string(), y = map[b].key.as_string();
    return x.size() != y.size() ? x.size() < y.size() : x < y;
  });
  return order;
}

}  // namespace glasshouse::templating
