// `read`: the encoding, rows, dates and numbers of a file as they are declared. Nothing is guessed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "datasets/descriptor_parts.h"

namespace glasshouse::datasets {

namespace {

constexpr double kLastHeaderRow = 1000;
constexpr std::array<std::string_view, 2> kEncodings = {"utf-8", "windows-1252"};
constexpr std::array<std::string_view, 9> kReadKeys = {
    "encoding", "delimiter", "header_row",      "dates",     "numbers",
    "missing",  "leave_out", "unnamed_columns", "short_rows"};
constexpr std::array<std::string_view, 3> kNumberKeys = {"currency", "thousands", "negative"};
constexpr std::array<std::string_view, 2> kNegatives = {"brackets", "trailing-minus"};

void read_delimiter(Value value, Reading& reading, Saying& saying) {
  const std::string_view text = value.text();
  const bool is_one = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80;
  if (!is_one || std::string_view("\"\r\n").find(text[0]) != std::string_view::npos) {
    saying.wrong(value, "delimiter is not the one sign that stands between two cells",
                 "Write \",\", \";\", \"|\" or \"\\t\".");
    return;
  }
  reading.delimiter = text[0];
}

void read_header_row(Value value, Reading& reading, Saying& saying) {
  const double row = value.is_number() ? value.as_number() : 0;
  if (row < 1 || row > kLastHeaderRow || std::floor(row) != row) {
    saying.wrong(value, fmt::format("header_row is not a line from 1 to {}", kLastHeaderRow),
                 "Write the number of the line that the names of the columns stand on.");
    return;
  }
  reading.header_row = static_cast<std::uint32_t>(row);
}

// A key that has one word beside its default.
bool read_word(Value value, std::string_view key, std::string_view word, Saying& saying) {
  if (value.is_undefined()) return false;
  if (value.text() == word) return true;
  saying.wrong(value, fmt::format("{} is not \"{}\"", key, word),
               fmt::format("Write \"{}\", or leave {} out.", word, key));
  return false;
}

}  // namespace

std::vector<Value> texts(Value value, std::string_view what, Saying& saying) {
  std::vector<Value> result;
  if (value.is_undefined()) return result;
  const std::span<const Value> items =
      value.is_list() ? value.items() : std::span<const Value>(&value, 1);
  for (const Value& item : items) {
    if (item.is_string()) {
      result.push_back(item);
    } else {
      saying.wrong(item, fmt::format("{} is not text", what),
                   "Write a text in quotes, or a list of such texts.");
    }
  }
  return result;
}

std::vector<content::DateFormat> read_dates(Value value, Saying& saying) {
  std::vector<content::DateFormat> formats;
  for (const Value& text : texts(value, "dates", saying)) {
    std::string why;
    auto format = content::DateFormat::compile(text.as_string(), why);
    if (format) {
      formats.push_back(std::move(*format));
    } else {
      saying.wrong(text, fmt::format("\"{}\" is no form of a date: {}", text.as_string(), why),
                   "Write YYYY or YY, MM, M, MMM or MMMM, and DD or D, as in D/M/YYYY.");
    }
  }
  return formats;
}

NumberForm read_number_form(Value value, Saying& saying) {
  NumberForm form;
  if (value.is_undefined()) return form;
  if (!value.is_map()) {
    saying.wrong(value, "numbers does not say how numbers are written",
                 "Write {currency: \"£\", thousands: \",\", negative: brackets}, or what of that "
                 "the file has.");
    return form;
  }
  saying.check_keys(value, "numbers", kNumberKeys);
  for (const Value& sign : texts(value["currency"], "currency", saying)) {
    const std::string_view text = trim(sign.as_string());
    if (text.empty() || text.find_first_of("0123456789.-+()") != std::string_view::npos) {
      saying.wrong(sign, fmt::format("\"{}\" is no sign of a currency", sign.as_string()));
    } else {
      form.currency.push_back(text);
    }
  }
  const Value thousands = value["thousands"];
  if (!thousands.is_undefined()) {
    const std::string_view sign = thousands.text();
    if (sign != "," && sign != " " && sign != "'" && sign != "\u00A0") {
      saying.wrong(thousands, "thousands is no sign that stands between groups of three digits",
                   "Write \",\", \" \" or \"'\".");
    }
    form.thousands = sign;
  }
  for (const Value& word : texts(value["negative"], "negative", saying)) {
    if (word.as_string() == "brackets") {
      form.brackets = true;
    } else if (word.as_string() == "trailing-minus") {
      form.trailing_minus = true;
    } else {
      saying.unknown(word, "way to write a negative number", word.as_string(), kNegatives);
    }
  }
  return form;
}

Reading read_reading(Value general, Value own, Saying& saying) {
  Reading reading;
  const auto option = [&](std::string_view key) {
    const Value value = own[key];
    return value.is_undefined() ? general[key] : value;
  };
  for (const Value& read : {general, own}) {
    if (read.is_map()) {
      saying.check_keys(read, "read", kReadKeys);
    } else if (!read.is_undefined()) {
      saying.wrong(read, "read is not a map", "Write {header_row: 3}, say.");
    }
  }
  if (const Value encoding = option("encoding"); !encoding.is_undefined()) {
    const std::string name = to_lower(encoding.text());
    const auto known = std::find(kEncodings.begin(), kEncodings.end(), name);
    if (known == kEncodings.end()) {
      saying.unknown(encoding, "encoding that is read here", encoding.text(), kEncodings);
    } else {
      reading.encoding = static_cast<content::Encoding>(known - kEncodings.begin());
    }
  }
  if (const Value sign = option("delimiter"); !sign.is_undefined()) {
    read_delimiter(sign, reading, saying);
  }
  if (const Value row = option("header_row"); !row.is_undefined()) {
    read_header_row(row, reading, saying);
  }
  reading.dates = read_dates(option("dates"), saying);
  reading.numbers = read_number_form(option("numbers"), saying);
  for (const Value& text : texts(option("missing"), "missing", saying)) {
    reading.missing.push_back(trim(text.as_string()));
  }
  for (const Value& text : texts(option("leave_out"), "leave_out", saying)) {
    reading.leave_out.push_back(trim(text.as_string()));
  }
  reading.leaves_out_unnamed =
      read_word(option("unnamed_columns"), "unnamed_columns", "leave-out", saying);
  reading.fills_short_rows = read_word(option("short_rows"), "short_rows", "fill", saying);
  return reading;
}

}  // namespace glasshouse::datasets
