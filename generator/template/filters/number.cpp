// Filters of numbers and amounts.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "template/filters/filters.h"

namespace glasshouse::templating::filters {

namespace {

constexpr std::string_view kMinus = "\u2212";

// "1,234,567.50"; of the number's absolute value.
std::string grouped(double number, int decimals) {
  const std::string digits = fmt::format("{:.{}f}", std::abs(number), decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out + digits.substr(point);
}

// The number of a filter's subject; an error when it is none. Nothing for what is absent.
bool take_number(Call& call, std::string_view filter, double& number) {
  const Value subject = call.argument(0);
  if (!subject.has_value() || (subject.is_string() && subject.as_string().empty())) return false;
  number = number_of(subject);
  if (std::isfinite(number) && std::abs(number) < 1e15) return true;
  std::string buffer;
  call.error =
      fmt::format("the filter \"{}\" needs a number, not \"{}\"", filter, text_of(subject, buffer));
  return false;
}

}  // namespace

Value abs(Call& call) { return Value::number(std::abs(number_of(call.argument(0)))); }

Value to_float(Call& call) {
  std::string buffer;
  const double number = parse_float(text_of(call.argument(0), buffer));
  return std::isnan(number) ? call.argument(1, "default") : Value::number(number);
}

Value to_int(Call& call) {
  std::string buffer;
  const Value base = call.argument(2, "base");
  const double number = parse_integer(
      text_of(call.argument(0), buffer),
      base.is_undefined() ? 10 : static_cast<int>(std::clamp(whole_number(base), 0.0, 36.0)));
  return std::isnan(number) ? call.argument(1, "default") : Value::number(number);
}

Value round(Call& call) {
  const double number = number_of(call.argument(0));
  const double factor = std::pow(10, whole_number(call.argument(1, "precision")));
  const std::string_view method = call.argument(2, "method").text();
  const double scaled = number * factor;
  // JavaScript rounds halves up, also below zero.
  const double rounded = method == "ceil" ? std::ceil(scaled)
                         : method == "floor"
                             ? std::floor(scaled)
                             : std::floor(scaled) + (scaled - std::floor(scaled) >= 0.5 ? 1 : 0);
  return Value::number(rounded / factor);
}

// "£4.2 million" for sentences; {{ amount | money("table") }} is "£4,245,000".
Value money(Call& call) {
  double amount = 0;
  if (!take_number(call, "money", amount)) return {};
  const std::string_view style = call.argument(1, "style").text();
  if (!style.empty() && style != "text" && style != "table") {
    call.error = fmt::format(
        "the filter \"money\" has the styles \"text\" and \"table\", not \"{}\"", style);
    return {};
  }
  const double size = std::abs(amount);
  std::string text;
  if (style != "table" && size >= 1e6) {
    const bool billions = std::round(size / 1e5) >= 1e4;
    const double tenths = std::round(size / (billions ? 1e8 : 1e5));
    const bool whole = std::fmod(tenths, 10) == 0;
    text = grouped(tenths / 10, whole ? 0 : 1) + (billions ? " billion" : " million");
  } else {
    const double pence = std::round(size * 100);
    text = grouped(pence / 100, std::fmod(pence, 100) == 0 ? 0 : 2);
  }
  return make_text(call, fmt::format("{}£{}", amount < 0 ? kMinus : "", text));
}

// 1234567.5 → "1,234,567.5"; {{ n | number(2) }} → "1,234,567.50".
Value number(Call& call) {
  double amount = 0;
  if (!take_number(call, "number", amount)) return {};
  const Value decimals = call.argument(1, "decimals");
  std::string text;
  if (decimals.is_number()) {
    text = grouped(amount, static_cast<int>(std::clamp(whole_number(decimals), 0.0, 10.0)));
  } else {
    std::string plain;
    append_number_text(plain, std::abs(amount));
    const std::size_t point = plain.find('.');
    const bool simple = plain.find('e') == std::string::npos;
    text = simple ? grouped(std::trunc(amount), 0) : plain;
    if (simple && point != std::string::npos) text += plain.substr(point);
  }
  const bool zero = text.find_first_not_of("0.,") == std::string::npos;
  return make_text(call, fmt::format("{}{}", amount < 0 && !zero ? kMinus : "", text));
}

// {{ n | plural("ward") }} → "1 ward", "2,000 wards"; {{ n | plural("body", "bodies") }}.
Value plural(Call& call) {
  double amount = 0;
  if (!take_number(call, "plural", amount)) return {};
  std::string one, many, count;
  append_printed(one, call.argument(1, "one"));
  if (one.empty()) {
    call.error =
        "the filter \"plural\" needs the word, as in plural(\"ward\") or plural(\"body\", "
        "\"bodies\")";
    return {};
  }
  append_printed(many, call.argument(2, "many"));
  const Value text = number(call);
  return make_text(call, fmt::format("{} {}", text.text(),
                                     amount == 1    ? one
                                     : many.empty() ? one + "s"
                                                    : many));
}

}  // namespace glasshouse::templating::filters
