// What charts of all forms have: title, description, key, table, and how a position is written.
#pragma once

#include <algorithm>
#include <string>

#include "pages/charts/chart.h"
#include "pages/view.h"

namespace glasshouse::pages {

/// "42.5%" of a share between 0 and 1: at most two decimals.
[[nodiscard]] std::string across(double share);

/// The end of the scale: the chart's own, else the largest value; never 0.
[[nodiscard]] double end_of_scale(const Chart& chart);

/// About how wide a text is on a mark, in pixels. Generous: no text may leave its mark.
[[nodiscard]] double text_width(std::string_view text);

/// {id, form, title, description, key?, table}: the marks are still to be set.
[[nodiscard]] View chart_frame(Arena& arena, const Chart& chart, std::string_view form);

}  // namespace glasshouse::pages
