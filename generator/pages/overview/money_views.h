// The parts of /money/, each as the map that its template places.
#pragma once

#include <string>

#include "pages/overview/money_figures.h"
#include "pages/view.h"

namespace glasshouse::pages {

/// The snapshot that the page is about, and what its figures are called in the JSON.
struct ShownSnapshot {
  const model::SavingsSnapshot& snapshot;
  const CollectionPlan& plan;
  std::string place;  // "snapshots.0"
};

/// What people read for the directorate; "All savings" where a row names none.
[[nodiscard]] std::string group_label(const CollectionPlan& plan, std::string_view directorate,
                                      const Strings& strings);

/// "Of £70.9 million to be saved in 2017-18, £56.5 million was forecast on track in June 2017 …"
[[nodiscard]] std::string money_sentence(const Strings& strings,
                                         const model::SavingsSnapshot& snapshot);

/// One bar of all, and a bar a directorate.
[[nodiscard]] Value whole_chart(const Making& making, const ShownSnapshot& shown);
[[nodiscard]] Value directorates_chart(const Making& making, const ShownSnapshot& shown);

/// {columns, rows: [{text, role?, cells: [{text, place}], records_text?, records?: [link with
/// `amount`]}]}: a row a directorate, the sum, and the total that the report prints.
[[nodiscard]] Value savings_table(const Making& making, const ShownSnapshot& shown);

/// [{title, total, place, items: [link with `amount`]}]: which rows make up what is not on track.
[[nodiscard]] Value shortfalls(const Making& making, const ShownSnapshot& shown);

/// "Since March 2015 what was to be saved in 2017-18 went down by £15.7 million, to £70.9 million."
/// and, where both state it, what was on track; empty where it is the first of its year.
[[nodiscard]] std::string movement_sentence(const Strings& strings,
                                            const std::vector<model::SavingsSnapshot>& snapshots,
                                            std::size_t shown);

/// A stacked bar a snapshot of the year shown; undefined where there is one alone.
[[nodiscard]] Value movement_chart(const Making& making, const ShownSnapshot& shown,
                                   std::size_t at);

/// A dot a snapshot: what share was on track, of all and of each directorate; undefined where one
/// snapshot alone states it.
[[nodiscard]] Value shares_chart(const Making& making, const ShownSnapshot& shown, std::size_t at);

/// As savings_table: each snapshot, and how it moved since the one before.
[[nodiscard]] Value snapshots_table(const Making& making);

}  // namespace glasshouse::pages
