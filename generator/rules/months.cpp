#include "rules/months.h"

namespace glasshouse::rules {

Date add_months(Date date, int months) {
  const int all = date.year() * 12 + static_cast<int>(date.month()) - 1 + months;
  const auto of_year = static_cast<unsigned>(all % 12 + 1);
  // The shortest month lacks three of the days that the longest has.
  for (unsigned back = 0; all >= 12 && back <= 3; ++back) {
    if (const auto result = make_date(all / 12, of_year, date.day() - back)) return *result;
  }
  return date;
}

}  // namespace glasshouse::rules
