#include "pages/overview/promises_list.h"

#include <algorithm>

namespace glasshouse::pages {

namespace {

using model::Record;

double days_past_due(const Record& promise) {
  const Value days = promise.derived["days_past_due"];
  return days.is_number() ? days.as_number() : 0;
}

bool is_later(const Record* a, const Record* b) { return days_past_due(*a) > days_past_due(*b); }

}  // namespace

PromiseList::PromiseList(const model::Site& site) {
  for (const auto& collection : site.collections) {
    if (collection->kind() != schema::Kind::commitment) continue;
    for (const Record& record : collection->records) {
      if (record.withdrawn) continue;
      const auto place =
          std::find(kStandingOrder.begin(), kStandingOrder.end(), standing_of(record));
      by_standing[static_cast<std::size_t>(place - kStandingOrder.begin())].push_back(&record);
      const bool is_late = record.derived["overdue"].is_true();
      if (is_late || record.derived["disputed"].is_true()) attention.push_back(&record);
    }
  }
  for (auto& records : by_standing) std::stable_sort(records.begin(), records.end(), is_later);
  std::stable_sort(attention.begin(), attention.end(), [](const Record* a, const Record* b) {
    const bool first = a->derived["disputed"].is_true(), second = b->derived["disputed"].is_true();
    return first != second ? first : is_later(a, b);
  });
}

}  // namespace glasshouse::pages
