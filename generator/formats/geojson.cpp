#include "formats/geojson.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/json.h"
#include "base/text.h"
#include "formats/json_parts.h"

namespace glasshouse::formats {

namespace {

using model::Position;
using model::Ring;

// Millionths as JSON: 52.4125.
void append_degrees(std::string& out, std::int32_t millionths) {
  append_number(out, millionths / 1e6);
}

void append_position(std::string& out, Position position) {
  out += '[';
  append_degrees(out, position.longitude);
  out += ',';
  append_degrees(out, position.latitude);
  out += ']';
}

// Twice the area the ring goes around; positive against the clock. Exact enough for its sign: from
// the first position on, so that the products are small.
double signed_area(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const double ax = double{1} * ring[i].longitude - ring[0].longitude;
    const double ay = double{1} * ring[i].latitude - ring[0].latitude;
    const double bx = double{1} * ring[i + 1].longitude - ring[0].longitude;
    const double by = double{1} * ring[i + 1].latitude - ring[0].latitude;
    sum += ax * by - bx * ay;
  }
  return sum;
}

void append_ring(std::string& out, const Ring& ring, bool is_outer) {
  Ring turned = ring;
  if ((signed_area(ring) < 0) == is_outer) std::reverse(turned.begin(), turned.end());
  out += '[';
  for (const Position position : turned) {
    append_position(out, position);
    out += ',';
  }
  append_position(out, turned.front());
  out += ']';
}

void append_polygon(std::string& out, const model::Polygon& polygon) {
  out += '[';
  for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
    if (i > 0) out += ',';
    append_ring(out, polygon.rings[i], i == 0);
  }
  out += ']';
}

void append_geometry(std::string& out, std::span<const model::Polygon> polygons) {
  if (polygons.size() == 1) {
    out += "{\"type\":\"Polygon\",\"coordinates\":";
    append_polygon(out, polygons.front());
  } else {
    out += "{\"type\":\"MultiPolygon\",\"coordinates\":[";
    for (std::size_t i = 0; i < polygons.size(); ++i) {
      if (i > 0) out += ',';
      append_polygon(out, polygons[i]);
    }
    out += ']';
  }
  out += '}';
}

void append_feature(std::string& out, const model::Site& site, const model::Area& area) {
  const model::Record& ward = *area.ward;
  out += "{\"type\":\"Feature\",";
  append_member(out, "id", ward.id);
  out += ",\"properties\":{";
  if (const std::string_view code = ward.field("code").text(); !code.empty()) {
    append_member(out, "code", code);
    out += ',';
  }
  append_member(out, "title", ward.title);
  out += ',';
  append_member(out, "url", site.settings.base_url + ward.url);
  out += "},\"geometry\":";
  append_geometry(out, area.polygons);
  out += '}';
}

}  // namespace

void append_boundaries(std::string& out, const model::Site& site, const model::Collection& wards) {
  const model::Boundaries& boundaries = *wards.boundaries;
  const model::Extent extent = model::extent_of(boundaries.areas);
  out += "{\"type\":\"FeatureCollection\",\"tolerance_metres\":";
  append_number(out, std::ceil(boundaries.tolerance));
  out += ",\"bbox\":[";
  append_degrees(out, extent.west);
  for (const std::int32_t side : {extent.south, extent.east, extent.north}) {
    out += ',';
    append_degrees(out, side);
  }
  out += "],\"features\":[\n";
  for (std::size_t i = 0; i < boundaries.areas.size(); ++i) {
    if (i > 0) out += ",\n";
    append_feature(out, site, boundaries.areas[i]);
  }
  out += "\n]}\n";
}

}  // namespace glasshouse::formats
