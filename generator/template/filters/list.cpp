// Filters of lists, and `default`.
#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "template/filters/filters.h"
#include "template/unicode.h"

namespace glasshouse::templating::filters {

const List* items_of(Call& call, std::string_view filter) {
  const Value subject = call.argument(0);
  if (subject.is_list()) return &subject.as_list();
  if (subject.is_string()) {
    List* characters = List::make(call.arena);
    const std::string_view text = subject.as_string();
    for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
      size = character_length(text, at);
      characters->push(call.arena, Value::string(call.arena, text.substr(at, size)));
    }
    return characters;
  }
  if (!subject.has_value() || filter.empty()) return List::make(call.arena);
  call.error = fmt::format("the filter \"{}\" needs a list", filter);
  return nullptr;
}

Value attribute_of(Value item, Value path) {
  if (path.is_number()) {
    const auto items = item.items();
    const double index = path.as_number();
    return index >= 0 && index < static_cast<double>(items.size())
               ? items[static_cast<std::size_t>(index)]
               : Value();
  }
  for (const std::string_view part : split(path.text(), '.')) {
    if (item.is_map()) {
      item = item.as_map().get(part);
    } else if (item.is_list() && is_index_key(part)) {
      item = attribute_of(item, Value::number(parse_float(part)));
    } else if (part == "length" && item.is_list()) {
      item = Value::number(static_cast<double>(item.as_list().size()));
    } else {
      return {};
    }
  }
  return item;
}

Value batch(Call& call) {
  const List* items = items_of(call);
  const double size = number_of(call.argument(1, "size"));
  const Value fill = call.argument(2, "fill");
  if (!items || is_too_large(call, std::isnan(size) || !is_truthy(fill) ? 0 : size)) return {};
  List* rows = List::make(call.arena);
  List* row = List::make(call.arena);
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (size > 0 && std::fmod(static_cast<double>(i), size) == 0 && !row->empty()) {
      rows->push(call.arena, Value::list(row));
      row = List::make(call.arena);
    }
    row->push(call.arena, (*items)[i]);
  }
  if (!row->empty()) {
    while (is_truthy(fill) && static_cast<double>(row->size()) < size) row->push(call.arena, fill);
    rows->push(call.arena, Value::list(row));
  }
  return Value::list(rows);
}

Value first(Call& call) {
  const List* items = items_of(call);
  return items && !items->empty() ? (*items)[0] : Value();
}

Value last(Call& call) {
  const List* items = items_of(call);
  return items && !items->empty() ? (*items)[items->size() - 1] : Value();
}

Value join(Call& call) {
  if (call.argument(0).is_string()) {
    call.error = "the filter \"join\" needs a list";
    return {};
  }
  const List* items = items_of(call, "join");
  if (!items) return {};
  const Value path = call.argument(2, "attribute");
  std::string buffer, out;
  const Value given = call.argument(1, "separator");
  const std::string_view separator = is_truthy(given) ? text_of(given, buffer) : "";
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (i > 0) out += separator;
    append_printed(out, is_truthy(path) ? attribute_of((*items)[i], path) : (*items)[i]);
    if (is_too_large(call, static_cast<double>(out.size()))) return {};
  }
  return make_text(call, out);
}

Value length(Call& call) {
  const Value subject = call.argument(0);
  switch (subject.type()) {
    case Type::list:
      return Value::number(static_cast<double>(subject.as_list().size()));
    case Type::map:
      return Value::number(static_cast<double>(subject.as_map().size()));
    case Type::string:
      return Value::number(static_cast<double>(character_count(subject.as_string())));
    case Type::number:
      return {};
    case Type::boolean:
      return subject.as_boolean() ? Value() : Value::number(0);
    default:
      return Value::number(0);
  }
}

Value list(Call& call) {
  const Value subject = call.argument(0);
  if (subject.is_list()) return subject;
  if (subject.is_map()) {
    List* pairs = List::make(call.arena, subject.as_map().size());
    for_each_entry(subject.as_map(), [&](const Map::Entry& entry) {
      pairs->push(call.arena, Map::of(call.arena, {{"key", entry.key}, {"value", entry.value}}));
    });
    return Value::list(pairs);
  }
  const List* items = items_of(call, "list");
  return items ? Value::list(const_cast<List*>(items)) : Value();
}

Value slice(Call& call) {
  const List* items = items_of(call, "slice");
  const double given = whole_number(call.argument(1, "slices"));
  const Value fill = call.argument(2, "fill");
  if (!items || is_too_large(call, given)) return {};
  List* result = List::make(call.arena);
  if (given < 1) return Value::list(result);
  const auto slices = static_cast<std::size_t>(given);
  const std::size_t length = items->size() / slices, extra = items->size() % slices;
  std::size_t at = 0;
  for (std::size_t i = 0; i < slices; ++i) {
    const std::size_t size = length + (i < extra ? 1 : 0);
    List* part = List::make(call.arena, size);
    for (std::size_t n = 0; n < size; ++n) part->push(call.arena, (*items)[at++]);
    if (is_truthy(fill) && i >= extra) part->push(call.arena, fill);
    result->push(call.arena, Value::list(part));
  }
  return Value::list(result);
}

// JavaScript's +: from the first item that is text on, the sum is text.
Value sum(Call& call) {
  const List* items = items_of(call, "sum");
  if (!items) return {};
  const Value path = call.argument(1, "attribute");
  double total = 0;
  std::string text;
  bool is_text = false;
  for (const Value each : *items) {
    const Value item = is_truthy(path) ? attribute_of(each, path) : each;
    const bool is_plain = item.is_number() || item.is_boolean() || !item.has_value();
    if (is_text || !is_plain) {
      if (!is_text) append_number_text(text, total);
      is_text = true;
      append_text(text, item);
      if (is_too_large(call, static_cast<double>(text.size()))) return {};
    } else {
      total += number_of(item);
    }
  }
  const Value start = call.argument(2, "start");
  if (!is_text) return Value::number(total + (start.is_undefined() ? 0 : number_of(start)));
  return make_text(call, (start.is_undefined() ? "0" : number_text(number_of(start))) + text);
}

Value defaulted(Call& call) {
  const Value subject = call.argument(0);
  const bool present =
      is_truthy(call.argument(2, "boolean")) ? is_truthy(subject) : !subject.is_undefined();
  return present ? subject : call.argument(1, "value");
}

}  // namespace glasshouse::templating::filters
