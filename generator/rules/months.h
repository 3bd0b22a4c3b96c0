// Periods that a law or a code counts in months.
#pragma once

#include "base/date.h"

namespace glasshouse::rules {

/// The day that is so many months after another (before, where negative), the last of its month
/// where that has no such day; the same day where it would be before the year 1.
[[nodiscard]] Date add_months(Date date, int months);

}  // namespace glasshouse::rules
