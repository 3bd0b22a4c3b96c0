#include "pages/maps/shapes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "model/geography/simplify.h"
#include "pages/maps/ward_map.h"

namespace glasshouse::pages {
namespace {

using model::Area;
using model::Ring;
using testing::SizeIs;

TEST(ShortNameTest, several_words_give_their_initials) {
  EXPECT_EQ(short_name("Acocks Green"), "AG");
  EXPECT_EQ(short_name("Soho & Jewellery Quarter"), "SJQ");
  EXPECT_EQ(short_name("Sutton Walmley & Minworth"), "SWM");
}

TEST(ShortNameTest, one_word_gives_its_first_letters) {
  EXPECT_EQ(short_name("Aston"), "Ast");
  EXPECT_EQ(short_name("Ed"), "Ed");
}

// A collection of wards with these areas, as they are.
struct Drawn {
  model::Collection wards;
  WardShapes shapes;

  explicit Drawn(std::vector<std::vector<model::Polygon>> areas) {
    auto boundaries = std::make_unique<model::Boundaries>();
    for (auto& polygons : areas) boundaries->areas.push_back({nullptr, std::move(polygons)});
    wards.boundaries = std::move(boundaries);
    shapes = draw_wards(wards);
  }
};

TEST(WardShapesTest, north_is_up_and_the_middle_latitude_keeps_its_scale) {
  // Half as wide as high on the ground at 60 degrees north, where a degree east is half one north.
  const Drawn drawn(
      {{{{{{0, 59'500'000}, {1'000'000, 59'500'000}, {1'000'000, 60'500'000}, {0, 60'500'000}}}}}});
  EXPECT_EQ(drawn.shapes.height, kMapSize);
  EXPECT_NEAR(drawn.shapes.width, 8 + 992 / 2, 2);
  EXPECT_EQ(drawn.shapes.shapes[0].path, "M4 996l496 0 0-992-496 0z");
}

TEST(WardShapesTest, a_hole_is_a_ring_of_the_same_path) {
  const Drawn drawn({{{{{{0, 0}, {9000, 0}, {9000, 9000}, {0, 9000}},
                        {{3000, 3000}, {6000, 3000}, {6000, 6000}, {3000, 6000}}}}}});
  EXPECT_EQ(drawn.shapes.shapes[0].path, "M4 996l992 0 0-992-992 0zM335 665l330 0 0-330-330 0z");
}

TEST(WardShapesTest, every_polygon_of_a_ward_is_drawn) {
  const Drawn drawn(
      {{{{{{0, 0}, {4000, 0}, {4000, 4000}}}}, {{{{8000, 8000}, {9000, 8000}, {9000, 9000}}}}}});
  EXPECT_EQ(std::ranges::count(drawn.shapes.shapes[0].path, 'M'), 2);
}

TEST(WardShapesTest, what_is_smaller_than_the_grid_is_a_dot) {
  const Drawn drawn(
      {{{{{{0, 0}, {90'000'000, 0}, {90'000'000, 9000}}}}}, {{{{{1, 1}, {3, 1}, {3, 3}}}}}});
  EXPECT_THAT(drawn.shapes.shapes, SizeIs(2));
  EXPECT_THAT(drawn.shapes.shapes[1].path, testing::EndsWith("h1v1h-1z"));
}

TEST(WardShapesTest, the_map_of_as_many_positions_as_are_drawn_keeps_its_bound) {
  // Rings that go from side to side, so that each position takes as many bytes as one can.
  std::vector<Area> areas;
  for (int i = 0; i < 500; ++i) {
    Ring ring;
    for (int j = 0; j < 40; ++j)
      ring.push_back({j % 2 * 1'000'000, (i * 53 % 500) * 2000 + j % 3 * 500'000 / 3});
    areas.push_back({nullptr, {{{ring}}}});
  }
  model::Neighbours neighbours;
  const auto tolerance = model::simplify(areas, {}, neighbours);
  if (!tolerance) return;  // what cannot be drawn so small is refused
  model::Collection wards;
  auto boundaries = std::make_unique<model::Boundaries>();
  boundaries->areas = std::move(areas);
  wards.boundaries = std::move(boundaries);
  std::size_t bytes = 0;
  for (const WardShape& shape : draw_wards(wards).shapes) bytes += shape.path.size();
  EXPECT_LE(bytes, kMostMapBytes);
}

TEST(WardShapesTest, the_file_of_the_map_holds_each_shape_once) {
  const Drawn drawn(
      {{{{{{0, 0}, {4000, 0}, {4000, 4000}}}}}, {{{{{0, 0}, {4000, 4000}, {0, 4000}}}}}});
  std::string svg;
  append_map_svg(drawn.shapes, svg);
  EXPECT_THAT(svg, testing::StartsWith(
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\""));
  EXPECT_THAT(svg, testing::HasSubstr(drawn.shapes.shapes[1].path));
}

}  // namespace
}  // namespace glasshouse::pages
