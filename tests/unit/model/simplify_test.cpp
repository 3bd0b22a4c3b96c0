#include "model/geography/simplify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "base/files.h"
#include "content/parse.h"
#include "model/geography/arcs.h"
#include "model/geography/geojson.h"

namespace glasshouse::model {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

Position at(int x, int y) { return {x * 1000, y * 1000}; }

double distance(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
  t = std::min(1.0, std::max(0.0, t));
  return std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

std::vector<Point> noisy_line(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> step(-1, 1);
  std::vector<Point> line = {{0, 0}};
  while (line.size() < size) {
    line.push_back({line.back().x + step(random), line.back().y + step(random)});
  }
  return line;
}

TEST(Weigh, no_dropped_position_is_further_than_the_tolerance) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    for (const std::size_t size : {2ul, 3ul, 50ul, 1000ul, 1001ul, 2500ul}) {
      const std::vector<Point> line = noisy_line(size, seed);
      const std::vector<double> weights = weigh(line);
      for (const double tolerance : {0.0, 0.5, 2.0, 10.0, 1000.0}) {
        std::size_t last = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
          if (weights[i] <= tolerance) continue;
          for (std::size_t between = last + 1; between < i; ++between) {
            ASSERT_LE(distance(line[between], line[last], line[i]), tolerance + 1e-9);
          }
          last = i;
        }
        ASSERT_EQ(last, line.size() - 1) << "the end is kept";
      }
    }
  }
}

TEST(Weigh, a_straight_line_keeps_its_ends) {
  const std::vector<Point> line = {{0, 0}, {1, 0}, {2, 0}, {5, 0}};
  const std::vector<double> weights = weigh(line);
  EXPECT_THAT(std::vector<double>(weights.begin() + 1, weights.end() - 1), ElementsAre(0, 0));
}

