// The parts of /promises/, each as the map that its template places.
#pragma once

#include <string>
#include <vector>

#include "pages/overview/promises_list.h"
#include "pages/overview/slippage.h"

namespace glasshouse::pages {

/// Sets `attention`: [promise link], and `attention_more`: how many are left.
void set_attention(const Making& making, const PromiseList& list, View& context);

/// Sets `moves`: [{link, number, moved_on?, from, to, days, reason}] as the ledger has them,
/// `moves_sentence`, `moves_chart` and `moves_more`.
void set_moves(const Making& making, const std::vector<Slippage>& ledger, View& context);

/// Stacked bars of all promises and of each directorate's, as components/charts.njk draws them.
[[nodiscard]] Value promises_chart(const Making& making, const CollectionPlan& plan,
                                   const model::PromiseStatistics& promises);

/// [{text, href, …promise_figures_view}].
[[nodiscard]] Value priority_rows(const Making& making,
                                  const std::vector<model::PromiseFigures>& groups);
[[nodiscard]] Value directorate_rows(const Making& making, const CollectionPlan& plan,
                                     const std::vector<model::PromiseFigures>& groups);

/// What people read for a directorate.
[[nodiscard]] std::string directorate_label(const CollectionPlan& plan, std::string_view value);

/// [{name, title, items: [promise link], more?}], those of kStandingOrder that occur.
[[nodiscard]] Value standing_groups(const Making& making, const PromiseList& list);

/// Sets `without_decision` and `without_answer`: {count, items: [link], more?}.
void set_orphans(const Making& making, const model::RecommendationStatistics& answers,
                 View& context);

}  // namespace glasshouse::pages
