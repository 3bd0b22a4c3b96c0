// The functions that every template sees, as in Nunjucks.
#pragma once

#include "template/function.h"

namespace glasshouse::templating::globals {

Value range(Call&);   // range(stop), range(start, stop, step): a list of numbers
Value cycler(Call&);  // an object whose next() gives the arguments in turn
Value joiner(Call&);  // a function that gives "" the first time, then its argument

}  // namespace glasshouse::templating::globals
