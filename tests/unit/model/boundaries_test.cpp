// Boundaries from GeoJSON, as a whole site says them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "unit/model/written_site.h"

namespace glasshouse::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Wards a, b and c with the codes A, B and C, and this file of boundaries.
WrittenSite::Files wards_with(const std::string& geojson, const std::string& more = "") {
  WrittenSite::Files files = {
      {"wards/collection.json",
       definition(R"("kind": "ward", "boundaries": {"file": "areas.geojson", "code": "code"})")},
      {"wards/schema.json",
       schema(R"("code": {"type": "string"}, "boundary": {"type": "object"})")},
      {"wards/areas.geojson", geojson}};
  for (const std::string id : {"a", "b", "c"}) {
    const std::string code(1, static_cast<char>(id[0] - 32));
    files["wards/" + id + ".md"] =
        "---\ntitle: Ward " + id + "\ncode: " + code + "\n" + (id == "c" ? more : "") + "---\n";
  }
  return files;
}

std::string feature(const std::string& code, const std::string& geometry) {
  return fmt::format(R"({{"type": "Feature", "properties": {{"code": "{}"}}, "geometry": {}}})",
                     code, geometry);
}

std::string polygon(const std::string& rings) {
  return R"({"type": "Polygon", "coordinates": )" + rings + "}";
}

std::string collection(std::initializer_list<std::string> features) {
  return fmt::format(R"({{"type": "FeatureCollection", "features": [{}]}})",
                     fmt::join(features, ",\n"));
}

// Squares of a hundredth of a degree, side by side from west to east.
std::string square(int place) {
  const double west = -2 + place * 0.01;
  return polygon(fmt::format("[[[{0}, 52], [{1}, 52], [{1}, 52.01], [{0}, 52.01], [{0}, 52]]]",
                             west, west + 0.01));
}

std::vector<std::string_view> neighbour_ids(const Site& site, std::string_view ward) {
  std::vector<std::string_view> ids;
  for (const Record* each : site.neighbours(*site.find("wards", ward))) ids.push_back(each->id);
  return ids;
}

TEST(Boundaries, wards_that_share_a_border_are_neighbours) {
  WrittenSite written(wards_with(
      collection({feature("A", square(0)), feature("B", square(1)), feature("C", square(2))})));
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(neighbour_ids(*site, "a"), ElementsAre("b"));
  EXPECT_THAT(neighbour_ids(*site, "b"), ElementsAre("a", "c"));
  EXPECT_THAT(neighbour_ids(*site, "c"), ElementsAre("b"));
}

TEST(Boundaries, a_corner_is_no_border) {
  const std::string corner =
      polygon("[[[-1.99, 52.01], [-1.98, 52.01], [-1.98, 52.02], [-1.99, 52.02], [-1.99, 52.01]]]");
  WrittenSite written(wards_with(
      collection({feature("A", square(0)), feature("B", corner), feature("C", square(9))})));
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(neighbour_ids(*site, "a"), IsEmpty());
}

TEST(Boundaries, a_ward_may_hold_its_own) {
  WrittenSite written(wards_with(
      collection({feature("A", square(0)), feature("B", square(1))}),
      "boundary: {type: Polygon, coordinates: [[[-1.98, 52], [-1.97, 52], [-1.97, 52.01], "
      "[-1.98, 52.01], [-1.98, 52]]]}\n"));
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_EQ(site->collection("wards")->boundaries->areas.size(), 3u);
  EXPECT_THAT(neighbour_ids(*site, "b"), ElementsAre("a", "c"));
}

