#include "content/date_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"

namespace glasshouse::content {

namespace {

using Part = DateFormat::Part;

struct PartWord {
  std::string_view word;
  Part part;
  unsigned least, most;
};

// The longest first, where one begins another.
constexpr PartWord kParts[] = {
    {"YYYY", Part::year, 4, 4},
    {"YY", Part::short_year, 2, 2},
    {"MMMM", Part::month_name, 0, 0},
    {"MMM", Part::short_month_name, 0, 0},
    {"MM", Part::month, 2, 2},
    {"M", Part::month, 1, 2},
    {"Do", Part::ordinal_day, 1, 2},
    {"DD", Part::day, 2, 2},
    {"D", Part::day, 1, 2},
    {"dddd", Part::weekday, 0, 0},
    {"ddd", Part::short_weekday, 0, 0},
    {"HH", Part::hour, 2, 2},
    {"H", Part::hour, 1, 2},
    {"hh", Part::hour, 2, 2},
    {"h", Part::hour, 1, 2},
    {"mm", Part::minute, 2, 2},
    {"ss", Part::second, 2, 2},
    {"SSS", Part::fraction, 1, 9},
    {"A", Part::half, 0, 0},
};

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kWeekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                          "thursday", "friday", "saturday"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

// What is left of a text while it is read.
struct Rest {
  std::string_view text;

  std::optional<unsigned> number(unsigned least, unsigned most) {
    unsigned value = 0;
    unsigned digits = 0;
    while (digits < most && digits < text.size() && is_digit(text[digits])) {
      value = value * 10 + static_cast<unsigned>(text[digits++] - '0');
    }
    if (digits < least) return std::nullopt;
    text.remove_prefix(digits);
    return value;
  }

  // The position of the name that comes, whole or its first three letters.
  template <std::size_t N>
  std::optional<unsigned> name(const std::string_view (&names)[N], bool is_short) {
    for (unsigned i = 0; i < N; ++i) {
      std::string_view name = is_short ? names[i].substr(0, 3) : names[i];
      if (is_short && starts_with_word(text, "sept") && names[i] == "september") name = "sept";
      if (!starts_with_word(text, name)) continue;
      text.remove_prefix(name.size());
      return i;
    }
    return std::nullopt;
  }

  bool literal(std::string_view sign) {
    if (is_space(sign.front())) {
      const std::size_t spaces = std::min(text.find_first_not_of(" \t"), text.size());
      text.remove_prefix(spaces);
      return spaces > 0;
    }
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(sign.size());
    return true;
  }

