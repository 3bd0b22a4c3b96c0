// Reading areas from GeoJSON (RFC 7946). What stands in the way of a right map is said at its place
// in the file.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "model/geography/area.h"

namespace glasshouse::model {

/// What a map can be drawn of, and where it stands.
struct GeometryPlace {
  std::string_view file;
  std::string_view whose;  // the name of the area in a message: "Mill Hill", "E05000003"
};

/// The polygons of a Polygon or MultiPolygon. None, having said why, for another type, a ring that
/// is not closed ("boundary-ring"), or a position that is no place on the globe
/// ("boundary-position"). Rings may run in either direction, as RFC 7946 (3.1.6) asks of readers; a
/// position's third number, its height, is passed over.
[[nodiscard]] std::optional<std::vector<Polygon>> read_geometry(Value geometry,
                                                                const GeometryPlace& place,
                                                                Diagnostics& diagnostics);

/// One Feature of a FeatureCollection.
struct BoundaryFeature {
  Value code;      // a text
  Value geometry;  // undefined where it has none
};

/// The features of a FeatureCollection, each with the code that it has under `code`, a name of its
/// properties; its id where that is empty. None, having said why, for what is no FeatureCollection
/// or has other coordinates than WGS 84.
[[nodiscard]] std::optional<std::vector<BoundaryFeature>> read_features(Value file,
                                                                        std::string_view path,
                                                                        std::string_view code,
                                                                        Diagnostics& diagnostics);

}  // namespace glasshouse::model
