// Rows of the charts and tables of /money/: a sum of savings, part by part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/charts/chart.h"
#include "pages/overview/money_figures.h"
#include "pages/view.h"

namespace glasshouse::pages {

/// "On track".
[[nodiscard]] std::string part_name(const Strings& strings, const SavingsPart& part);

/// The names of the parts that make up the target: the series of stacked charts.
[[nodiscard]] std::vector<std::string> series_names(const Strings& strings);

/// A stack of these parts. `place` is where the JSON has the sum.
[[nodiscard]] ChartRow chart_row(const Strings& strings, std::string label,
                                 const model::Savings& sum, const std::string& place);

/// {text, role?, cells: [{label, text?, place?}]}: a cell is empty where its part is not stated.
[[nodiscard]] View table_row(const Making& making, std::string_view text, std::string_view role,
                             const model::Savings& sum, const std::string& place,
                             const StatedParts& stated);

/// Sets what opens a row: `records_text` and `records`, [link with `amount`, its target].
void set_records(const Making& making, const std::vector<const model::Record*>& records, View& row);

/// {columns, rows}.
[[nodiscard]] Value table_view(const Making& making, const Views& rows);

/// A link with `amount`.
[[nodiscard]] Value amount_link(const Making& making, const model::Record& record,
                                std::int64_t pence);

}  // namespace glasshouse::pages
