#include "model/geography/hexes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "model/site.h"

namespace glasshouse::model {

namespace {

std::optional<int> whole(Value value) {
  if (!value.is_number()) return std::nullopt;
  const double number = value.as_number();
  if (std::floor(number) != number || std::abs(number) > kFarthestHex) return std::nullopt;
  return static_cast<int>(number);
}

// The hexagons around one: two of its own row, and two of the row on either side, of which an odd
// row's lie to the east.
std::array<Hex, 6> around(Hex hex) {
  const int east = hex.r % 2 != 0 ? hex.q + 1 : hex.q;
  return {Hex{hex.q - 1, hex.r}, {hex.q + 1, hex.r},    {east - 1, hex.r - 1},
          {east, hex.r - 1},     {east - 1, hex.r + 1}, {east, hex.r + 1}};
}

std::int64_t key_of(Hex hex) { return std::int64_t{hex.q} * (4 * kFarthestHex) + hex.r; }

}  // namespace

std::optional<Hex> hex_of(const Record& ward) {
  const std::optional<int> q = whole(ward.field("q"));
  const std::optional<int> r = whole(ward.field("r"));
  if (!q || !r) return std::nullopt;
  return Hex{*q, *r};
}

void add_hex_neighbours(const Collection& wards, Neighbours& neighbours, Diagnostics& diagnostics) {
  std::unordered_map<std::int64_t, const Record*> at;
  for (const Record& ward : wards.records) {
    const std::optional<Hex> hex = hex_of(ward);
    if (!hex) continue;
    const auto [taken, is_free] = at.try_emplace(key_of(*hex), &ward);
    if (is_free) continue;
    diagnostics.warning("hex-taken", ward.source->place(ward.field("q")),
                        fmt::format("{} and {} both stand at q {}, r {}, so the map shows one of "
                                    "them alone",
                                    taken->second->title, ward.title, hex->q, hex->r),
                        "Give one of the two another place.");
  }
  // In the order of the records, so that each list comes out sorted as they are.
  for (const Record& ward : wards.records) {
    const std::optional<Hex> hex = hex_of(ward);
    if (!hex || at.at(key_of(*hex)) != &ward) continue;
    for (const Hex& beside : around(*hex)) {
      const auto found = at.find(key_of(beside));
      if (found != at.end()) neighbours[found->second].push_back(&ward);
    }
  }
}

}  // namespace glasshouse::model
