// A collection's definition: collection.json, checked, with its defaults filled in. The keys are
// described in docs/collections.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "content/source.h"

namespace glasshouse::schema {

/// Which rules and which page layout apply.
enum class Kind : std::uint8_t {
  none,
  foi,
  decision,
  priority,
  commitment,
  recommendation,
  saving,
  indicator,
  meeting,
  ward,
  dataset,
  page,
};

[[nodiscard]] std::string_view name_of(Kind kind);

/// The GeoJSON file that the boundaries of the wards come from.
struct BoundaryFile {
  std::string_view file;  // beside collection.json; empty where there is none
  std::string_view code;  // the property with the ward's code; empty: the feature's id
};

/// What a map of the wards is shaded by: a field, or a count of what names the ward.
struct MapFigure {
  Value place;             // where it is named
  std::string_view field;  // a field of numbers
  std::string_view count;  // else "records" (all), "forums" (held in the year before), a collection
};

/// How a map divides the wards into shades.
enum class MapClasses : std::uint8_t {
  quantiles,  // about as many wards in each
  equal,      // each spans as much
};

/// One collection. Views live in the Source it was read from.
struct Definition {
  std::string_view name;  // the folder's: "foi"
  std::string_view title, singular, description;
  Kind kind = Kind::none;
  std::string_view sort_field = "title";
  bool descending = false;
  std::vector<std::string_view> facets;   // names of fields
  std::vector<std::string_view> columns;  // names of fields
  unsigned page_size = 50;
  std::string_view feed_updated = "updated", feed_summary = "summary";
  std::vector<std::pair<std::string_view, std::string_view>> fields;  // the rules' name → ours
  bool navigation = false;
  BoundaryFile boundaries;             // of wards
  std::vector<MapFigure> map_figures;  // of wards
  MapClasses map_classes = MapClasses::quantiles;

  /// What this collection calls the field that the rules call `name`.
  [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// Reads and checks collection.json; none when it has errors, which have then been said. Names of
/// facets, columns, the sort field and figures of the map must be properties of the schema.
[[nodiscard]] std::optional<Definition> read_definition(const content::SourceCollection& collection,
                                                        Diagnostics& diagnostics);

}  // namespace glasshouse::schema
