// The maps of the wards as templates place them, their file map.svg, and the same figures as JSON.
#pragma once

#include <string>

#include "pages/maps/ward_figures.h"

namespace glasshouse::pages {

/// How many of the definition's figures a page shows.
enum class MapsShown : std::uint8_t { first, all };

/// {shapes, maps, note}, which docs/templates.md describes; undefined where no ward has a place.
[[nodiscard]] Value ward_maps_view(const Making& making, const CollectionPlan& wards,
                                   MapsShown shown);

/// {href, width, height, path}: where a ward lies among the others, drawn over map.svg; undefined
/// where it has no place.
[[nodiscard]] Value locator_view(const Making& making, const model::Record& ward);

/// All wards without shades, as an SVG file (SVG 1.1): the ground of each ward's locator.
void append_map_svg(const WardShapes& shapes, std::string& out);

/// Each figure with its classes, and its value of each ward by id.
void append_figures_json(const Making& making, const CollectionPlan& wards, std::string& out);

}  // namespace glasshouse::pages
