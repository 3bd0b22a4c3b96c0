// The slippage ledger: promises whose due date moved, by how much, how often and why; on a scale of
// years as components/charts.njk draws it.
#pragma once

#include <vector>

#include "model/statistics.h"
#include "pages/charts/chart.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// One promise of the ledger.
struct Slippage {
  const model::Record* record = nullptr;
  std::vector<const model::Move*> moves;  // in the order they were made, one at least

  [[nodiscard]] Date first() const { return moves.front()->from; }
  [[nodiscard]] Date now() const { return moves.back()->to; }
  [[nodiscard]] int days() const { return now().days - first().days; }
  [[nodiscard]] std::size_t explained() const;  // moves with a reason
};

/// Every promise whose date moved; the furthest moved first, then by address. The moves must
/// outlive what is returned.
[[nodiscard]] std::vector<Slippage> slippage_ledger(const std::vector<model::Move>& moves);

/// The due dates that the record had, in order: the first, and each it was moved to. One or none
/// where it never moved.
[[nodiscard]] std::vector<Date> due_dates(const model::Record& promise);

/// The furthest moved, twenty at most.
[[nodiscard]] Value slippage_chart(const Making& making, const std::vector<Slippage>& ledger);

/// The dates of one promise; undefined where it never moved.
[[nodiscard]] Value due_dates_chart(const Making& making, const model::Record& promise);

/// [{record, from, to, days, times, explained}].
[[nodiscard]] Value slippage_json(const Making& making, const std::vector<Slippage>& ledger);

}  // namespace glasshouse::pages
