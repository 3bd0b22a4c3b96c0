#include "pages/computed_index.h"

#include <algorithm>
#include <functional>

namespace glasshouse::pages {

namespace {

// Addresses only find a record's own findings: their order reaches no page.
bool is_before(const Found& a, const Found& b) {
  return std::less<const model::Record*>()(a.record, b.record);
}

}  // namespace

FindingIndex::FindingIndex(const model::Rulings& rulings) {
  for (const model::Ruling& ruling : rulings.rules) {
    if (ruling.level == model::Level::off) continue;
    for (const model::Finding& finding : ruling.findings) {
      if (finding.record) found_.push_back({finding.record, &ruling, &finding});
    }
  }
  std::stable_sort(found_.begin(), found_.end(), is_before);
}

std::span<const Found> FindingIndex::of(const model::Record& record) const {
  const auto range = std::equal_range(found_.begin(), found_.end(), Found{&record}, is_before);
  return {range.first, range.second};
}

}  // namespace glasshouse::pages
