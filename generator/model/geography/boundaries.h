// The boundaries of the wards: from the GeoJSON file that their definition names, or from the field
// `boundary` of each; simplified to what a map shows.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "model/geography/area.h"
#include "model/geography/hexes.h"

namespace glasshouse::model {

struct Collection;

struct Boundaries {
  std::vector<Area> areas;  // of the wards that have one, as their collection is sorted
  double tolerance = 0;     // metres: how far a border may lie from the one that was given
};

/// Nothing where the wards have no boundaries, or where those have errors, which have then been
/// said. Wards that share a border become neighbours. What of the two does not fit is said: a ward
/// without a boundary, a boundary without a ward, a second of one ward.
[[nodiscard]] std::unique_ptr<const Boundaries> read_boundaries(const Collection& wards,
                                                                Neighbours& neighbours,
                                                                Diagnostics& diagnostics);

}  // namespace glasshouse::model
