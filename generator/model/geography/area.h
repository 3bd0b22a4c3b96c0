// The area of a ward, as polygons on the globe (RFC 7946: WGS 84, longitude before latitude).
#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <numbers>
#include <vector>

namespace glasshouse::model {

struct Record;

/// A place on the globe in millionths of a degree, some 11 centimetres: whole numbers, so that the
/// borders of neighbours compare equal, and no more digits than RFC 7946 (11.2) finds sensible.
struct Position {
  std::int32_t longitude = 0, latitude = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// Closed: the first position follows the last, and is not repeated. At least three.
using Ring = std::vector<Position>;

/// The outer ring, then the holes. Each runs in either direction.
struct Polygon {
  std::vector<Ring> rings;
};

struct Area {
  const Record* ward = nullptr;
  std::vector<Polygon> polygons;
};

/// What the areas lie within, in millionths of a degree.
struct Extent {
  std::int32_t west = INT32_MAX, south = INT32_MAX, east = INT32_MIN, north = INT32_MIN;

  void include(Position position) {
    west = std::min(west, position.longitude);
    east = std::max(east, position.longitude);
    south = std::min(south, position.latitude);
    north = std::max(north, position.latitude);
  }
};

[[nodiscard]] inline Extent extent_of(const std::vector<Area>& areas) {
  Extent extent;
  for (const Area& area : areas) {
    for (const Polygon& polygon : area.polygons) {
      for (const Ring& ring : polygon.rings) {
        for (const Position position : ring) extent.include(position);
      }
    }
  }
  return extent;
}

/// A place on the plane: metres east and north of the extent's corner in the south-west.
struct Point {
  double x = 0, y = 0;
};

/// The globe as a plane around one place: equirectangular, true to scale along the middle latitude.
/// Over a county its error is far below what a map shows.
class Projection {
 public:
  explicit Projection(const Extent& extent)
      : west_(extent.west),
        south_(extent.south),
        metres_north_(kRadius * std::numbers::pi / 180 / 1e6),
        metres_east_(metres_north_ * std::cos((double{1} * extent.south + extent.north) / 2e6 *
                                              std::numbers::pi / 180)) {}

  [[nodiscard]] Point operator()(Position position) const {
    return {(position.longitude - west_) * metres_east_,
            (position.latitude - south_) * metres_north_};
  }

 private:
  static constexpr double kRadius = 6'371'008.8;  // mean, in metres (IUGG)
  double west_, south_, metres_north_, metres_east_;
};

}  // namespace glasshouse::model
