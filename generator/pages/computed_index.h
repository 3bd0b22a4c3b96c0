// Which findings are of which record: pages ask it of one record at a time, and the model lists
// them by rule.
#pragma once

#include <span>
#include <vector>

#include "model/findings.h"

namespace glasshouse::pages {

/// What a rule found in a record. Views into the model's rulings.
struct Found {
  const model::Record* record = nullptr;
  const model::Ruling* ruling = nullptr;
  const model::Finding* finding = nullptr;
};

class FindingIndex {
 public:
  /// `rulings` must outlive the index, unchanged.
  explicit FindingIndex(const model::Rulings& rulings);

  /// What was found in the record, in the order of the rules.
  [[nodiscard]] std::span<const Found> of(const model::Record& record) const;

 private:
  std::vector<Found> found_;  // by record
};

}  // namespace glasshouse::pages
