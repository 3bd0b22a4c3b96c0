// Boundaries with fewer positions: what a map on a screen cannot show is left out, and neighbours
// keep the same border.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/geography/area.h"
#include "model/geography/hexes.h"

namespace glasshouse::model {

/// For each position of a line, how far it may be from what is drawn before it must be kept: it is
/// dropped at every tolerance that is not below this. Ends are infinite. A line that is kept so has
/// no dropped position further than the tolerance from the piece of it that stands instead (Douglas
/// and Peucker 1973). Does not recurse; a long line is taken in pieces of a thousand positions, so
/// that the time is bounded by its length.
[[nodiscard]] std::vector<double> weigh(std::span<const Point> line);

struct SimplifyOptions {
  /// Positions of all rings together, a border between two wards counted twice.
  std::size_t most_positions = 10'000;
  /// The least tolerance: the longer side of the extent by this, half a step of a map that is drawn
  /// on a grid of a thousand.
  double steps = 2'000;
};

/// Drops positions of the areas in place. Gives the tolerance in metres, which grows from its least
/// until `most_positions` hold; none where they cannot. Where borders meet a position stays, and
/// each ring keeps three. Adds to `neighbours` the areas that share a border, in their order; those
/// of an area that has any are replaced.
[[nodiscard]] std::optional<double> simplify(std::vector<Area>& areas,
                                             const SimplifyOptions& options,
                                             Neighbours& neighbours);

}  // namespace glasshouse::model
