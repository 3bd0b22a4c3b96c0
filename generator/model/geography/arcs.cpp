#include "model/geography/arcs.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace glasshouse::model {

namespace {

// A position as a ring passes it.
struct Passing {
  Position at;
  Position low, high;  // the two beside it, whichever way the ring runs
  std::size_t index;   // among all positions of all rings
};

// Whether a border ends at each position of each ring: where rings that pass it come from or go to
// different places.
std::vector<bool> find_junctions(std::span<const Ring* const> rings) {
  std::vector<Passing> passings;
  for (const Ring* ring : rings) {
    for (std::size_t i = 0; i < ring->size(); ++i) {
      const Position before = (*ring)[i == 0 ? ring->size() - 1 : i - 1];
      const Position after = (*ring)[i + 1 == ring->size() ? 0 : i + 1];
      passings.push_back(
          {(*ring)[i], std::min(before, after), std::max(before, after), passings.size()});
    }
  }
  const auto order = [](const Passing& a, const Passing& b) {
    return std::tie(a.at, a.low, a.high, a.index) < std::tie(b.at, b.low, b.high, b.index);
  };
  std::sort(passings.begin(), passings.end(), order);
  std::vector<bool> is_junction(passings.size());
  for (std::size_t first = 0; first < passings.size();) {
    std::size_t last = first;
    while (last < passings.size() && passings[last].at == passings[first].at) ++last;
    // Sorted: if the first and the last came by one way, all did.
    const Passing& a = passings[first];
    const Passing& b = passings[last - 1];
    const bool is_met = a.low != b.low || a.high != b.high;
    for (; first < last; ++first) is_junction[passings[first].index] = is_met;
  }
  return is_junction;
}

class Cutter {
 public:
  explicit Cutter(Arcs& arcs) : arcs_(arcs) {}

  // `is_junction` begins at the first position of the ring.
  void cut(const Ring& ring, const std::vector<bool>& is_junction, std::size_t offset) {
    const std::size_t size = ring.size();
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_junction[offset + i]) ends.push_back(i);
    }
    // A ring that meets no other starts at its least position, so that two such are one arc.
    if (ends.empty()) {
      ends.push_back(
          static_cast<std::size_t>(std::min_element(ring.begin(), ring.end()) - ring.begin()));
    }
    std::vector<ArcUse>& uses = arcs_.rings.emplace_back();
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const std::size_t from = ends[i];
      const std::size_t to = i + 1 < ends.size() ? ends[i + 1] : ends[0] + size;
      std::vector<Position> line;
      line.reserve(to - from + 1);
      for (std::size_t at = from; at <= to; ++at) line.push_back(ring[at % size]);
      uses.push_back(add(std::move(line)));
    }
  }

 private:
  using FirstStep = std::pair<Position, Position>;

  // Between two junctions there is no choice of way: the first step tells the whole arc.
  ArcUse add(std::vector<Position> line) {
    const FirstStep forwards(line[0], line[1]);
    const FirstStep backwards(line.back(), line[line.size() - 2]);
    const bool is_reversed = backwards < forwards;
    const auto number = static_cast<std::uint32_t>(arcs_.lines.size());
    const auto [known, is_new] = by_step_.try_emplace(std::min(forwards, backwards), number);
    if (is_new) {
      if (is_reversed) std::reverse(line.begin(), line.end());
      arcs_.lines.push_back(std::move(line));
    }
    return {known->second, is_reversed};
  }

  Arcs& arcs_;
  std::map<FirstStep, std::uint32_t> by_step_;
};

}  // namespace

Arcs cut_into_arcs(std::span<const Ring* const> rings) {
  const std::vector<bool> is_junction = find_junctions(rings);
  Arcs arcs;
  Cutter cutter(arcs);
  std::size_t offset = 0;
  for (const Ring* ring : rings) {
    cutter.cut(*ring, is_junction, offset);
    offset += ring->size();
  }
  return arcs;
}

}  // namespace glasshouse::model