  bool ordinal_ending(unsigned day) {
    const bool is_teen = day >= 11 && day <= 13;
    const std::string_view ending = is_teen         ? "th"
                                    : day % 10 == 1 ? "st"
                                    : day % 10 == 2 ? "nd"
                                    : day % 10 == 3 ? "rd"
                                                    : "th";
    if (!starts_with_word(text, ending)) return false;
    text.remove_prefix(2);
    return true;
  }
};

struct Read {
  std::optional<unsigned> year, month, day, weekday;
};

IsoDate iso(const Read& read) {
  IsoDate date{};
  const auto put = [&](unsigned value, std::size_t digits) {
    for (std::size_t i = digits; i-- > 0; value /= 10) {
      date.bytes[date.size + i] = static_cast<char>('0' + value % 10);
    }
    date.size += digits;
  };
  put(*read.year, 4);
  for (const auto& part : {read.month, read.day}) {
    if (!part) break;
    date.bytes[date.size++] = '-';
    put(*part, 2);
  }
  return date;
}

}  // namespace

std::optional<DateFormat> DateFormat::compile(std::string_view format, std::string& why) {
  DateFormat result;
  result.text_ = format;
  bool has_year = false, has_month = false, has_day = false;
  for (std::size_t at = 0; at < format.size();) {
    const std::string_view rest = format.substr(at);
    if (rest.front() == '[') {
      const std::size_t close = rest.find(']');
      if (close == std::string_view::npos)
        return why = "a square bracket is not closed", std::nullopt;
      for (std::size_t i = 1; i < close; ++i) {
        result.tokens_.push_back({Part::literal, 0, 0, rest.substr(i, 1)});
      }
      at += close + 1;
      continue;
    }
    if (!is_letter(rest.front())) {
      result.tokens_.push_back({Part::literal, 0, 0, rest.substr(0, 1)});
      ++at;
      continue;
    }
    const auto word = std::find_if(std::begin(kParts), std::end(kParts), [&](const PartWord& part) {
      return rest.starts_with(part.word);
    });
    if (word == std::end(kParts)) {
      why = fmt::format("{} is no part of a date", rest.substr(0, 1));
      return std::nullopt;
    }
    bool* const has = word->part == Part::year || word->part == Part::short_year ? &has_year
                      : word->part == Part::month || word->part == Part::month_name ||
                              word->part == Part::short_month_name
                          ? &has_month
                      : word->part == Part::day || word->part == Part::ordinal_day ? &has_day
                                                                                   : nullptr;
    if (has && *has) {
      why = fmt::format("{} comes after a part that says the same", word->word);
      return std::nullopt;
    }
    if (has) *has = true;
    result.tokens_.push_back({word->part, word->least, word->most, {}});
    at += word->word.size();
  }
  if (!has_year) why = "it says no year";
  if (has_day && !has_month) why = "it says a day and no month";
  if (!has_year || (has_day && !has_month)) return std::nullopt;
  return result;
}

std::optional<IsoDate> DateFormat::read(std::string_view text) const {
  Rest rest{trim(text)};
  Read read;
  for (const Token& token : tokens_) {
    std::optional<unsigned> value;
    switch (token.part) {
      case Part::literal:
        if (!rest.literal(token.literal)) return std::nullopt;
        continue;
      case Part::month_name:
      case Part::short_month_name:
        value = rest.name(kMonths, token.part == Part::short_month_name);
        if (!value) return std::nullopt;
        read.month = *value + 1;
        continue;
      case Part::weekday:
      case Part::short_weekday:
        read.weekday = rest.name(kWeekdays, token.part == Part::short_weekday);
        if (!read.weekday) return std::nullopt;
        continue;
      case Part::half:
        if (!starts_with_word(rest.text, "am") && !starts_with_word(rest.text, "pm")) {
          return std::nullopt;
        }
        rest.text.remove_prefix(2);
        continue;
      default:
        value = rest.number(token.least, token.most);
        if (!value) return std::nullopt;
    }
    const unsigned number = *value;
    if (token.part == Part::year) read.year = number;
    if (token.part == Part::short_year) read.year = 2000 + number;
    if (token.part == Part::month) read.month = number;
    if (token.part == Part::day || token.part == Part::ordinal_day) read.day = number;
    if (token.part == Part::ordinal_day && !rest.ordinal_ending(number)) return std::nullopt;
    if (token.part == Part::hour && number > 24) return std::nullopt;
    if ((token.part == Part::minute || token.part == Part::second) && number > 60) {
      return std::nullopt;
    }
  }
  if (!rest.text.empty() || *read.year == 0) return std::nullopt;
  const auto day =
      make_date(static_cast<int>(*read.year), read.month.value_or(1), read.day.value_or(1));
  if (!day || (read.weekday && read.day && day->weekday() != *read.weekday)) return std::nullopt;
  return iso(read);
}

std::string usual_date_formats(std::string_view text) {
  constexpr std::string_view kUsual[] = {"YYYY-MM-DD",
                                         "D/M/YYYY",
                                         "M/D/YYYY",
                                         "D-M-YYYY",
                                         "D.M.YYYY",
                                         "D/M/YY",
                                         "M/D/YY",
                                         "YYYY/MM/DD",
                                         "YYYYMMDD",
                                         "D MMMM YYYY",
                                         "D MMM YYYY",
                                         "D-MMM-YYYY",
                                         "D-MMM-YY",
                                         "Do MMMM YYYY",
                                         "MMMM D, YYYY",
                                         "dddd D MMMM YYYY",
                                         "YYYY-MM-DD HH:mm",
                                         "D/M/YYYY HH:mm",
                                         "M/D/YYYY HH:mm",
                                         "YYYY-MM-DD HH:mm:ss",
                                         "D/M/YYYY HH:mm:ss",
                                         "M/D/YYYY h:mm:ss A",
                                         "YYYY-MM",
                                         "MMMM YYYY",
                                         "YYYY-MM-DD HH:mm:ss.SSS",
                                         "YYYY-MM-DD[T]HH:mm:ss",
                                         "YYYY"};
  std::string fitting;
  std::string why;
  int count = 0;
  for (const std::string_view usual : kUsual) {
    const auto format = DateFormat::compile(usual, why);
    if (!format || !format->read(text) || count == 2) continue;
    if (count++ > 0) fitting += " or ";
    fitting += usual;
  }
  return fitting;
}

}  // namespace glasshouse::content
