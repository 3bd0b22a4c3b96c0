// Periods that a law or a code counts in months.
#pragma once

#include "base/date.h"

namespace glasshouse::rules {

/// The day that is so many months after another, the last of its month where that has no such day.
[[nodiscard]] Date add_months(Date date, int months);

}  // namespace glasshouse::rules
