#include "rules/months.h"

namespace glasshouse::rules {

Date add_months(Date date, int months) {
  const int month = static_cast<int>(date.month()) - 1 + months;
  const int year = date.year() + month / 12;
  const auto of_year = static_cast<unsigned>(month % 12 + 1);
  for (unsigned day = date.day();; --day) {
    if (const auto result = make_date(year, of_year, day)) return *result;
  }
}

}  // namespace glasshouse::rules
