#include "formats/geojson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace glasshouse::formats {
namespace {

using testing::HasSubstr;

std::string written(std::vector<model::Polygon> polygons) {
  model::Site site;
  site.settings.base_url = "https://ardale.example/open/";
  model::Collection wards;
  model::Record ward;
  ward.collection = &wards;
  ward.id = "mill-hill";
  ward.title = "Mill \"Hill\"";
  ward.url = "wards/mill-hill/";
  auto boundaries = std::make_unique<model::Boundaries>();
  boundaries->areas.push_back({&ward, std::move(polygons)});
  boundaries->tolerance = 12.2;
  wards.boundaries = std::move(boundaries);
  std::string out;
  append_boundaries(out, site, wards);
  return out;
}

// RFC 7946, 3.1.6: against the clock outside, with it inside, closed.
TEST(GeoJson, rings_are_closed_and_follow_the_right_hand_rule) {
  const model::Ring against = {{0, 0}, {9, 0}, {9, 9}, {0, 9}};
  const model::Ring with = {{0, 9}, {9, 9}, {9, 0}, {0, 0}};
  const model::Ring hole_against = {{3, 3}, {6, 3}, {6, 6}};
  const model::Ring hole_with = {{6, 6}, {6, 3}, {3, 3}};
  for (const model::Ring& outer : {against, with}) {
    for (const model::Ring& hole : {hole_against, hole_with}) {
      EXPECT_THAT(written({{{outer, hole}}}),
                  HasSubstr(R"("geometry":{"type":"Polygon","coordinates":[)"
                            "[[0,0],[0.000009,0],[0.000009,0.000009],[0,0.000009],[0,0]],"
                            "[[0.000006,0.000006],[0.000006,0.000003],[0.000003,0.000003],"
                            "[0.000006,0.000006]]]}"));
    }
  }
}

TEST(GeoJson, a_feature_names_its_ward) {
  EXPECT_THAT(
      written({{{{{-1'930'000, 54'200'000}, {-1'850'000, 54'200'000}, {-1'850'000, 54'250'001}}}}}),
      HasSubstr(R"({"type":"Feature","id":"mill-hill","properties":{"title":"Mill \"Hill\"",)"
                R"("url":"https://ardale.example/open/wards/mill-hill/"},"geometry":)"
                R"({"type":"Polygon","coordinates":[[[-1.93,54.2],[-1.85,54.2],)"
                R"([-1.85,54.250001],[-1.93,54.2]]]}})"));
}

TEST(GeoJson, several_polygons_are_a_multipolygon_and_the_file_says_its_extent_and_tolerance) {
  const std::string text = written({{{{{0, 0}, {1'000'000, 0}, {0, 1'000'000}}}},
                                    {{{{5'000'000, 0}, {6'000'000, 0}, {5'000'000, 2'500'000}}}}});
  EXPECT_THAT(text, HasSubstr(R"("type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[0,1],[0,0]]],)"
                              R"([[[5,0],[6,0],[5,2.5],[5,0]]]])"));
  EXPECT_THAT(text, HasSubstr(R"("tolerance_metres":13,"bbox":[0,0,6,2.5],)"));
}

}  // namespace
}  // namespace glasshouse::formats
