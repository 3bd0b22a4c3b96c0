// The tests of `is`, one function each; their results are booleans.
#pragma once

#include "template/function.h"

namespace glasshouse::templating::tests {

Value callable(Call&);
Value defined(Call&);
Value divisibleby(Call&);
Value escaped(Call&);
Value even(Call&);
Value falsy(Call&);
Value ge(Call&);
Value gt(Call&);
Value iterable(Call&);
Value le(Call&);
Value lower(Call&);
Value lt(Call&);
Value mapping(Call&);
Value ne(Call&);
Value null(Call&);
Value number(Call&);
Value odd(Call&);
Value sameas(Call&);
Value string(Call&);
Value truthy(Call&);
Value undefined(Call&);
Value upper(Call&);

}  // namespace glasshouse::templating::tests
