// Numbers of the model as figures of a chart or a table: their value, and how people read them.
#pragma once

#include <cstdint>
#include <string>

#include "pages/charts/chart.h"
#include "pages/strings.h"

namespace glasshouse::pages {

/// 1234 → "1,234". `place` says where the page's JSON has the number.
[[nodiscard]] Figure count_figure(const Strings& strings, std::size_t count, std::string place);

/// Pence → "£4,245,000", on marks "£4.2 million".
[[nodiscard]] Figure money_figure(const Strings& strings, std::int64_t pence, std::string place);

/// "£4.2 million" of pence, for sentences.
[[nodiscard]] std::string money_words(const Strings& strings, std::int64_t pence);

/// A share of 0 to 100 as whole per cent: what is not all is never "100%", what is not nothing
/// never "0%".
[[nodiscard]] std::string per_cent_words(const Strings& strings, double per_cent);

}  // namespace glasshouse::pages