TEST(Boundaries, holes_and_many_polygons_are_kept_in_either_direction) {
  WrittenSite written(
      wards_with(collection({feature("A", polygon("[[[0, 0], [0, 3], [3, 3], [3, 0], [0, 0]], "
                                                  "[[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]]")),
                             feature("B", polygon("[[[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]]")),
                             feature("C", R"({"type": "MultiPolygon", "coordinates": [
                        [[[5, 0], [6, 0], [6, 1], [5, 0]]], [[[7, 0, 12], [8, 0], [8, 1], [7, 0, 12]]]
                      ]})")})));
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  const auto& areas = site->collection("wards")->boundaries->areas;
  ASSERT_EQ(areas.size(), 3u);
  EXPECT_EQ(areas[0].polygons[0].rings.size(), 2u);
  EXPECT_EQ(areas[0].polygons[0].rings[1].size(), 4u);
  EXPECT_EQ(areas[2].polygons.size(), 2u);
  // The ring of b is the hole of a, the other way round.
  EXPECT_THAT(neighbour_ids(*site, "b"), ElementsAre("a"));
}

TEST(Boundaries, a_withdrawn_or_hidden_ward_is_left_out_without_a_word) {
  auto files = wards_with(
      collection({feature("A", square(0)), feature("B", square(1)), feature("C", square(2))}));
  files["wards/b.md"] = "---\ntitle: Ward b\ncode: B\ndraft: true\n---\n";
  files["wards/c.md"] =
      "---\ntitle: Ward c\ncode: C\nwithdrawn:\n  date: 2018-01-01\n  reason: x\n---\n";
  WrittenSite written(files);
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_EQ(site->collection("wards")->boundaries->areas.size(), 1u);
}

TEST(Boundaries, a_file_that_says_wgs84_the_old_way_is_read) {
  WrittenSite written(wards_with(
      R"({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:4326"}},
          "features": [)" +
      feature("A", square(0)) + "," + feature("B", square(1)) + "," + feature("C", square(2)) +
      "]}"));
  EXPECT_NE(written.build()->collection("wards")->boundaries, nullptr);
  EXPECT_EQ(written.problems(), "");
}

struct Refused {
  const char* name;
  std::string geojson;
  const char* said;
};

class RefusedBoundaries : public testing::TestWithParam<Refused> {};

TEST_P(RefusedBoundaries, are_said_at_their_place) {
  WrittenSite written(wards_with(GetParam().geojson));
  const auto site = written.build();
  EXPECT_THAT(written.problems(), HasSubstr(GetParam().said));
  if (std::string_view(GetParam().said).find("error") != std::string_view::npos) {
    EXPECT_EQ(site->collection("wards")->boundaries, nullptr);
  }
}

