// Methods of lists, maps, numbers and cyclers.
#include <fmt/format.h>

#include <cmath>

#include "template/conversion.h"
#include "template/filters/filters.h"
#include "template/methods/methods.h"
#include "template/objects.h"

namespace glasshouse::templating::methods {

namespace {

// The data of the site is shared: only a list that this page has made may be changed.
List* own_list(Value receiver, Call& call) {
  List& list = receiver.as_list();
  if (call.arena.owns(&list)) return &list;
  call.error = "this list is the site's data and cannot be changed; make one with [] and concat";
  return nullptr;
}

Value number(std::size_t value) { return Value::number(static_cast<double>(value)); }

}  // namespace

Value list_at(Value receiver, Call& call) {
  const List& list = receiver.as_list();
  double index = whole_number(call.argument(0));
  if (index < 0) index += static_cast<double>(list.size());
  return index >= 0 && index < static_cast<double>(list.size())
             ? list[static_cast<std::size_t>(index)]
             : Value();
}

Value list_concat(Value receiver, Call& call) {
  List* result = List::make(call.arena, receiver.as_list().size());
  for (const Value item : receiver.as_list()) result->push(call.arena, item);
  for (const Value argument : call.arguments) {
    if (argument.is_list()) {
      for (const Value item : argument.as_list()) result->push(call.arena, item);
    } else {
      result->push(call.arena, argument);
    }
  }
  return Value::list(result);
}

Value list_includes(Value receiver, Call& call) {
  const Value wanted = call.argument(0);
  const bool nan = wanted.is_number() && std::isnan(wanted.as_number());
  for (const Value item : receiver.as_list()) {
    if (is_strictly_equal(item, wanted) ||
        (nan && item.is_number() && std::isnan(item.as_number())))
      return Value::boolean(true);
  }
  return Value::boolean(false);
}

Value list_index_of(Value receiver, Call& call) {
  const List& list = receiver.as_list();
  for (std::size_t i = clamp_position(call.argument(1), list.size(), 0); i < list.size(); ++i) {
    if (is_strictly_equal(list[i], call.argument(0))) return number(i);
  }
  return Value::number(-1);
}

Value list_join(Value receiver, Call& call) {
  std::string separator = ",", out;
  if (!call.argument(0).is_undefined()) {
    separator.clear();
    append_text(separator, call.argument(0));
  }
  const List& list = receiver.as_list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += separator;
    append_printed(out, list[i]);
    if (filters::is_too_large(call, static_cast<double>(out.size()))) return {};
  }
  return filters::make_text(call, out);
}

Value list_pop(Value receiver, Call& call) {
  List* list = own_list(receiver, call);
  if (!list || list->empty()) return {};
  const Value last = (*list)[list->size() - 1];
  list->pop();
  return last;
}

Value list_push(Value receiver, Call& call) {
  List* list = own_list(receiver, call);
  if (!list) return {};
  for (const Value argument : call.arguments) list->push(call.arena, argument);
  return number(list->size());
}

Value list_reverse(Value receiver, Call& call) {
  List* list = own_list(receiver, call);
  if (!list) return {};
  for (std::size_t i = 0, size = list->size(); i < size / 2; ++i)
    std::swap((*list)[i], (*list)[size - 1 - i]);
  return receiver;
}

Value list_slice(Value receiver, Call& call) {
  const List& list = receiver.as_list();
  const std::size_t start = clamp_position(call.argument(0), list.size(), 0);
  const std::size_t end = clamp_position(call.argument(1), list.size(), list.size());
  List* result = List::make(call.arena, end > start ? end - start : 0);
  for (std::size_t i = start; i < end; ++i) result->push(call.arena, list[i]);
  return Value::list(result);
}

Value map_has(Value receiver, Call& call) {
  std::string buffer;
  return Value::boolean(receiver.as_map().find(text_of(call.argument(0), buffer)) != nullptr);
}

Value map_items(Value receiver, Call& call) {
  List* result = List::make(call.arena, receiver.as_map().size());
  for_each_entry(receiver.as_map(), [&](const Map::Entry& entry) {
    result->push(call.arena, List::of(call.arena, {entry.key, entry.value}));
  });
  return Value::list(result);
}

Value map_keys(Value receiver, Call& call) {
  List* result = List::make(call.arena, receiver.as_map().size());
  for_each_entry(receiver.as_map(),
                 [&](const Map::Entry& entry) { result->push(call.arena, entry.key); });
  return Value::list(result);
}

Value map_values(Value receiver, Call& call) {
  List* result = List::make(call.arena, receiver.as_map().size());
  for_each_entry(receiver.as_map(),
                 [&](const Map::Entry& entry) { result->push(call.arena, entry.value); });
  return Value::list(result);
}

Value number_to_fixed(Value receiver, Call& call) {
  const double digits = whole_number(call.argument(0));
  if (digits < 0 || digits > 100) {
    call.error = "toFixed takes 0 to 100 digits";
    return {};
  }
  const double value = receiver.as_number();
  if (!std::isfinite(value) || std::abs(value) >= 1e21) return to_string(receiver, call);
  // JavaScript takes the larger of two equally near numbers; printf the even one.
  std::string text = fmt::format("{:.{}f}", value, static_cast<int>(digits));
  if (digits == 0 && std::abs(value) - std::floor(std::abs(value)) == 0.5)
    text = fmt::format("{:.0f}", std::copysign(std::floor(std::abs(value)) + 1, value));
  if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos && value == 0)
    text.erase(0, 1);
  return filters::make_text(call, text);
}

Value to_string(Value receiver, Call& call) {
  std::string text;
  append_text(text, receiver);
  return filters::make_text(call, text);
}

Value cycler_next(Value receiver, Call&) {
  auto& cycler = static_cast<CyclerObject&>(object_of(receiver));
  if (cycler.next >= cycler.items->size()) cycler.next = 0;
  cycler.current = cycler.items->empty() ? Value() : (*cycler.items)[cycler.next++];
  return cycler.current;
}

Value cycler_reset(Value receiver, Call&) {
  auto& cycler = static_cast<CyclerObject&>(object_of(receiver));
  cycler.next = 0;
  cycler.current = Value::null();
  return {};
}

}  // namespace glasshouse::templating::methods
