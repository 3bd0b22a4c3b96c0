// The figures of the overviews (model/statistics.h), counted over the cases that the rules judged.
#pragma once

#include <span>

#include "rules/decisions.h"
#include "rules/foi.h"
#include "rules/promises.h"

namespace glasshouse::rules {

/// Counts occurrences of values; few values, many occurrences.
class Tally {
 public:
  void count(std::string_view value, std::size_t times = 1);
  /// Most first, then by value.
  [[nodiscard]] model::Counts counts() const;

 private:
  model::Counts counts_;
};

/// "2018-Q2": the quarter of the calendar year, as the Cabinet Office publishes them.
[[nodiscard]] std::string quarter_of(Date date);

void count_foi(std::span<const FoiCase> cases, model::FoiStatistics& figures);
void count_decisions(std::span<const DecisionCase> cases, model::DecisionStatistics& figures);
void count_promises(const model::Site& site, std::span<const PromiseCase> cases,
                    model::PromiseStatistics& figures);

}  // namespace glasshouse::rules
