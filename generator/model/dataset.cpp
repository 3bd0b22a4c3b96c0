#include "model/dataset.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace glasshouse::model {

std::string_view name_of(ColumnType type) {
  constexpr std::array<std::string_view, 7> kNames = {"string", "integer",   "number", "boolean",
                                                      "date",   "yearmonth", "year"};
  return kNames[static_cast<std::size_t>(type)];
}

std::size_t Dataset::rows() const {
  return std::accumulate(releases.begin(), releases.end(), std::size_t{0},
                         [](std::size_t sum, const auto& each) { return sum + each.rows; });
}

std::size_t Dataset::rejected() const {
  return std::accumulate(releases.begin(), releases.end(), std::size_t{0},
                         [](std::size_t sum, const auto& each) { return sum + each.rejected; });
}

bool Dataset::is_given(const content::Attachment& attachment) const {
  return std::any_of(releases.begin(), releases.end(),
                     [&](const auto& each) { return each.given == &attachment; });
}

}  // namespace glasshouse::model
