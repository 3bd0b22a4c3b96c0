#include "content/field_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
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

bool is_empty(const Cell& cell) {
  if (cell.value.is_undefined() || cell.value.is_string()) return trim(cell.text).empty();
  return !cell.value.has_value();
}

std::string scalar_text(Value value) {
  switch (value.type()) {
    case Type::string:
      return std::string(value.as_string());
    case Type::number:
      return number_text(value.as_number());
    case Type::boolean:
      return value.as_boolean() ? "true" : "false";
    default:
      return {};
  }
}

std::string_view FieldMaker::join(std::span<const PlannedPart> pattern, std::span<const Cell> row) {
  joined_.clear();
  for (const PlannedPart& part : pattern) {
    if (!part.is_column) {
      joined_ += part.text;
      continue;
    }
    const std::string_view text =
        part.column == kNowhere ? std::string_view() : trim(row[part.column].text);
    if (text.empty()) return {};
    if (part.is_slugged) {
      joined_ += slug(text);
    } else {
      joined_ += text;
    }
  }
  return joined_;
}

Made FieldMaker::make(const PlannedField& field, std::span<const Cell> row) {
  const FieldRule& rule = *field.rule;
  if (!rule.constant.is_undefined()) return {rule.constant};
  const Mark mark = field.column == kNowhere ? row.front().mark : row[field.column].mark;
  Found found;
  if (!field.pattern.empty()) {
    const std::string_view text = join(field.pattern, row);
    if (trim(text).empty()) return {rule.if_empty.with_mark(mark)};
    found = convert_text(text, mark, field);
  } else {
    if (field.column == kNowhere) return {rule.if_empty};
    const Cell& cell = row[field.column];
    if (is_empty(cell)) return {rule.if_empty.with_mark(mark)};
    found = cell.value.is_undefined() ? convert_text(cell.text, mark, field)
                                      : convert(cell.value, field);
  }
  if (!found) return {Value(), true, on_error(rule)};
  return {found->is_null() ? Value() : *found};
}

FieldMaker::Found FieldMaker::convert_text(std::string_view text, Mark mark,
                                           const PlannedField& field) {
  const std::string_view separator = field.rule->separator;
  if (separator.empty()) return one(trim(text), mark, field);
  List* list = List::make(arena_);
  bool is_right = true;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    const std::string_view part = trim(text.substr(start, end - start));
    start = end + separator.size();
    if (part.empty()) continue;
    const auto value = one(part, mark, field);
    if (value && !value->is_null()) list->push(arena_, *value);
    is_right = is_right && value;
  }
  if (!is_right) return std::nullopt;
  return list->empty() ? Value::null() : Value::list(list).with_mark(mark);
}

FieldMaker::Found FieldMaker::convert(Value value, const PlannedField& field) {
  const FieldRule& rule = *field.rule;
  const bool is_plain =
      rule.values.empty() && rule.dates.empty() && rule.shorten == 0 && !rule.is_slugged;
  const bool is_right_already =
      is_plain &&
      ((rule.type == CellType::as_written && (rule.separator.empty() || !value.is_string())) ||
       (rule.type == CellType::boolean && value.is_boolean()) ||
       (rule.type == CellType::number && value.is_number()) ||
       (rule.type == CellType::string && value.is_string() && rule.separator.empty()));
  if (is_right_already) return value;
  if (value.is_list()) {
    List* list = List::make(arena_, value.items().size());
    for (const Value item : value.items()) {
      if (item.is_list()) return wrong_type("a list", item.mark(), field);
      const auto converted = convert(item, field);
      if (!converted) return std::nullopt;
      for (const Value& each :
           converted->is_list() ? converted->items() : std::span(&*converted, 1)) {
        if (!each.is_null()) list->push(arena_, each);
      }
    }
    return Value::list(list).with_mark(value.mark());
  }
  if (value.is_map() || !value.has_value()) {
    problems_.say(on_error(rule), "cell-type", value.mark(),
                  fmt::format("{} is {}, not {}", field.name, value.is_map() ? "a map" : "empty",
                              words_for(rule.type).what),
                  std::string(words_for(rule.type).hint));
    return std::nullopt;
  }
  return convert_text(scalar_text(value), value.mark(), field);
}

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
      if (lower != "true" && lower != "false") return wrong_type(text, mark, field);
      return Value::boolean(lower == "true").with_mark(mark);
    }
    case CellType::integer:
    case CellType::number:
      break;
  }
  const NumberText number = read_plain_number(text);
  if (number.kind == NumberText::Kind::none) return wrong_type(text, mark, field);
  const bool is_whole = std::trunc(number.value) == number.value;
  if (field.rule->type == CellType::integer && !is_whole) return wrong_type(text, mark, field);
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

std::nullopt_t FieldMaker::wrong_type(std::string_view text, Mark mark, const PlannedField& field) {
  const TypeWords words = words_for(field.rule->type);
  problems_.say(on_error(*field.rule), "cell-type", mark,
                fmt::format("{} is \"{}\", not {}", field.name, shown(text), words.what),
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

Made FieldMaker::check_bounds(const PlannedField& field, Value value, std::span<const Made> made) {
  const std::string_view date = value.text();
  for (const PlannedBound& planned : field.bounds) {
    const DayBound& bound = *planned.bound;
    const std::string_view day =
        planned.field == kNowhere ? bound.day : made[planned.field].value.text();
    // A month is before another only where no day of it is the same.
    const std::string_view whole = date.substr(0, day.size()), part = day.substr(0, date.size());
    if (day.empty() || (bound.is_first ? whole >= part : whole <= part)) continue;
    const std::string_view which = bound.is_first ? "before" : "after";
    const OnError what = on_error(*field.rule);
    problems_.say(what, "cell-out-of-bounds", value.mark(),
                  bound.field.empty()
                      ? fmt::format("{} is {}, {} {}, the {} day that it may be", field.name, date,
                                    which, day, bound.is_first ? "first" : "last")
                      : fmt::format("{} is {}, {} {}, which is {}", field.name, date, which,
                                    bound.field, day),
                  "Correct the date in the system that the file comes from.");
    return {Value(), true, what};
  }
  return {value};
}

}  // namespace glasshouse::content