std::string one(const std::string& geometry) { return collection({feature("A", geometry)}); }

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedBoundaries,
    testing::Values(
        Refused{"no_json", "{", "areas.geojson:1:2: error:"},
        Refused{"no_collection", feature("A", square(0)),
                R"(areas.geojson:1:10: error: the type of the file is "Feature", but must be )"
                "FeatureCollection [boundary-type]"},
        Refused{"topojson", R"({"type": "Topology"})", "This is TopoJSON."},
        Refused{"no_features", R"({"type": "FeatureCollection", "features": []})",
                "features must be a list with a Feature a ward, but is empty [boundary-type]"},
        Refused{"features_of_another_type", R"({"type": "FeatureCollection", "features": [7]})",
                "areas.geojson:1:44: error: the type is missing, but must be Feature"},
        Refused{"no_code", R"({"type": "FeatureCollection", "features": [{"type": "Feature",
                             "properties": {"cod": "A"}, "geometry": null}]})",
                "the property code of a feature, which is to be the code of its ward, is missing"},
        Refused{"crs", R"({"type": "FeatureCollection", "crs": {"type": "name", "properties":
                         {"name": "EPSG:27700"}}, "features": [{}]})",
                "areas.geojson:2:35: error: the file says that its coordinates are in EPSG:27700, "
                "but GeoJSON is in WGS 84 alone [boundary-crs]"},
        Refused{"point", one(R"({"type": "Point", "coordinates": [0, 0]})"),
                "the type of the boundary of Ward a is \"Point\", but must be Polygon or "
                "MultiPolygon [boundary-type]"},
        Refused{"geometry_collection", one(R"({"type": "GeometryCollection", "geometries": []})"),
                "Export the areas alone, without points and lines."},
        Refused{"no_type", one("{}"), "the type of the boundary of Ward a is missing"},
        Refused{"geometry_is_a_list", one("[]"), "the type of the boundary of Ward a is missing"},
        Refused{"no_coordinates", one(R"({"type": "Polygon"})"), "must be a list of rings"},
        Refused{"no_rings", one(polygon("[]")), "must be a list of rings, but are empty"},
        Refused{"no_polygons", one(R"({"type": "MultiPolygon", "coordinates": []})"),
                "must be a list of its polygons"},
        Refused{
            "polygon_for_multipolygon",
            one(R"({"type": "MultiPolygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]})"),
            "[boundary-"},
        Refused{"unclosed", one(polygon("[[[0, 0], [1, 0], [1, 1], [0, 1]]]")),
                "a ring of the boundary of Ward a is not closed: its last position is not its "
                "first [boundary-ring]"},
        Refused{"short_ring", one(polygon("[[[0, 0], [1, 0], [0, 0]]]")),
                "has 3 positions, but needs four"},
        Refused{"flat_ring", one(polygon("[[[0, 0], [1, 0], [1, 0], [0, 0]]]")), "has no area"},
        Refused{"to_and_fro", one(polygon("[[[0, 0], [1, 0], [0, 0], [1, 0], [0, 0]]]")),
                "has no area"},
        Refused{"text_position", one(polygon(R"([[["0", "0"], [1, 0], [1, 1], ["0", "0"]]])")),
                "must be [longitude, latitude] in degrees [boundary-position]"},
        Refused{"lone_longitude", one(polygon("[[[0], [1, 0], [1, 1], [0]]]")),
                "must be [longitude, latitude] in degrees [boundary-position]"},
        Refused{"national_grid",
                one(polygon("[[[406000, 286000], [407000, 286000], [407000, 287000], "
                            "[406000, 286000]]]")),
                "[406000, 286000], a position of the boundary of Ward a, is no longitude and "
                "latitude in degrees; it looks like metres of the British National Grid "
                "(EPSG:27700) [boundary-position]"},
        Refused{"beyond_the_pole", one(polygon("[[[0, 91], [1, 0], [1, 1], [0, 91]]]")),
                "[0, 91], a position of the boundary of Ward a, is no longitude and latitude in "
                "degrees [boundary-position]"},
        Refused{"swapped", one(polygon("[[[52, -2], [53, -2], [53, -1], [52, -2]]]")),
                "latitude stands before longitude [boundary-extent]"},
        Refused{"antimeridian", one(polygon("[[[-179, 0], [179, 0], [179, 1], [-179, 0]]]")),
                "the boundaries reach more than half around the globe [boundary-extent]"},
        Refused{"twice", collection({feature("A", square(0)), feature("A", square(1))}),
                "Ward a has a boundary already, at content/wards/areas.geojson:1 [boundary-twice]"},
        Refused{
            "null_geometry",
            collection({feature("A", "null"), feature("B", square(1)), feature("C", square(2))}),
            "content/wards/a.md:1:1: warning: Ward a has no boundary, so the map lacks it "
            "[boundary-missing]"},
        Refused{"many_missing", one(square(0)), "Ward b and 1 more have no boundary"},
        Refused{"unknown_ward", collection({feature("A", square(0)), feature("BB", square(1))}),
                "no ward has the code BB, so its boundary is not on the map"},
        Refused{
            "unknown_wards",
            collection({feature("X", square(0)), feature("Y", square(1)), feature("Z", square(2))}),
            "no ward has the code X, nor those of 2 more features"}),
    [](const auto& info) { return info.param.name; });

TEST(Boundaries, a_file_with_thousands_of_mistakes_is_soon_given_up) {
  std::string features = feature("A", "{}");
  for (int i = 0; i < 3000; ++i) features += ",\n" + feature("A", "{}");
  WrittenSite written(
      wards_with(R"({"type": "FeatureCollection", "features": [)" + features + "]}"));
  (void)written.build();
  EXPECT_LT(written.problems().size(), 2500u);
}

}  // namespace
}  // namespace glasshouse::model
