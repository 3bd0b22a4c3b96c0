// The functions that every template sees: range, cycler, joiner.
#include "template/globals.h"

#include <cmath>

#include "template/conversion.h"
#include "template/objects.h"

namespace glasshouse::templating::globals {

namespace {
constexpr double kLongestRange = 1e6;
}

Value range(Call& call) {
  double start = number_of(call.argument(0));
  double stop = number_of(call.argument(1));
  double step = is_truthy(call.argument(2)) ? number_of(call.argument(2)) : 1;
  if (call.argument(1).is_undefined()) {
    stop = start;
    start = 0;
    step = 1;
  }
  List* list = List::make(call.arena);
  if (std::isnan(start) || std::isnan(stop) || std::isnan(step)) return Value::list(list);
  if (std::ceil((stop - start) / step) > kLongestRange) {
    call.error = "a range has a million numbers at most";
    return {};
  }
  for (double i = start; step > 0 ? i < stop : i > stop; i += step)
    list->push(call.arena, Value::number(i));
  return Value::list(list);
}

Value cycler(Call& call) {
  List* items = List::make(call.arena, call.arguments.size());
  for (const Value item : call.arguments) items->push(call.arena, item);
  return Value::native(
      call.arena.make<CyclerObject>(Object{ObjectKind::cycler}, items, 0u, Value::null()));
}

Value joiner(Call& call) {
  const Value separator = call.argument(0, "sep");
  return Value::native(call.arena.make<JoinerObject>(
      Object{ObjectKind::joiner}, is_truthy(separator) ? separator : Value::string(call.arena, ","),
      false));
}

}  // namespace glasshouse::templating::globals
