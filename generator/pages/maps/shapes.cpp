#include "pages/maps/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "base/text.h"

namespace glasshouse::pages {

namespace {

// A hexagon is 100 wide and 115.5 high; rows stand three quarters of that apart.
constexpr int kWidth = 100;
constexpr int kRow = 87;
constexpr int kHalfHeight = 58;
// From the centre, a little inside the hexagon, so that a gap is left between two.
constexpr int kTop = 54, kSide = 27, kHalfWidth = 46;
constexpr int kBaseline = 10;  // of the label, below the centre
constexpr int kMargin = 4;     // around boundaries, for the outline

WardShapes draw_hexes(const model::Collection& wards) {
  struct Placed {
    const model::Record* ward;
    model::Hex hex;
  };
  std::vector<Placed> placed;
  for (const model::Record& ward : wards.records) {
    const std::optional<model::Hex> hex = ward.withdrawn ? std::nullopt : model::hex_of(ward);
    if (hex) placed.push_back({&ward, *hex});
  }
  WardShapes result;
  if (placed.empty()) return result;
  const auto q_of = [](const Placed& each) { return each.hex.q; };
  const auto r_of = [](const Placed& each) { return each.hex.r; };
  const auto [west, east] = std::ranges::minmax_element(placed, {}, q_of);
  const auto [south, north] = std::ranges::minmax_element(placed, {}, r_of);
  result.width = (east->hex.q - west->hex.q + 1) * kWidth + kWidth / 2;
  result.height = (north->hex.r - south->hex.r) * kRow + 2 * kHalfHeight;
  for (const auto& [ward, hex] : placed) {
    const int x = (hex.q - west->hex.q) * kWidth + (hex.r % 2 != 0 ? kWidth : kWidth / 2);
    const int y = (north->hex.r - hex.r) * kRow + kHalfHeight;
    result.shapes.push_back(
        {ward,
         fmt::format("M{} {}l{} {}v{}l-{} {}-{}-{}v-{}z", x, y - kTop, kHalfWidth, kTop - kSide,
                     2 * kSide, kHalfWidth, kTop - kSide, kHalfWidth, kTop - kSide, 2 * kSide),
         short_name(ward->title), x, y + kBaseline});
  }
  return result;
}

struct Step {
  int x = 0, y = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

// A minus sign separates as well as a space does: "10-3".
void append_number(std::string& path, int number) {
  if (number >= 0 && path.back() != 'l') path += ' ';
  path += std::to_string(number);
}

class Grid {
 public:
  Grid(const model::Boundaries& boundaries, WardShapes& result)
      : extent_(model::extent_of(boundaries.areas)), project_(extent_) {
    const model::Point corner = project_({extent_.east, extent_.north});
    scale_ = (kMapSize - 2 * kMargin) / std::max({corner.x, corner.y, 1.0});
    result.width = static_cast<int>(std::lround(corner.x * scale_)) + 2 * kMargin;
    result.height = static_cast<int>(std::lround(corner.y * scale_)) + 2 * kMargin;
    height_ = result.height;
  }

  [[nodiscard]] std::string path_of(const model::Area& area) const {
    std::string path;
    for (const model::Polygon& polygon : area.polygons) {
      for (const model::Ring& ring : polygon.rings) append_ring(path, ring);
    }
    if (!path.empty()) return path;
    // Smaller than a step of the grid: a dot, so that it is there.
    const Step at = step_of(area.polygons[0].rings[0][0]);
    return fmt::format("M{} {}h1v1h-1z", at.x, at.y);
  }

 private:
  [[nodiscard]] Step step_of(model::Position position) const {
    const model::Point point = project_(position);
    return {static_cast<int>(std::lround(point.x * scale_)) + kMargin,
            height_ - kMargin - static_cast<int>(std::lround(point.y * scale_))};
  }

  void append_ring(std::string& path, const model::Ring& ring) const {
    std::vector<Step> steps;
    for (const model::Position position : ring) {
      const Step step = step_of(position);
      if (steps.empty() || steps.back() != step) steps.push_back(step);
    }
    if (steps.size() > 1 && steps.back() == steps.front()) steps.pop_back();
    if (steps.size() < 3) return;
    fmt::format_to(std::back_inserter(path), "M{} {}l", steps[0].x, steps[0].y);
    for (std::size_t i = 1; i < steps.size(); ++i) {
      append_number(path, steps[i].x - steps[i - 1].x);
      append_number(path, steps[i].y - steps[i - 1].y);
    }
    path += 'z';
  }

  model::Extent extent_;
  model::Projection project_;
  double scale_ = 1;
  int height_ = 0;
};

WardShapes draw_boundaries(const model::Boundaries& boundaries) {
  WardShapes result;
  result.are_boundaries = true;
  result.tolerance = boundaries.tolerance;
  const Grid grid(boundaries, result);
  for (const model::Area& area : boundaries.areas) {
    result.shapes.push_back({area.ward, grid.path_of(area), {}, 0, 0});
  }
  return result;
}

}  // namespace

const WardShape* WardShapes::find(const model::Record& ward) const {
  const auto found = std::ranges::find(shapes, &ward, &WardShape::ward);
  return found == shapes.end() ? nullptr : &*found;
}

WardShapes draw_wards(const model::Collection& wards) {
  return wards.boundaries ? draw_boundaries(*wards.boundaries) : draw_hexes(wards);
}

std::string short_name(std::string_view name) {
  std::string initials;
  for (const std::string_view word : split(name, ' ')) {
    if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') initials += word[0];
  }
  if (initials.size() > 1) return initials.substr(0, 3);
  std::size_t end = std::min<std::size_t>(3, name.size());
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return std::string(name.substr(0, end));
}

}  // namespace glasshouse::pages
