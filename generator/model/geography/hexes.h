// Where wards stand on a hex map: the fields q and r of a ward (HexJSON, layout odd-r: pointy tops,
// odd rows half a hexagon to the east, r grows to the north).
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace glasshouse::model {

struct Collection;
struct Record;

struct Hex {
  int q = 0, r = 0;
  friend bool operator==(const Hex&, const Hex&) = default;
};

/// Farthest from the middle that a hexagon may stand, so that a slip of the pen makes no map that
/// is mostly empty, nor a number beyond what a picture's coordinates hold.
inline constexpr int kFarthestHex = 10'000;

/// None where the ward has no place, or q or r is no whole number within kFarthestHex.
[[nodiscard]] std::optional<Hex> hex_of(const Record& ward);

/// By ward, the wards that touch it, as their collection is sorted.
using Neighbours = std::unordered_map<const Record*, std::vector<const Record*>>;

/// Adds the neighbours of each ward of the collection that has a place: the up to six wards whose
/// hexagons share a side with its own. Says two wards in one place ("hex-taken"): the first keeps
/// it. Takes time by the number of wards, not its square.
void add_hex_neighbours(const Collection& wards, Neighbours& neighbours, Diagnostics& diagnostics);

}  // namespace glasshouse::model
