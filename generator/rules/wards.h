// Wards: what touches each, and how each compares with the others. Everything is counted once for
// all wards; a ward's page and JSON only read it.
//
// `derived`: each of model::kWardMeasures that the ward has, and `against_city`: by the same names
// {median, rank, tied, wards}.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "rules/workspace.h"

namespace glasshouse::rules {

/// The first day of the year that ends on `as_of`: 2018-06-30 gives 2017-07-01.
[[nodiscard]] Date year_start(Date as_of);

/// The figures that wards have by one measure, and the spread of them all.
struct WardRanks {
  std::vector<std::optional<model::WardStanding>> wards;  // as the values came
  model::WardSpread spread;
};
/// Ranks the values, the highest first; equal ones share a rank. The median of an even number is
/// half way between the two in the middle.
[[nodiscard]] WardRanks rank_wards(std::span<const std::optional<double>> values);

/// Counts what touches each ward, by the links to it, and its forums by `statistics().forums`;
/// compares the wards, and writes `derived` of each. Withdrawn wards are left out.
void derive_wards(Workspace& work);

}  // namespace glasshouse::rules