TEST(Weigh, the_worst_line_takes_no_time_by_its_square) {
  // Each split of a line that turns ever more sharply takes one position off its end. By its square
  // it would take many minutes.
  std::vector<Point> line;
  for (int i = 0; i < 400'000; ++i) line.push_back({i * 1.0, i % 2 == 0 ? 0.0 : 1e6 / (i + 1)});
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(weigh(line), SizeIs(line.size()));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Arcs, a_shared_border_is_one_arc) {
  const Ring west = {at(0, 0), at(1, 0), at(1, 1), at(1, 2), at(0, 2)};
  const Ring east = {at(1, 2), at(1, 1), at(1, 0), at(2, 0), at(2, 2)};
  const std::vector<const Ring*> rings = {&west, &east};
  const Arcs arcs = cut_into_arcs(rings);
  EXPECT_THAT(arcs.lines, SizeIs(3));
  EXPECT_THAT(arcs.lines, testing::Contains(ElementsAre(at(1, 0), at(1, 1), at(1, 2))));
}

TEST(Arcs, a_hole_and_what_fills_it_are_one_arc_wherever_they_start) {
  const Ring hole = {at(1, 1), at(1, 2), at(2, 2), at(2, 1)};
  const Ring island = {at(2, 2), at(1, 2), at(1, 1), at(2, 1)};
  const std::vector<const Ring*> rings = {&hole, &island};
  const Arcs arcs = cut_into_arcs(rings);
  EXPECT_THAT(arcs.lines, ElementsAre(SizeIs(5)));
}

// Every arc put together again gives the ring back, from another start.
TEST(Arcs, rings_are_the_sum_of_their_arcs) {
  const Ring eight = {at(0, 0), at(1, 1), at(2, 0), at(2, 2), at(1, 1), at(0, 2)};
  const Ring spike = {at(2, 0), at(4, 0), at(3, 1), at(4, 0), at(4, 4), at(2, 2)};
  const std::vector<const Ring*> rings = {&eight, &spike};
  const Arcs arcs = cut_into_arcs(rings);
  for (std::size_t i = 0; i < rings.size(); ++i) {
    Ring put;
    for (const ArcUse& use : arcs.rings[i]) {
      std::vector<Position> line = arcs.lines[use.arc];
      if (use.is_reversed) std::reverse(line.begin(), line.end());
      put.insert(put.end(), line.begin(), line.end() - 1);
    }
    const auto start = std::find(put.begin(), put.end(), (*rings[i])[0]);
    std::rotate(put.begin(), start, put.end());
    if (put != *rings[i]) {  // a place that the ring passes twice may be the other pass
      const auto again = std::find(put.begin() + 1, put.end(), (*rings[i])[0]);
      ASSERT_NE(again, put.end());
      std::rotate(put.begin(), again, put.end());
    }
    EXPECT_EQ(put, *rings[i]);
  }
}

Area area_of(std::initializer_list<Ring> rings) {
  Area area;
  for (const Ring& ring : rings) area.polygons.push_back({{ring}});
  return area;
}

// A zigzag from the south to the north.
Ring zigzag(int x, int from, int to) {
  Ring line;
  for (int y = from; y != to; y += from < to ? 1 : -1) line.push_back({x + (y % 2) * 40, y * 50});
  line.push_back({x, to * 50});
  return line;
}

TEST(Simplify, both_sides_of_a_border_keep_the_same_positions) {
  Ring west = zigzag(1'000'000, 0, 20'000);
  west.insert(west.end(), {{0, 1'000'000}, {0, 0}});
  Ring east = zigzag(1'000'000, 20'000, 0);
  east.insert(east.end(), {{2'000'000, 0}, {2'000'000, 1'000'000}});
  std::vector<Area> areas = {area_of({west}), area_of({east})};
  Neighbours neighbours;
  const auto tolerance = simplify(areas, {}, neighbours);
  ASSERT_TRUE(tolerance);
  const Ring& a = areas[0].polygons[0].rings[0];
  const Ring& b = areas[1].polygons[0].rings[0];
  EXPECT_LT(a.size(), 100u);
  const auto border = [](const Ring& ring) {
    std::set<Position> on;
    for (const Position each : ring) {
      if (each.longitude > 500'000 && each.longitude < 1'500'000) on.insert(each);
    }
    return on;
  };
  EXPECT_EQ(border(a), border(b));
}

TEST(Simplify, a_small_ring_keeps_three_positions) {
  struct Case {
    const char* name;
    std::vector<Ring> rings;
  };
  const Case cases[] = {
      {"an island", {{at(0, 0), at(900, 0), at(900, 900)}, {{1, 1}, {3, 1}, {3, 3}, {1, 3}}}},
      {"two halves of an islet",
       {{at(0, 0), at(900, 0), at(900, 900)},
        {{1, 1}, {3, 1}, {4, 2}, {3, 3}, {1, 3}},
        {{1, 1}, {1, 3}, {0, 2}}}},
      {"a line", {{at(0, 0), at(900, 0), at(900, 900)}, {{1, 1}, {2, 1}, {3, 1}}}},
  };
  for (const Case& each : cases) {
    std::vector<Area> areas;
    for (const Ring& ring : each.rings) areas.push_back(area_of({ring}));
    Neighbours neighbours;
    ASSERT_TRUE(simplify(areas, {}, neighbours)) << each.name;
    for (const Area& area : areas) {
      const Ring& ring = area.polygons[0].rings[0];
      EXPECT_GE(std::set<Position>(ring.begin(), ring.end()).size(), 3u) << each.name;
    }
  }
}

TEST(Simplify, the_tolerance_grows_until_the_bound_holds) {
  Ring ring = zigzag(0, 0, 30'000);
  ring.insert(ring.end(), {{-3'000'000, 1'500'000}, {-3'000'000, 0}});
  std::vector<Area> areas = {area_of({ring})};
  Neighbours neighbours;
  const auto least = simplify(areas, {.most_positions = 100'000, .steps = 1e9}, neighbours);
  areas = {area_of({ring})};
  const auto bound = simplify(areas, {.most_positions = 1'000, .steps = 1e9}, neighbours);
  ASSERT_TRUE(least && bound);
  EXPECT_GT(*bound, *least);
  EXPECT_LE(areas[0].polygons[0].rings[0].size(), 1'000u);
}

TEST(Simplify, what_no_tolerance_makes_small_enough_is_refused) {
  std::vector<Area> areas;
  for (int i = 0; i < 50; ++i)
    areas.push_back(area_of({{at(3 * i, 0), at(3 * i + 1, 0), at(3 * i, 1)}}));
  Neighbours neighbours;
  EXPECT_FALSE(simplify(areas, {.most_positions = 149}, neighbours));
  EXPECT_TRUE(simplify(areas, {.most_positions = 150}, neighbours));
}

// Each border, whichever way it runs, as often as a ring passes it.
std::multiset<std::pair<Position, Position>> steps_of(const Ring& ring) {
  std::multiset<std::pair<Position, Position>> steps;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    steps.insert(std::minmax(ring[i], ring[(i + 1) % ring.size()]));
  }
  return steps;
}

// On so small a grid rings cross, touch, run along each other and turn back on themselves.
TEST(Simplify, rings_of_any_kind_keep_their_steps_or_three_positions) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> place(0, 3);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Area> areas;
    for (int count = 0; count < 4; ++count) {
      Ring ring;
      while (ring.size() < 8) {
        const Position next = at(place(random), place(random));
        if (ring.empty() || ring.back() != next) ring.push_back(next);
      }
      if (ring.front() == ring.back()) ring.pop_back();
      areas.push_back(area_of({ring}));
    }
    std::vector<const Ring*> rings;
    for (const Area& area : areas) rings.push_back(&area.polygons[0].rings[0]);
    const Arcs arcs = cut_into_arcs(rings);
    for (std::size_t i = 0; i < rings.size(); ++i) {
      Ring put;
      for (const ArcUse& use : arcs.rings[i]) {
        std::vector<Position> line = arcs.lines[use.arc];
        if (use.is_reversed) std::reverse(line.begin(), line.end());
        put.insert(put.end(), line.begin(), line.end() - 1);
      }
      ASSERT_EQ(steps_of(put), steps_of(*rings[i])) << "round " << round;
    }
    Neighbours neighbours;
    ASSERT_TRUE(simplify(areas, {.steps = 1}, neighbours));
    for (const Area& area : areas) ASSERT_GE(area.polygons[0].rings[0].size(), 3u);
  }
}

// The wards of Birmingham (Open Government Licence), where the file is at hand.
TEST(Simplify, the_wards_of_a_city_stay_without_gaps) {
  const std::filesystem::path file =
      GLASSHOUSE_SOURCE "/../shared/data/wards/birmingham-wards.geojson";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here";
  const std::string text = read_file(file).value();
  Arena arena;
  Diagnostics diagnostics;
  const auto value = content::parse_json(text, {"wards"}, arena, 64, diagnostics);
  const auto features = read_features(*value, "wards", "WD22CD", diagnostics);
  ASSERT_TRUE(features);
  std::vector<Area> areas;
  for (const BoundaryFeature& feature : *features) {
    areas.push_back({nullptr, *read_geometry(feature.geometry, {"wards", "x"}, diagnostics)});
  }
  EXPECT_TRUE(diagnostics.sorted().empty());
  ASSERT_THAT(areas, SizeIs(69));
  // Of each edge, how often it is drawn: twice between two wards, once around the city.
  const auto edges = [&] {
    std::multiset<std::pair<Position, Position>> all;
    for (const Area& area : areas) {
      const Ring& ring = area.polygons[0].rings[0];
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Position next = ring[(i + 1) % ring.size()];
        all.insert({std::min(ring[i], next), std::max(ring[i], next)});
      }
    }
    return all;
  };
  const auto before = edges().size();
  Neighbours neighbours;
  const auto tolerance = simplify(areas, {.steps = 400}, neighbours);
  ASSERT_TRUE(tolerance);
  const auto after = edges();
  EXPECT_LT(after.size(), before / 2);
  // What is drawn once is one closed outline: each of its positions has two such edges.
  std::map<Position, int> ends;
  for (auto edge = after.begin(); edge != after.end(); edge = after.upper_bound(*edge)) {
    ASSERT_LE(after.count(*edge), 2u);
    if (after.count(*edge) == 2) continue;
    ++ends[edge->first];
    ++ends[edge->second];
  }
  for (const auto& [position, count] : ends) EXPECT_EQ(count, 2);
}

}  // namespace
}  // namespace glasshouse::model
