#include "model/geography/simplify.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "model/geography/arcs.h"

namespace glasshouse::model {

namespace {

constexpr double kAlways = std::numeric_limits<double>::infinity();
constexpr std::size_t kPiece = 1'000;
constexpr double kGrowth = 1.25;

double square(double x) { return x * x; }

// Of the square of the distance, which compares as well.
double distance_squared(Point point, Point from, Point to) {
  const double length = square(to.x - from.x) + square(to.y - from.y);
  double along = 0;
  if (length > 0) {
    along = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
    along = std::clamp(along, 0.0, 1.0);
  }
  return square(from.x + along * (to.x - from.x) - point.x) +
         square(from.y + along * (to.y - from.y) - point.y);
}

struct Stretch {
  std::size_t first, last;
  double bound;  // the least weight of the positions that cut it out
};

void weigh_stretch(std::span<const Point> line, Stretch whole, std::vector<double>& weights) {
  std::vector<Stretch> open = {whole};
  while (!open.empty()) {
    const Stretch stretch = open.back();
    open.pop_back();
    std::size_t farthest = stretch.first;
    double most = 0;
    for (std::size_t i = stretch.first + 1; i < stretch.last; ++i) {
      const double far = distance_squared(line[i], line[stretch.first], line[stretch.last]);
      if (far > most) {
        most = far;
        farthest = i;
      }
    }
    if (most == 0) continue;
    const double weight = std::min(stretch.bound, std::sqrt(most));
    weights[farthest] = weight;
    open.push_back({stretch.first, farthest, weight});
    open.push_back({farthest, stretch.last, weight});
  }
}

// The heaviest position between the ends always stays.
void keep_heaviest(std::vector<double>& weights) {
  double* best = nullptr;
  for (std::size_t i = 1; i + 1 < weights.size(); ++i) {
    if (weights[i] < kAlways && (!best || weights[i] > *best)) best = &weights[i];
  }
  if (best) *best = kAlways;
}

// The rings of all areas, and the arcs they share.
struct Net {
  std::vector<Ring*> rings;
  std::vector<std::size_t> area_of;  // of each ring
  Arcs arcs;
  std::vector<std::vector<double>> weights;  // of each arc

  Net(std::vector<Area>& areas, const Projection& projection) {
    for (std::size_t i = 0; i < areas.size(); ++i) {
      for (Polygon& polygon : areas[i].polygons) {
        for (Ring& ring : polygon.rings) {
          rings.push_back(&ring);
          area_of.push_back(i);
        }
      }
    }
    arcs = cut_into_arcs(std::vector<const Ring*>(rings.begin(), rings.end()));
    std::vector<Point> points;
    for (const std::vector<Position>& line : arcs.lines) {
      points.clear();
      for (const Position position : line) points.push_back(projection(position));
      weights.push_back(weigh(points));
    }
    keep_three();
  }

  // An arc or two between the same ends would else shrink to a line.
  void keep_three() {
    for (const std::vector<ArcUse>& uses : arcs.rings) {
      if (uses.size() > 2) continue;
      for (const ArcUse& use : uses) keep_heaviest(weights[use.arc]);
      if (uses.size() == 1) keep_heaviest(weights[uses[0].arc]);
    }
  }

  [[nodiscard]] std::size_t positions_at(double tolerance) const {
    std::vector<std::size_t> kept(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
      kept[i] = static_cast<std::size_t>(std::count_if(
          weights[i].begin(), weights[i].end(), [&](double each) { return each > tolerance; }));
    }
    std::size_t count = 0;
    for (const std::vector<ArcUse>& uses : arcs.rings) {
      for (const ArcUse& use : uses) count += kept[use.arc] - 1;  // its end begins the next arc
    }
    return count;
  }

  void redraw(double tolerance) {
    for (std::size_t i = 0; i < rings.size(); ++i) {
      Ring ring;
      for (const ArcUse& use : arcs.rings[i]) {
        const std::vector<Position>& line = arcs.lines[use.arc];
        for (std::size_t step = 0; step + 1 < line.size(); ++step) {
          const std::size_t at = use.is_reversed ? line.size() - 1 - step : step;
          if (weights[use.arc][at] > tolerance) ring.push_back(line[at]);
        }
      }
      *rings[i] = std::move(ring);
    }
  }
};

void add_border_neighbours(const Net& net, const std::vector<Area>& areas, Neighbours& neighbours) {
  std::vector<std::set<std::size_t>> areas_of(net.arcs.lines.size());
  for (std::size_t i = 0; i < net.rings.size(); ++i) {
    for (const ArcUse& use : net.arcs.rings[i]) areas_of[use.arc].insert(net.area_of[i]);
  }
  std::map<std::size_t, std::set<std::size_t>> beside;
  for (const std::set<std::size_t>& sharing : areas_of) {
    if (sharing.size() != 2) continue;  // the outer border, or areas that lie upon each other
    beside[*sharing.begin()].insert(*sharing.rbegin());
    beside[*sharing.rbegin()].insert(*sharing.begin());
  }
  for (const auto& [one, others] : beside) {
    std::vector<const Record*>& list = neighbours[areas[one].ward];
    list.clear();
    for (const std::size_t other : others) list.push_back(areas[other].ward);
  }
}

}  // namespace

std::vector<double> weigh(std::span<const Point> line) {
  std::vector<double> weights(line.size(), 0);
  for (std::size_t first = 0; first + 1 < line.size(); first += kPiece) {
    const std::size_t last = std::min(first + kPiece, line.size() - 1);
    weights[first] = weights[last] = kAlways;
    weigh_stretch(line, {first, last, kAlways}, weights);
  }
  return weights;
}

std::optional<double> simplify(std::vector<Area>& areas, const SimplifyOptions& options,
                               Neighbours& neighbours) {
  const Extent extent = extent_of(areas);
  const Projection projection(extent);
  const Point corner = projection({extent.east, extent.north});
  const double longest = std::max(corner.x, corner.y);
  Net net(areas, projection);
  double tolerance = longest / options.steps;
  while (net.positions_at(tolerance) > options.most_positions) {
    tolerance *= kGrowth;
    if (tolerance > longest) return std::nullopt;
  }
  net.redraw(tolerance);
  add_border_neighbours(net, areas, neighbours);
  return tolerance;
}

}  // namespace glasshouse::model
