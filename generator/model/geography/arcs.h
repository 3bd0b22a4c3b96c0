// Rings cut into arcs at the places where borders meet, so that a border between two wards is one
// arc that both use: what is done to it is done to both, and no gap opens between them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/geography/area.h"

namespace glasshouse::model {

/// A part of a ring: an arc, walked forwards or backwards.
struct ArcUse {
  std::uint32_t arc = 0;
  bool is_reversed = false;
};

struct Arcs {
  /// Each border once, from the place where it meets others to the next such place, ends included.
  /// A ring that meets no other is one arc, whose last position is its first.
  std::vector<std::vector<Position>> lines;
  /// The arcs of each ring, one after another, in the order of the rings that were given.
  std::vector<std::vector<ArcUse>> rings;
};

/// Borders are shared where their positions are the same. The same for any order of the rings but
/// for the numbers of the arcs. Time n log n of n positions; each ring has at least three.
[[nodiscard]] Arcs cut_into_arcs(std::span<const Ring* const> rings);

}  // namespace glasshouse::model
