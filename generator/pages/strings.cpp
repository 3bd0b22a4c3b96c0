#include "pages/strings.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"

namespace glasshouse::pages {

namespace {

constexpr double kExactWhole = 9007199254740992.0;  // 2^53

// Digits in groups of three: "4245000" → "4,245,000". `digits` holds digits only.
std::string grouped(std::string_view digits, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
    result += digits[i];
  }
  return result;
}

// One decimal, and none where it is zero: 4.2, 4.
std::string short_decimal(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string fill_blanks(std::string_view text, std::initializer_list<Blank> blanks) {
  std::string result;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close =
        open == std::string_view::npos ? std::string_view::npos : text.find('}', open);
    if (close == std::string_view::npos) break;
    result += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    std::string_view filled = text.substr(open, close - open + 1);
    for (const Blank& blank : blanks) {
      if (blank.first == name) filled = blank.second;
    }
    result += filled;
    text.remove_prefix(close + 1);
  }
  result += text;
  return result;
}

std::string inside_sentence(std::string_view title) {
  std::string result(title);
  const bool is_word =
      title.size() > 1 && title[0] >= 'A' && title[0] <= 'Z' && title[1] >= 'a' && title[1] <= 'z';
  if (is_word) result[0] = static_cast<char>(result[0] - 'A' + 'a');
  return result;
}

std::optional<std::string_view> Strings::find(std::string_view name) const {
  const Value value = map_[name];
  if (!value.is_string()) return std::nullopt;
  return value.as_string();
}

std::string_view Strings::get(std::string_view name) const { return find(name).value_or(name); }

std::string Strings::fill(std::string_view name, std::initializer_list<Blank> blanks) const {
  return fill_blanks(get(name), blanks);
}

std::string Strings::count(std::string_view name, std::size_t count,
                           std::initializer_list<Blank> blanks) const {
  const std::string form = std::string(name) + (count == 1 ? "_one" : "_other");
  const std::string text = number(static_cast<double>(count));
  return fill_blanks(fill_blanks(get(form), {{"count", text}}), blanks);
}

std::string Strings::date(Date date) const {
  const std::string month = fmt::format("month_{}", date.month());
  return fill("date", {{"day", fmt::format("{}", date.day())},
                       {"month", get(month)},
                       {"year", fmt::format("{}", date.year())}});
}

std::optional<std::string> Strings::month(std::string_view text) const {
  if (text.size() != 7) return std::nullopt;
  const std::optional<Date> first = parse_date(std::string(text) + "-01");
  if (!first) return std::nullopt;
  return fill("month", {{"month", get(fmt::format("month_{}", first->month()))},
                        {"year", fmt::format("{}", first->year())}});
}

std::string Strings::date_time(std::string_view text) const {
  const std::optional<Date> day = parse_date_part(text);
  if (!day) return std::string(text);
  if (text.size() < 16 || !is_digit(text[11])) return date(*day);
  const int hour = (text[11] - '0') * 10 + (text[12] - '0');
  const std::string_view minutes = text.substr(14, 2);
  const int twelve = hour % 12 == 0 ? 12 : hour % 12;
  const std::string clock =
      minutes == "00" ? fmt::format("{}", twelve) : fmt::format("{}:{}", twelve, minutes);
  return fill("date_time",
              {{"date", date(*day)}, {"time", fill(hour < 12 ? "am" : "pm", {{"time", clock}})}});
}

std::string Strings::number(double value) const {
  const double size = std::fabs(value);
  if (!(size < kExactWhole)) return number_text(value);
  const std::string text = number_text(size);
  const std::size_t point = text.find('.');
  std::string result = value < 0 ? "-" : "";
  if (text.find('e') != std::string_view::npos) return result + text;
  result += grouped(std::string_view(text).substr(0, point), get("thousands_separator"));
  if (point != std::string_view::npos) result += text.substr(point);
  return result;
}

std::string Strings::ordinal(std::size_t place) const {
  // English; another language puts the same words in all four.
  const std::size_t ones = place % 10, tens = place / 10 % 10;
  std::string_view name = "ordinal_other";
  if (tens != 1 && ones == 1) name = "ordinal_one";
  if (tens != 1 && ones == 2) name = "ordinal_two";
  if (tens != 1 && ones == 3) name = "ordinal_few";
  return fill(name, {{"number", number(static_cast<double>(place))}});
}

std::string Strings::money(double pounds) const {
  const double size = std::fabs(pounds);
  const double pence = std::round(size * 100);
  const bool is_whole = std::fmod(pence, 100) == 0;
  const std::string digits = fmt::format("{:.2f}", pence / 100);
  std::string amount =
      grouped(std::string_view(digits).substr(0, digits.size() - 3), get("thousands_separator"));
  if (!is_whole) amount += digits.substr(digits.size() - 3);
  return (pounds < 0 ? "-" : "") + fill("money", {{"amount", amount}});
}

std::string Strings::money_in_words(double pounds) const {
  const double size = std::fabs(pounds);
  // From 999,950,000 one decimal of a million would read "1000 million".
  const bool in_billions = size >= 999'950'000;
  if (size < 1'000'000) return money(pounds);
  const std::string amount = short_decimal(size / (in_billions ? 1e9 : 1e6));
  return (pounds < 0 ? "-" : "") +
         fill(in_billions ? "money_billion" : "money_million", {{"amount", amount}});
}

std::string Strings::file_size(std::uint64_t bytes) const {
  if (bytes < 1000) return count("bytes", bytes);
  const auto size = static_cast<double>(bytes);
  if (bytes < 1'000'000) return fill("kilobytes", {{"size", short_decimal(size / 1e3)}});
  return fill("megabytes", {{"size", short_decimal(size / 1e6)}});
}

}  // namespace glasshouse::pages
