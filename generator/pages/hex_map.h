// The wards as a hex map: one hexagon a ward, placed by the fields q and r of its record (HexJSON,
// odd-r: pointy tops, odd rows half a hexagon to the east, r grows to the north).
#pragma once

#include "pages/show.h"

namespace glasshouse::pages {

/// {width, height, hexes: [{x, text_y, points, text, short, href, shade, count}], has_shades};
/// undefined where no ward has a place. All is in hundredths of a hexagon's width; `shade` is 0 to
/// 3 by the number of records that touch the ward.
[[nodiscard]] Value hex_map_view(const Making& making, const CollectionPlan& wards);

/// What fits into a hexagon: the initials of a name of several words ("Acocks Green" → "AG"), else
/// its first three letters. Not unique.
[[nodiscard]] std::string short_name(std::string_view name);

}  // namespace glasshouse::pages
