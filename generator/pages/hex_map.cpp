#include "pages/hex_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace glasshouse::pages {

namespace {

// A hexagon is 100 wide and 115.5 high; rows stand three quarters of that apart.
constexpr int kWidth = 100;
constexpr int kRow = 87;
constexpr int kHalfHeight = 58;
constexpr std::size_t kShades = 3;
// The corners from the centre, a little inside the hexagon, so that a gap is left between two.
constexpr int kCornerX = 46, kCornerY = 27, kTop = 54;
constexpr int kBaseline = 10;  // of the text, below the centre

std::string corners(int x, int y) {
  return fmt::format("{},{} {},{} {},{} {},{} {},{} {},{}", x, y - kTop, x + kCornerX, y - kCornerY,
                     x + kCornerX, y + kCornerY, x, y + kTop, x - kCornerX, y + kCornerY,
                     x - kCornerX, y - kCornerY);
}

struct Hex {
  const model::Record* ward;
  int q, r;
};

std::vector<Hex> read_hexes(const CollectionPlan& wards) {
  std::vector<Hex> hexes;
  for (const model::Record* ward : wards.current) {
    const Value q = ward->field("q");
    const Value r = ward->field("r");
    if (!q.is_number() || !r.is_number()) continue;
    hexes.push_back({ward, static_cast<int>(q.as_number()), static_cast<int>(r.as_number())});
  }
  return hexes;
}

// 0 for none, else the third of the range up to `most` that the count falls into.
std::size_t shade_of(std::size_t count, std::size_t most) {
  return count == 0 ? 0 : std::min(kShades, (count * kShades + most - 1) / most);
}

}  // namespace

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

Value hex_map_view(const Making& making, const CollectionPlan& wards) {
  const std::vector<Hex> hexes = read_hexes(wards);
  if (hexes.empty()) return Value();
  const auto by_q = [](const Hex& a, const Hex& b) { return a.q < b.q; };
  const auto by_r = [](const Hex& a, const Hex& b) { return a.r < b.r; };
  const auto by_links = [](const Hex& a, const Hex& b) {
    return a.ward->linked_from.size() < b.ward->linked_from.size();
  };
  const auto [west, east] = std::minmax_element(hexes.begin(), hexes.end(), by_q);
  const auto [south, north] = std::minmax_element(hexes.begin(), hexes.end(), by_r);
  const std::size_t most =
      std::max_element(hexes.begin(), hexes.end(), by_links)->ward->linked_from.size();

  Arena& arena = making.arena();
  Views items(arena, hexes.size());
  for (const Hex& hex : hexes) {
    const std::size_t links = hex.ward->linked_from.size();
    const int x = (hex.q - west->q) * kWidth + (hex.r % 2 != 0 ? kWidth : kWidth / 2);
    const int y = (north->r - hex.r) * kRow + kHalfHeight;
    View view(arena, 7);
    view.number("x", x)
        .number("text_y", y + kBaseline)
        .text("points", corners(x, y))
        .text("text", hex.ward->title)
        .text("short", short_name(hex.ward->title))
        .text("href", making.theme.href(hex.ward->url))
        .number("shade", static_cast<double>(shade_of(links, most)))
        .text("count", making.strings().count("records", links));
    items.add(view);
  }
  View view(arena, 4);
  view.number("width", (east->q - west->q + 1) * kWidth + kWidth / 2)
      .number("height", (north->r - south->r) * kRow + 2 * kHalfHeight)
      .flag("has_shades", most > 0)
      .set("hexes", items.value());
  return view.value();
}

}  // namespace glasshouse::pages
