#include "pages/maps/classes.h"

#include <algorithm>
#include <cmath>

namespace glasshouse::pages {

namespace {

// Values that are the same, from the least.
struct Group {
  double value;
  std::size_t wards;
};

std::vector<Group> group(std::span<const std::optional<double>> values) {
  std::vector<double> sorted;
  for (const std::optional<double> value : values) {
    if (value) sorted.push_back(*value);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<Group> groups;
  for (const double value : sorted) {
    if (groups.empty() || groups.back().value != value) groups.push_back({value, 0});
    ++groups.back().wards;
  }
  return groups;
}

// A class takes groups until it holds its share of the wards that are left, to the nearest.
std::vector<MapClass> by_quantiles(const std::vector<Group>& groups) {
  std::size_t left = 0;
  for (const Group& each : groups) left += each.wards;
  std::vector<MapClass> classes;
  std::size_t next = 0;
  for (std::size_t open = kShades; open > 0 && next < groups.size(); --open) {
    const double share = static_cast<double>(left) / static_cast<double>(open);
    MapClass& taken = classes.emplace_back();
    taken.from = groups[next].value;
    while (next < groups.size()) {
      const std::size_t with = taken.wards + groups[next].wards;
      const double over = static_cast<double>(with) - share;
      const bool is_nearer = over <= share - static_cast<double>(taken.wards);
      if (taken.wards > 0 && open > 1 && !is_nearer) break;
      taken.wards = with;
      taken.to = groups[next++].value;
    }
    left -= taken.wards;
  }
  return classes;
}

// Whether there is a width to cut: no number is so large or near that their distance is none.
bool has_width(const std::vector<Group>& groups) {
  const double width = groups.back().value - groups.front().value;
  return std::isfinite(width * 10) && width > 1e-200;
}

double round_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 2.5, 5.0}) {
    if (times * power >= least) return times * power;
  }
  return 10 * power;
}

// Classes of one width, which starts as the range's fifth and grows to a round one that fits.
std::vector<MapClass> by_width(const std::vector<Group>& groups) {
  const double least = groups.front().value, most = groups.back().value;
  double step = round_step((most - least) / static_cast<double>(kShades));
  const auto start = [&] { return std::floor(least / step) * step; };
  while (start() + step * static_cast<double>(kShades) < most) step = round_step(step * 1.01);
  const auto count = static_cast<std::size_t>(std::ceil((most - start()) / step));
  std::vector<MapClass> classes;
  for (std::size_t i = 0; i < count; ++i) {
    const double from = start() + step * static_cast<double>(i);
    classes.push_back({from, from + step, i + 1 < count});
  }
  for (const Group& each : groups) {
    const auto at = static_cast<std::size_t>((each.value - start()) / step);
    classes[std::min(at, count - 1)].wards += each.wards;
  }
  return classes;
}

// Fewer classes than shades take some that lie as far apart as can be.
void spread_shades(std::vector<MapClass>& classes) {
  const std::size_t count = classes.size();
  for (std::size_t i = 0; i < count; ++i) {
    classes[i].shade = count == 1 ? (kShades + 1) / 2 : 1 + i * (kShades - 1) / (count - 1);
  }
}

}  // namespace

std::size_t MapClasses::shade_of(std::optional<double> value) const {
  if (!value) return 0;
  for (const MapClass& each : classes) {
    if (each.is_open ? *value < each.to : *value <= each.to) return each.shade;
  }
  return classes.empty() ? 0 : classes.back().shade;
}

MapClasses divide(std::span<const std::optional<double>> values, schema::MapClasses method) {
  MapClasses result;
  const std::vector<Group> groups = group(values);
  if (groups.size() <= kShades) {
    result.is_each_value = true;
    for (const Group& each : groups) {
      result.classes.push_back({each.value, each.value, false, each.wards});
    }
  } else {
    const bool is_equal = method == schema::MapClasses::equal && has_width(groups);
    if (is_equal) result.method = method;
    result.classes = is_equal ? by_width(groups) : by_quantiles(groups);
  }
  spread_shades(result.classes);
  return result;
}

}  // namespace glasshouse::pages
