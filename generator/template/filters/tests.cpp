#include "template/filters/tests.h"

#include <cmath>

#include "template/conversion.h"
#include "template/objects.h"
#include "template/unicode.h"

namespace glasshouse::templating::tests {

namespace {

Value answer(bool value) { return Value::boolean(value); }
Order order(Call& call) { return compare(call.argument(0), call.argument(1)); }

}  // namespace

Value callable(Call& call) { return answer(is_callable(call.argument(0))); }
Value defined(Call& call) { return answer(!call.argument(0).is_undefined()); }
Value divisibleby(Call& call) {
  return answer(std::fmod(number_of(call.argument(0)), number_of(call.argument(1))) == 0);
}
Value escaped(Call& call) { return answer(call.argument(0).is_safe()); }
Value even(Call& call) { return answer(std::fmod(number_of(call.argument(0)), 2) == 0); }
Value falsy(Call& call) { return answer(!is_truthy(call.argument(0))); }
Value ge(Call& call) {
  const Order found = order(call);
  return answer(found == Order::greater || found == Order::equal);
}
Value gt(Call& call) { return answer(order(call) == Order::greater); }
Value iterable(Call& call) {
  return answer(call.argument(0).is_list() || call.argument(0).is_string());
}
Value le(Call& call) {
  const Order found = order(call);
  return answer(found == Order::less || found == Order::equal);
}
Value lower(Call& call) {
  const Value value = call.argument(0);
  if (!value.is_string() || value.is_safe()) return answer(false);
  std::string text;
  append_lower(text, value.as_string());
  return answer(text == value.as_string());
}
Value lt(Call& call) { return answer(order(call) == Order::less); }
Value mapping(Call& call) {
  const Value value = call.argument(0);
  return answer(value.is_map() || value.is_safe() ||
                (value.is(Type::native) && !is_callable(value)));
}
Value ne(Call& call) { return answer(!is_strictly_equal(call.argument(0), call.argument(1))); }
Value null(Call& call) { return answer(call.argument(0).is_null()); }
Value number(Call& call) { return answer(call.argument(0).is_number()); }
Value odd(Call& call) { return answer(std::fmod(number_of(call.argument(0)), 2) == 1); }
Value sameas(Call& call) { return answer(is_strictly_equal(call.argument(0), call.argument(1))); }
Value string(Call& call) {
  return answer(call.argument(0).is_string() && !call.argument(0).is_safe());
}
Value truthy(Call& call) { return answer(is_truthy(call.argument(0))); }
Value undefined(Call& call) { return answer(call.argument(0).is_undefined()); }
Value upper(Call& call) {
  const Value value = call.argument(0);
  if (!value.is_string() || value.is_safe()) return answer(false);
  std::string text;
  append_upper(text, value.as_string());
  return answer(text == value.as_string());
}

}  // namespace glasshouse::templating::tests
