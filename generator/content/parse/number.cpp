#include "content/parse/number.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace glasshouse::content {

namespace {

using Kind = NumberText::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - from;
}

NumberText integer(double magnitude, bool is_negative) {
  return {Kind::integer, is_negative ? -magnitude : magnitude, magnitude <= kLargestInteger};
}

double to_double(std::string_view digits) {
  double value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (end.ec == std::errc::result_out_of_range) {
    // Too large, or too near to 0: only the exponent's sign tells.
    const bool is_small =
        digits.find("e-") != std::string_view::npos || digits.find("E-") != std::string_view::npos;
    return is_small ? 0 : std::numeric_limits<double>::infinity();
  }
  return value;
}

// from_chars rounds an integer of any length to the nearest double: one beyond 2^53 by 1 would
// read as 2^53 itself.
NumberText decimal_integer(std::string_view digits, bool is_negative) {
  if (digits.size() <= 15) {
    std::uint64_t value = 0;
    for (const char c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    return integer(static_cast<double>(value), is_negative);
  }
  std::uint64_t value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  NumberText result = integer(to_double(digits), is_negative);
  result.is_exact = end.ec == std::errc() && value <= static_cast<std::uint64_t>(kLargestInteger);
  return result;
}

NumberText radix_integer(std::string_view digits, int radix) {
  std::uint64_t value = 0;
  const char* last = digits.data() + digits.size();
  const auto end = std::from_chars(digits.data(), last, value, radix);
  if (end.ptr != last) return {};
  NumberText result = integer(static_cast<double>(value), false);
  result.is_exact = end.ec == std::errc() && value <= static_cast<std::uint64_t>(kLargestInteger);
  return result;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
NumberText read_decimal(std::string_view text) {
  const bool is_negative = text[0] == '-';
  const std::string_view number = text[0] == '-' || text[0] == '+' ? text.substr(1) : text;
  const std::size_t whole = count_digits(number, 0);
  if (whole > 0 && whole == number.size()) return decimal_integer(number, is_negative);
  std::size_t at = whole;
  if (at < number.size() && number[at] == '.') {
    const std::size_t fraction = count_digits(number, at + 1);
    if (whole + fraction == 0) return {};
    at += 1 + fraction;
  }
  if (at == 0) return {};
  if (at < number.size() && (number[at] == 'e' || number[at] == 'E')) {
    ++at;
    if (at < number.size() && (number[at] == '+' || number[at] == '-')) ++at;
    const std::size_t exponent = count_digits(number, at);
    if (exponent == 0) return {};
    at += exponent;
  }
  if (at != number.size()) return {};
  const double value = to_double(number);
  return {Kind::real, is_negative ? -value : value, true};
}

bool is_one_of(std::string_view text, std::string_view a, std::string_view b, std::string_view c) {
  return text == a || text == b || text == c;
}

enum class Word { none, null, yes, no };

Word read_word(std::string_view text) {
  if (text.empty() || text == "~") return Word::null;
  switch (text[0]) {
    case 'n':
    case 'N':
      return is_one_of(text, "null", "Null", "NULL") ? Word::null : Word::none;
    case 't':
    case 'T':
      return is_one_of(text, "true", "True", "TRUE") ? Word::yes : Word::none;
    case 'f':
    case 'F':
      return is_one_of(text, "false", "False", "FALSE") ? Word::no : Word::none;
    default:
      return Word::none;
  }
}

}  // namespace

NumberText read_plain_number(std::string_view text) {
  return text.empty() ? NumberText() : read_decimal(text);
}

NumberText read_yaml_number(std::string_view text) {
  if (text.empty()) return {};
  const char first = text[0];
  if (!is_digit(first) && first != '-' && first != '+' && first != '.') return {};
  if (text.size() > 2 && first == '0' && text[1] == 'o') return radix_integer(text.substr(2), 8);
  if (text.size() > 2 && first == '0' && text[1] == 'x') return radix_integer(text.substr(2), 16);
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::string_view unsigned_text = first == '-' || first == '+' ? text.substr(1) : text;
  if (is_one_of(unsigned_text, ".inf", ".Inf", ".INF")) {
    return {Kind::real, first == '-' ? -kInfinity : kInfinity, true};
  }
  if (is_one_of(text, ".nan", ".NaN", ".NAN")) {
    return {Kind::real, std::numeric_limits<double>::quiet_NaN(), true};
  }
  return read_decimal(text);
}

void say_inexact_integer(std::string_view text, const Place& place, Diagnostics& diagnostics,
                         std::string_view hint) {
  diagnostics.error(
      "integer-too-large", place,
      fmt::format("the number {} is beyond 9007199254740992, above which whole numbers "
                  "are no longer exact",
                  text),
      std::string(hint));
}

void say_not_finite(std::string_view text, const Place& place, Diagnostics& diagnostics,
                    std::string_view hint) {
  diagnostics.error("number-too-large", place,
                    fmt::format("{} is not a number that the published data can hold", text),
                    std::string(hint));
}

std::optional<Value> resolve_plain_scalar(std::string_view text, Arena& arena,
                                          std::string_view file, Mark mark,
                                          Diagnostics* diagnostics) {
  switch (read_word(text)) {
    case Word::null:
      return Value::null().with_mark(mark);
    case Word::yes:
      return Value::boolean(true).with_mark(mark);
    case Word::no:
      return Value::boolean(false).with_mark(mark);
    case Word::none:
      break;
  }
  const NumberText number = read_yaml_number(text);
  if (number.kind == Kind::none) return Value::string(arena, text).with_mark(mark);
  if (!number.is_exact) {
    if (diagnostics) say_inexact_integer(text, Place(file, mark), *diagnostics);
    return std::nullopt;
  }
  if (!std::isfinite(number.value)) {
    if (diagnostics) say_not_finite(text, Place(file, mark), *diagnostics);
    return std::nullopt;
  }
  return Value::number(number.value).with_mark(mark);
}

bool is_plain_string(std::string_view text) {
  return read_word(text) == Word::none && read_yaml_number(text).kind == Kind::none;
}

}  // namespace glasshouse::content
