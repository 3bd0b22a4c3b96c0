// The wards as shapes on a map: from their boundaries where the site has them, else a hexagon each
// at its place (fields q and r).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace glasshouse::pages {

struct WardShape {
  const model::Record* ward = nullptr;
  std::string path;   // of an SVG, to be filled by the even-odd rule
  std::string label;  // what fits into a hexagon; empty for boundaries
  int x = 0, y = 0;   // where the label stands, its middle on the baseline
};

/// All on one grid. Of boundaries its longer side is kMapSize; a hexagon is 100 wide.
struct WardShapes {
  int width = 0, height = 0;
  std::vector<WardShape> shapes;  // as the wards are sorted; those that have a place
  bool are_boundaries = false;
  double tolerance = 0;  // metres, of boundaries

  [[nodiscard]] const WardShape* find(const model::Record& ward) const;
};

inline constexpr int kMapSize = 1000;
/// What the paths of a map of boundaries take at most, all wards together: model/ bounds their
/// positions, and on a grid of this size one takes at most twelve bytes.
inline constexpr std::size_t kMostMapBytes = 120'000;

/// Empty where no ward has a place.
[[nodiscard]] WardShapes draw_wards(const model::Collection& wards);

/// What fits into a hexagon: the initials of a name of several words ("Acocks Green" → "AG"), else
/// its first three letters. Not unique.
[[nodiscard]] std::string short_name(std::string_view name);

}  // namespace glasshouse::pages
