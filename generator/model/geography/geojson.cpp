#include "model/geography/geojson.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/json.h"
#include "base/text.h"

namespace glasshouse::model {

namespace {

constexpr std::size_t kMostProblems = 5;  // of one file; the rest are mostly the same
constexpr std::string_view kExport =
    "Export the file as GeoJSON in WGS 84, for example with ogr2ogr -t_srs EPSG:4326.";

// As a message names it; long lists are cut.
std::string shown(Value value) {
  if (value.is_undefined()) return "missing";
  if (value.is_list()) return "a list";
  if (value.is_map()) return "an object";
  std::string text;
  append_json(text, value);
  return text;
}

bool is_position(Value value) {
  const auto numbers = value.items();
  return numbers.size() >= 2 && numbers[0].is_number() && numbers[1].is_number();
}

// Reads one geometry; the first problem ends it.
class GeometryReader {
 public:
  GeometryReader(const GeometryPlace& place, Diagnostics& diagnostics)
      : place_(place), diagnostics_(diagnostics) {}

  std::optional<std::vector<Polygon>> read(Value geometry) {
    const Value type = geometry["type"];
    const Value coordinates = geometry["coordinates"];
    const Value at = coordinates.is_undefined() ? geometry : coordinates;
    std::vector<Polygon> polygons;
    if (type.text() == "Polygon") {
      if (!read_polygon(coordinates, at, polygons.emplace_back())) return std::nullopt;
    } else if (type.text() == "MultiPolygon") {
      if (coordinates.items().empty()) return fail_structure(at, "its polygons");
      for (const Value polygon : coordinates.items()) {
        if (!read_polygon(polygon, polygon, polygons.emplace_back())) return std::nullopt;
      }
    } else {
      return say_type(geometry, type);
    }
    return polygons;
  }

