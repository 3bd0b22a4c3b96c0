#include "content/field_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace glasshouse::content {

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
    return wrong_type(value.is_map() ? "a map" : "empty", value.mark(), field);
  }
  return convert_text(scalar_text(value), value.mark(), field);
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
