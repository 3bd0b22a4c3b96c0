// One value of a field from the text of a cell, or of a part of it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "content/field_maker.h"
#include "content/parse/number.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kStringColumn =
    "Give the column the type string if it is a reference and not an amount.";
constexpr std::size_t kLongestShown = 60;  // bytes of a cell in a message
constexpr std::size_t kMostWords = 12;     // of the known words in a hint

struct TypeWords {
  std::string_view what, hint;
};

TypeWords words_for(CellType type) {
  switch (type) {
    case CellType::integer:
      return {"a whole number",
              "Write digits only, without signs of thousands or currency: 15236000."};
    case CellType::number:
      return {"a number",
              "Write digits and a point, without signs of thousands or currency: 1200.50."};
    case CellType::boolean:
      return {"true or false", "Write true or false."};
    default:
      return {"text", "Write one value."};
  }
}

// The text as a message shows it: on one line, and cut where it is long.
std::string shown(std::string_view text) {
  std::size_t end = std::min(text.size(), kLongestShown);
  while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  std::string result(text.substr(0, end));
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return end < text.size() ? result + "…" : result;
}

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", shown(text)); }

std::string hint_of_words(std::string_view text, const FieldRule& rule,
                          std::string_view definition_file) {
  const auto& words = rule.values.words();
  // Nothing is like a text of one sign.
  std::string hint = text.size() > 1 ? did_you_mean(text, words) : std::string();
  std::string known;
  for (std::size_t i = 0; i < std::min(words.size(), kMostWords); ++i) {
    known += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", words[i]);
  }
  if (words.size() > kMostWords) known += " and others";
  if (!hint.empty()) hint += ' ';
  return hint + fmt::format(
                    "Known are {}: add it to \"values\" of {} in {}, or say what becomes of "
                    "all others with \"otherwise\".",
                    known, rule.field, definition_file);
}

bool is_excel_day(std::string_view text) {
  return text.size() == 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

FieldMaker::Found FieldMaker::one(std::string_view text, Mark mark, const PlannedField& field) {
  const FieldRule& rule = *field.rule;
  if (!rule.values.empty()) return of_word(text, mark, field);
  if (!rule.dates.empty()) return of_date(text, mark, field);
  if (rule.shorten > 0) return shortened(text, mark, field);
  if (rule.is_slugged) return Value::string(arena_, slug(text)).with_mark(mark);
  return of_type(text, mark, field);
}

FieldMaker::Found FieldMaker::of_word(std::string_view text, Mark mark, const PlannedField& field) {
  const FieldRule& rule = *field.rule;
  if (const Value* becomes = rule.values.find(text, folded_)) return becomes->with_mark(mark);
  if (!rule.otherwise.is_undefined()) return rule.otherwise.with_mark(mark);
  if (rule.keeps_others) return Value::string(arena_, text).with_mark(mark);
  problems_.say(on_error(rule), "unknown-cell-value", mark,
                fmt::format("{} is \"{}\", and nothing says what that is in {}", field.name,
                            shown(text), rule.field),
                hint_of_words(text, rule, definition_file_));
  return std::nullopt;
}

FieldMaker::Found FieldMaker::of_date(std::string_view text, Mark mark, const PlannedField& field) {
  const FieldRule& rule = *field.rule;
  for (const DateFormat& format : rule.dates) {
    if (const auto date = format.read(text)) {
      return Value::string(arena_, date->text()).with_mark(mark);
    }
  }
  std::string forms;
  for (const DateFormat& format : rule.dates) {
    forms += fmt::format("{}{}", forms.empty() ? "" : " or ", format.text());
  }
  problems_.say(
      on_error(rule), "unknown-cell-date", mark,
      fmt::format("{} is \"{}\", which is no date written as {}", field.name, shown(text), forms),
      hint_of_dates(text, rule));
  return std::nullopt;
}

std::string FieldMaker::hint_of_dates(std::string_view text, const FieldRule& rule) const {
  const std::string usual = usual_date_formats(text);
  if (!usual.empty()) {
    return fmt::format("It could be {}: add the form that it is to \"date\" of {} in {}.", usual,
                       rule.field, definition_file_);
  }
  if (is_excel_day(text)) {
    return "It may be the number that a spreadsheet keeps for a day: show the column as dates, and "
           "export it again.";
  }
  return "Correct the date, or add its form to the definition.";
}

FieldMaker::Found FieldMaker::of_type(std::string_view text, Mark mark, const PlannedField& field) {
  switch (field.rule->type) {
    case CellType::as_written:
    case CellType::string:
      return Value::string(arena_, text).with_mark(mark);
    case CellType::boolean: {
      const std::string lower = to_lower(text);
      if (lower != "true" && lower != "false") return wrong_type(quoted(text), mark, field);
      return Value::boolean(lower == "true").with_mark(mark);
    }
    case CellType::integer:
    case CellType::number:
      break;
  }
  const NumberText number = read_plain_number(text);
  if (number.kind == NumberText::Kind::none) return wrong_type(quoted(text), mark, field);
  const bool is_whole = std::trunc(number.value) == number.value;
  if (field.rule->type == CellType::integer && !is_whole)
    return wrong_type(quoted(text), mark, field);
  if (std::isfinite(number.value) && number.is_exact) {
    return Value::number(number.value).with_mark(mark);
  }
  Diagnostics found;
  const Place place(problems_.file(), mark);
  if (!std::isfinite(number.value)) {
    say_not_finite(text, place, found, kStringColumn);
  } else {
    say_inexact_integer(text, place, found, kStringColumn);
  }
  problems_.say_all(on_error(*field.rule), found);
  return std::nullopt;
}

std::nullopt_t FieldMaker::wrong_type(std::string_view what, Mark mark, const PlannedField& field) {
  const TypeWords words = words_for(field.rule->type);
  problems_.say(on_error(*field.rule), "cell-type", mark,
                fmt::format("{} is {}, not {}", field.name, what, words.what),
                std::string(words.hint));
  return std::nullopt;
}

// Whole words, on one line.
FieldMaker::Found FieldMaker::shortened(std::string_view text, Mark mark,
                                        const PlannedField& field) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space || !line.ends_with(' ')) line += is_space ? ' ' : c;
  }
  const std::size_t most = field.rule->shorten;
  if (count_characters(line) > most) {
    std::size_t end = 0;
    for (std::size_t characters = 0; characters < most; ++characters) {
      do ++end;
      while (end < line.size() && (line[end] & 0xC0) == 0x80);
    }
    // One character is the ellipsis's; a word that is longer than all is cut.
    const std::size_t space = line.rfind(' ', end - 1);
    std::size_t keep = space == std::string::npos || space == 0 ? end - 1 : space;
    while (keep > 0 && (line[keep] & 0xC0) == 0x80) --keep;
    line.resize(keep);
    while (!line.empty() &&
           std::string_view(" ,;:-(").find(line.back()) != std::string_view::npos) {
      line.pop_back();
    }
    line += "…";
  }
  return Value::string(arena_, line).with_mark(mark);
}

}  // namespace glasshouse::content