 private:
  std::nullopt_t say(std::string_view id, Value at, std::string message, std::string hint) {
    diagnostics_.error(id, Place(place_.file, at.mark()), std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::nullopt_t say_type(Value geometry, Value type) {
    return say("boundary-type", type.is_undefined() ? geometry : type,
               fmt::format("the type of the boundary of {} is {}, but must be Polygon or "
                           "MultiPolygon",
                           place_.whose, shown(type)),
               type.text() == "GeometryCollection"
                   ? "Export the areas alone, without points and lines."
                   : "A map of wards is drawn of areas.");
  }

  std::nullopt_t fail_structure(Value at, std::string_view what) {
    return say(
        "boundary-type", at,
        fmt::format("the coordinates of the boundary of {} must be a list of {}, but are {}",
                    place_.whose, what, at.items().empty() && at.is_list() ? "empty" : shown(at)),
        "A Polygon is a list of rings, a MultiPolygon a list of Polygons, a ring a list of "
        "[longitude, latitude].");
  }

  bool read_polygon(Value rings, Value at, Polygon& polygon) {
    if (rings.items().empty()) return fail_structure(at, "rings"), false;
    for (const Value ring : rings.items()) {
      if (!read_ring(ring, polygon.rings.emplace_back())) return false;
    }
    return true;
  }

  bool read_ring(Value ring, Ring& result) {
    const auto positions = ring.items();
    if (!ring.is_list()) return fail_structure(ring, "positions"), false;
    if (positions.size() < 4) {
      say("boundary-ring", ring,
          fmt::format("a ring of the boundary of {} has {} positions, but needs four, of which the "
                      "last repeats the first",
                      place_.whose, positions.size()),
          {});
      return false;
    }
    result.reserve(positions.size());
    for (const Value position : positions) {
      const std::optional<Position> read = read_position(position);
      if (!read) return false;
      if (result.empty() || result.back() != *read) result.push_back(*read);
    }
    const bool is_closed = equal(positions.front().items()[0], positions.back().items()[0]) &&
                           equal(positions.front().items()[1], positions.back().items()[1]);
    if (!is_closed) {
      say("boundary-ring", positions.back(),
          fmt::format("a ring of the boundary of {} is not closed: its last position is not its "
                      "first",
                      place_.whose),
          "Repeat the first position at the end, unless part of the ring is missing.");
      return false;
    }
    if (result.size() > 1) result.pop_back();
    const auto is_third = [&](Position each) { return each != result[0] && each != result[1]; };
    if (result.size() >= 3 && std::ranges::any_of(result, is_third)) return true;
    say("boundary-ring", ring,
        fmt::format("a ring of the boundary of {} has no area: fewer than three of its positions "
                    "are more than 10 centimetres apart",
                    place_.whose),
        "Delete the ring.");
    return false;
  }

  std::optional<Position> read_position(Value value) {
    if (!is_position(value)) {
      return say("boundary-position", value,
                 fmt::format("a position of the boundary of {} is {}, but must be [longitude, "
                             "latitude] in degrees",
                             place_.whose, shown(value)),
                 {});
    }
    const double longitude = value.items()[0].as_number();
    const double latitude = value.items()[1].as_number();
    if (std::abs(longitude) <= 180 && std::abs(latitude) <= 90) {
      return Position{static_cast<std::int32_t>(std::lround(longitude * 1e6)),
                      static_cast<std::int32_t>(std::lround(latitude * 1e6))};
    }
    return say("boundary-position", value,
               fmt::format("[{}, {}], a position of the boundary of {}, is no longitude and "
                           "latitude in degrees{}",
                           number_text(longitude), number_text(latitude), place_.whose,
                           look_of(longitude, latitude)),
               std::string(kExport));
  }

  // What coordinates that are no degrees may be. The National Grid covers 700 by 1,300 kilometres.
  static std::string_view look_of(double x, double y) {
    if (std::abs(x) < 1'000 && std::abs(y) < 1'000) return "";
    return x >= 0 && x <= 700'000 && y >= 0 && y <= 1'300'000
               ? "; it looks like metres of the British National Grid (EPSG:27700)"
               : "; it looks like metres of a map projection";
  }

  const GeometryPlace& place_;
  Diagnostics& diagnostics_;
};

// Names of WGS 84 with the longitude first, as programs write them into GeoJSON of before 2016.
bool is_wgs84(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84",
                                                      "urn:ogc:def:crs:OGC::CRS84",
                                                      "urn:ogc:def:crs:EPSG::4326", "OGC:CRS84"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class FeatureReader {
 public:
  FeatureReader(std::string_view path, std::string_view code, Diagnostics& diagnostics)
      : path_(path), code_(code), diagnostics_(diagnostics) {}

  std::optional<std::vector<BoundaryFeature>> read(Value file) {
    if (!check_collection(file) || !check_crs(file["crs"])) return std::nullopt;
    std::vector<BoundaryFeature> features;
    std::size_t problems = 0;
    for (const Value feature : file["features"].items()) {
      if (const auto read = read_feature(feature)) {
        features.push_back(*read);
      } else if (++problems == kMostProblems) {
        break;
      }
    }
    if (problems > 0) return std::nullopt;
    return features;
  }

 private:
  void say(std::string_view id, Value at, std::string message, std::string hint) {
    diagnostics_.error(id, Place(path_, at.mark()), std::move(message), std::move(hint));
  }

  bool check_collection(Value file) {
    const Value type = file["type"];
    if (type.text() != "FeatureCollection") {
      say("boundary-type", type.is_undefined() ? file : type,
          fmt::format("the type of the file is {}, but must be FeatureCollection", shown(type)),
          type.text() == "Topology"
              ? "This is TopoJSON. Export it as GeoJSON, for example with mapshaper."
              : "Boundaries are GeoJSON (RFC 7946): a FeatureCollection with a Feature a ward.");
      return false;
    }
    const Value features = file["features"];
    if (!features.items().empty()) return true;
    say("boundary-type", features.is_undefined() ? file : features,
        fmt::format("features must be a list with a Feature a ward, but is {}",
                    features.is_list() ? "empty" : shown(features)),
        {});
    return false;
  }

  bool check_crs(Value crs) {
    if (!crs.has_value()) return true;
    const Value name = crs["properties"]["name"];
    if (is_wgs84(name.text())) return true;
    say("boundary-crs", name.is_undefined() ? crs : name,
        fmt::format("the file says that its coordinates are in {}, but GeoJSON is in WGS 84 alone",
                    name.is_string() ? name.text() : std::string_view("another system")),
        std::string(kExport));
    return false;
  }

  std::optional<BoundaryFeature> read_feature(Value feature) {
    const Value type = feature["type"];
    if (type.text() != "Feature") {
      say("boundary-type", type.is_undefined() ? feature : type,
          fmt::format("the type is {}, but must be Feature", shown(type)), {});
      return std::nullopt;
    }
    const Value code = code_.empty() ? feature["id"] : feature["properties"][code_];
    if (trim(code.text()).empty()) return say_no_code(feature, code), std::nullopt;
    const Value geometry = feature["geometry"];
    return BoundaryFeature{code, geometry.is_null() ? Value() : geometry};
  }

  void say_no_code(Value feature, Value code) {
    std::vector<std::string_view> names;
    if (const Value properties = feature["properties"]; properties.is_map()) {
      for (const Map::Entry& entry : properties.as_map()) names.push_back(entry.key.as_string());
    }
    const std::string name = code_.empty() ? "id" : fmt::format("property {}", code_);
    std::string hint = did_you_mean(code_, names);
    if (hint.empty() && !names.empty()) {
      hint = fmt::format(
          "Name the property that holds it in collection.json: boundaries.code. "
          "This feature has {}.",
          fmt::join(names, ", "));
    }
    say("boundary-code", code.is_undefined() ? feature : code,
        fmt::format("the {} of a feature, which is to be the code of its ward, is {}", name,
                    code.is_string() ? "empty" : shown(code)),
        std::move(hint));
  }

  std::string_view path_, code_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<std::vector<Polygon>> read_geometry(Value geometry, const GeometryPlace& place,
                                                  Diagnostics& diagnostics) {
  return GeometryReader(place, diagnostics).read(geometry);
}

std::optional<std::vector<BoundaryFeature>> read_features(Value file, std::string_view path,
                                                          std::string_view code,
                                                          Diagnostics& diagnostics) {
  return FeatureReader(path, code, diagnostics).read(file);
}

}  // namespace glasshouse::model
