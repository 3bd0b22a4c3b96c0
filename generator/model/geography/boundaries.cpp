#include "model/geography/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "model/geography/geojson.h"
#include "model/geography/simplify.h"
#include "model/site.h"

namespace glasshouse::model {

namespace {

constexpr std::string_view kField = "boundary";
constexpr std::int32_t kHalfTheGlobe = 180'000'000;
constexpr std::size_t kMostProblems = 5;  // of one file; the rest are mostly the same

class BoundaryReader {
 public:
  BoundaryReader(const Collection& wards, Diagnostics& diagnostics)
      : wards_(wards), file_(wards.source->boundaries_file), diagnostics_(diagnostics) {
    const std::string_view code = wards.definition.field("code");
    for (const content::SourceRecord& record : wards.source->records) {
      all_codes_.insert(record.fields[code].text());
    }
    for (const Record& ward : wards.records) {
      const std::string_view own = ward.field("code").text();
      if (!own.empty() && !ward.withdrawn) by_code_.emplace(own, &ward);
    }
  }

  // Whether all is right.
  bool read() {
    bool is_right = read_fields();
    const Value file = wards_.source->boundaries;
    if (file.is_map()) {
      is_right = read_file(file) && is_right;
    } else if (!file_.empty()) {
      is_right = false;  // said by content/
    }
    return is_right;
  }

  [[nodiscard]] bool has_any() const { return !by_ward_.empty(); }

  std::vector<Area> take_areas() {
    std::vector<Area> areas;
    for (const Record& ward : wards_.records) {
      const auto found = by_ward_.find(&ward);
      if (found != by_ward_.end()) areas.push_back({&ward, std::move(found->second.polygons)});
    }
    return areas;
  }

  void say_missing() {
    std::vector<const Record*> missing;
    for (const Record& ward : wards_.records) {
      if (!ward.withdrawn && !by_ward_.contains(&ward)) missing.push_back(&ward);
    }
    if (missing.empty()) return;
    const Record& first = *missing.front();
    diagnostics_.warning("boundary-missing", first.source->place(),
                         missing.size() == 1
                             ? fmt::format("{} has no boundary, so the map lacks it", first.title)
                             : fmt::format("{} and {} more have no boundary, so the map lacks them",
                                           first.title, missing.size() - 1),
                         "Add a feature with its code, or a field boundary.");
  }

 private:
  struct Given {
    std::vector<Polygon> polygons;
    Place place;
  };

  bool add(const Record& ward, std::vector<Polygon> polygons, const Place& place) {
    const auto [known, is_new] = by_ward_.try_emplace(&ward, Given{std::move(polygons), place});
    if (is_new) return true;
    diagnostics_.error("boundary-twice", place,
                       fmt::format("{} has a boundary already, at {}:{}", ward.title,
                                   known->second.place.file, known->second.place.line),
                       "Delete one of the two, or join them into one MultiPolygon.");
    return false;
  }

  bool read_fields() {
    bool is_right = true;
    for (const Record& ward : wards_.records) {
      const Value geometry = ward.field(kField);
      if (!geometry.has_value()) continue;
      auto polygons = read_geometry(geometry, {ward.source->file, ward.title}, diagnostics_);
      is_right = polygons && is_right;
      if (polygons) add(ward, std::move(*polygons), ward.source->place(geometry));
    }
    return is_right;
  }

  bool read_file(Value file) {
    const auto features =
        read_features(file, file_, wards_.definition.boundaries.code, diagnostics_);
    if (!features) return false;
    std::size_t problems = 0;
    std::vector<Value> strangers;
    for (const BoundaryFeature& feature : *features) {
      const std::string_view code = feature.code.text();
      const auto ward = by_code_.find(code);
      if (ward == by_code_.end()) {
        if (!all_codes_.contains(code)) strangers.push_back(feature.code);
        continue;
      }
      if (feature.geometry.is_undefined()) continue;
      auto polygons = read_geometry(feature.geometry, {file_, ward->second->title}, diagnostics_);
      const bool is_right = polygons && add(*ward->second, std::move(*polygons),
                                            Place(file_, feature.geometry.mark()));
      if (!is_right && ++problems == kMostProblems) return false;
    }
    say_strangers(strangers);
    return problems == 0;
  }

  void say_strangers(const std::vector<Value>& codes) {
    if (codes.empty()) return;
    std::vector<std::string_view> known(all_codes_.begin(), all_codes_.end());
    std::sort(known.begin(), known.end());
    std::string hint;
    if (codes.size() == 1) hint = did_you_mean(codes[0].text(), known);
    diagnostics_.warning(
        "boundary-unknown-ward", Place(file_, codes.front().mark()),
        codes.size() == 1
            ? fmt::format("no ward has the code {}, so its boundary is not on the map",
                          codes.front().text())
            : fmt::format("no ward has the code {}, nor those of {} more features, so their "
                          "boundaries are not on the map",
                          codes.front().text(), codes.size() - 1),
        hint.empty() ? "Keep the features of the site's wards alone, or name the right property in "
                       "boundaries.code."
                     : hint);
  }

  const Collection& wards_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string_view> all_codes_;  // also of wards that are not public
  std::unordered_map<std::string_view, const Record*> by_code_;
  std::unordered_map<const Record*, Given> by_ward_;
};

// Where a file is wrong as a whole: its own start, or the first ward's.
Place place_of(const Collection& wards, const std::vector<Area>& areas) {
  if (!wards.source->boundaries_file.empty()) return Place(wards.source->boundaries_file);
  return areas.front().ward->source->place();
}

bool check_extent(const Collection& wards, const std::vector<Area>& areas,
                  Diagnostics& diagnostics) {
  const Extent extent = extent_of(areas);
  const std::int64_t wide = std::int64_t{extent.east} - extent.west;
  if (wide > kHalfTheGlobe) {
    diagnostics.error("boundary-extent", place_of(wards, areas),
                      "the boundaries reach more than half around the globe",
                      "One map must lie on one side of the 180th meridian.");
    return false;
  }
  // Longitudes of 49 to 61 with latitudes of -9 to 3 are the British Isles the wrong way round.
  const bool is_swapped = extent.west >= 49'000'000 && extent.east <= 61'000'000 &&
                          extent.south >= -9'000'000 && extent.north <= 3'000'000;
  if (is_swapped) {
    diagnostics.error("boundary-extent", place_of(wards, areas),
                      "the boundaries lie in the Indian Ocean: latitude stands before longitude",
                      "GeoJSON has the longitude first: [-1.9, 52.5].");
  }
  return !is_swapped;
}

}  // namespace

std::unique_ptr<const Boundaries> read_boundaries(const Collection& wards, Neighbours& neighbours,
                                                  Diagnostics& diagnostics) {
  BoundaryReader reader(wards, diagnostics);
  if (!reader.read() || !reader.has_any()) return nullptr;
  auto boundaries = std::make_unique<Boundaries>();
  reader.say_missing();
  boundaries->areas = reader.take_areas();
  if (!check_extent(wards, boundaries->areas, diagnostics)) return nullptr;
  const SimplifyOptions options;
  const auto tolerance = simplify(boundaries->areas, options, neighbours);
  if (!tolerance) {
    diagnostics.error(
        "boundaries-too-large", place_of(wards, boundaries->areas),
        fmt::format("the boundaries are of so many parts that no map of {} positions holds them",
                    options.most_positions),
        "Leave out islands and holes that a map of the whole cannot show.");
    return nullptr;
  }
  boundaries->tolerance = *tolerance;
  return boundaries;
}

}  // namespace glasshouse::model
