#include "content/cell.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "content/parse/number.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kStringColumn =
    "Give the column the type string if it is a reference and not an amount.";

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

std::optional<Value> typed(std::string_view text, Mark mark, const ColumnRule& rule,
                           std::string_view file, Arena& arena, Diagnostics& diagnostics) {
  const auto wrong = [&] {
    const TypeWords words = words_for(rule.type);
    diagnostics.error("cell-type", Place(file, mark),
                      fmt::format("{} is \"{}\", not {}", rule.column, text, words.what),
                      std::string(words.hint));
    return std::optional<Value>();
  };
  const std::string_view word = trim(text);
  switch (rule.type) {
    case CellType::as_written:
    case CellType::string:
      return Value::string(arena, text).with_mark(mark);
    case CellType::boolean: {
      const std::string lower = to_lower(word);
      if (lower != "true" && lower != "false") return wrong();
      return Value::boolean(lower == "true").with_mark(mark);
    }
    case CellType::integer:
    case CellType::number: {
      const NumberText number = read_plain_number(word);
      if (number.kind == NumberText::Kind::none) return wrong();
      const bool is_whole = std::trunc(number.value) == number.value;
      if (rule.type == CellType::integer && !is_whole) return wrong();
      if (!std::isfinite(number.value)) {
        say_not_finite(word, Place(file, mark), diagnostics, kStringColumn);
        return std::nullopt;
      }
      if (!number.is_exact) {
        say_inexact_integer(word, Place(file, mark), diagnostics, kStringColumn);
        return std::nullopt;
      }
      return Value::number(number.value).with_mark(mark);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Value> convert_text(std::string_view text, Mark mark, const ColumnRule& rule,
                                  std::string_view file, Arena& arena, Diagnostics& diagnostics) {
  if (rule.separator.empty()) return typed(text, mark, rule, file, arena, diagnostics);
  List* list = List::make(arena);
  bool is_right = true;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(rule.separator, start), text.size());
    const std::string_view part = trim(text.substr(start, end - start));
    start = end + rule.separator.size();
    if (part.empty()) continue;
    const auto value = typed(part, mark, rule, file, arena, diagnostics);
    if (value) list->push(arena, *value);
    is_right = is_right && value;
  }
  if (!is_right) return std::nullopt;
  return Value::list(list).with_mark(mark);
}

std::optional<Value> convert_value(Value value, const ColumnRule& rule, std::string_view file,
                                   Arena& arena, Diagnostics& diagnostics) {
  const bool is_right_already =
      (rule.type == CellType::as_written && (rule.separator.empty() || !value.is_string())) ||
      (rule.type == CellType::boolean && value.is_boolean()) ||
      (rule.type == CellType::number && value.is_number()) ||
      (rule.type == CellType::string && value.is_string() && rule.separator.empty());
  if (is_right_already) return value;
  if (value.is_list()) {
    List* list = List::make(arena, value.items().size());
    for (const Value item : value.items()) {
      ColumnRule one = rule;
      one.separator = {};
      const auto converted = convert_value(item, one, file, arena, diagnostics);
      if (!converted) return std::nullopt;
      list->push(arena, *converted);
    }
    return Value::list(list).with_mark(value.mark());
  }
  if (value.is_map() || !value.has_value()) {
    diagnostics.error("cell-type", Place(file, value.mark()),
                      fmt::format("{} is {}, not {}", rule.column,
                                  value.is_map() ? "a map" : "empty", words_for(rule.type).what),
                      std::string(words_for(rule.type).hint));
    return std::nullopt;
  }
  return convert_text(scalar_text(value), value.mark(), rule, file, arena, diagnostics);
}

bool is_empty_cell(Value value) {
  return !value.has_value() || (value.is_string() && trim(value.as_string()).empty());
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

}  // namespace glasshouse::content
