#include "model/latest.h"

#include <algorithm>

namespace glasshouse::model {

std::optional<Date> changed_on(const Record& record) {
  const std::string_view own = record.collection->definition.feed_updated;
  if (const auto date = parse_date_part(record.fields[own].text())) return date;
  return parse_date_part(record.fields["updated"].text());
}

std::vector<Change> latest(std::span<const Record* const> records, std::size_t most,
                           Date otherwise) {
  std::vector<Change> changes;
  changes.reserve(records.size());
  for (const Record* record : records) {
    changes.push_back({record, changed_on(*record).value_or(otherwise)});
  }
  const std::size_t shown = std::min(most, changes.size());
  std::partial_sort(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(shown),
                    changes.end(), [](const Change& a, const Change& b) {
                      return a.date != b.date ? a.date > b.date : a.record->url < b.record->url;
                    });
  changes.resize(shown);
  return changes;
}

std::vector<const Record*> naming(const Record& record) {
  std::vector<const Record*> records;
  // A pair of records is linked once.
  for (const Link& link : record.linked_from) {
    if (!link.record->withdrawn) records.push_back(link.record);
  }
  return records;
}

}  // namespace glasshouse::model
