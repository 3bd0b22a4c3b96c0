// What must happen soon: gathered by each rule as it reads a record's clock.
#pragma once

#include <string_view>

#include "rules/workspace.h"

namespace glasshouse::rules {

/// How far ahead the site looks.
inline constexpr int kDaysAhead = 30;

/// Notes what is due from as_of on for kDaysAhead days; anything else is passed over.
inline void falls_due(Workspace& work, Date date, const model::Record& record,
                      std::string_view what) {
  const int ahead = date.days - work.as_of().days;
  if (ahead >= 0 && ahead <= kDaysAhead) {
    work.statistics().falling_due.push_back({date, &record, what});
  }
}

}  // namespace glasshouse::rules
