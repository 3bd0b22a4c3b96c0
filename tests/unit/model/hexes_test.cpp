#include "model/geography/hexes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "content/parse.h"
#include "unit/model/written_site.h"

namespace glasshouse::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string ward_at(const std::string& q, const std::string& r) {
  return fmt::format("---\ntitle: A ward\nq: {}\nr: {}\n---\n", q, r);
}

WrittenSite::Files with_wards(const WrittenSite::Files& wards) {
  WrittenSite::Files files = {
      {"wards/collection.json", definition(R"("kind": "ward", "sort": {"field": "id"})")},
      {"wards/schema.json", schema(R"("q": {"type": "number"}, "r": {"type": "number"})")}};
  for (const auto& [id, text] : wards) files["wards/" + id + ".md"] = text;
  return files;
}

std::vector<std::string_view> neighbour_ids(const Site& site, std::string_view ward) {
  std::vector<std::string_view> ids;
  for (const Record* each : site.neighbours(*site.find("wards", ward))) ids.push_back(each->id);
  return ids;
}

// Names are the row, from the north, and the place in it. Odd rows stand half a hexagon east:
//    n-0 n-1 n-2      r 1
//   m-0 m-1 m-2       r 0
//    s-0 s-1 s-2      r -1
WrittenSite::Files three_rows() {
  WrittenSite::Files wards;
  for (const auto& [row, r] : {std::pair("n", "1"), std::pair("m", "0"), std::pair("s", "-1")}) {
    for (const std::string q : {"0", "1", "2"}) {
      wards[std::string(row) + "-" + q] = ward_at(q, r);
    }
  }
  return with_wards(wards);
}

TEST(Hexes, neighbours_share_a_side_and_are_sorted_as_the_wards) {
  WrittenSite written(three_rows());
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(neighbour_ids(*site, "m-1"), ElementsAre("m-0", "m-2", "n-0", "n-1", "s-0", "s-1"));
  EXPECT_THAT(neighbour_ids(*site, "n-1"), ElementsAre("m-1", "m-2", "n-0", "n-2"));
  EXPECT_THAT(neighbour_ids(*site, "s-1"), ElementsAre("m-1", "m-2", "s-0", "s-2"));
  EXPECT_THAT(neighbour_ids(*site, "m-0"), ElementsAre("m-1", "n-0", "s-0"));
  EXPECT_THAT(neighbour_ids(*site, "n-2"), ElementsAre("m-2", "n-1"));
}

TEST(Hexes, neighbours_are_mutual) {
  WrittenSite written(three_rows());
  const auto site = written.build();
  for (const Record& ward : site->collection("wards")->records) {
    for (const Record* beside : site->neighbours(ward)) {
      EXPECT_THAT(site->neighbours(*beside), testing::Contains(&ward)) << ward.id;
    }
  }
}

TEST(Hexes, a_ward_without_a_place_has_no_neighbours) {
  WrittenSite written(with_wards({{"a", ward_at("0", "0")},
                                  {"b", "---\ntitle: No place\n---\n"},
                                  {"c", ward_at("0.5", "0")},
                                  {"d", ward_at("1e12", "0")},
                                  {"e", ward_at("1", "0")}}));
  const auto site = written.build();
  EXPECT_THAT(neighbour_ids(*site, "a"), ElementsAre("e"));
  for (const std::string_view id : {"b", "c", "d"}) {
    EXPECT_THAT(neighbour_ids(*site, id), IsEmpty()) << id;
  }
}

TEST(Hexes, a_withdrawn_ward_is_nobodys_neighbour) {
  WrittenSite written(with_wards(
      {{"a", ward_at("0", "0")},
       {"b", "---\ntitle: Gone\nq: 1\nr: 0\nwithdrawn:\n  date: 2018-01-01\n  reason: x\n---\n"}}));
  const auto site = written.build();
  EXPECT_THAT(neighbour_ids(*site, "a"), IsEmpty());
}

TEST(Hexes, two_wards_in_one_place_are_said_and_the_first_keeps_it) {
  WrittenSite written(
      with_wards({{"a", ward_at("0", "0")}, {"b", ward_at("0", "0")}, {"c", ward_at("1", "0")}}));
  const auto site = written.build();
  EXPECT_THAT(written.problems(),
              HasSubstr("content/wards/b.md:3:4: warning: A ward and A ward both stand at q 0, "
                        "r 0, so the map shows one of them alone [hex-taken]"));
  EXPECT_THAT(neighbour_ids(*site, "c"), ElementsAre("a"));
  EXPECT_THAT(neighbour_ids(*site, "b"), IsEmpty());
}

// The wards of Leeds as HexJSON, where the file is at hand.
TEST(Hexes, the_wards_of_a_city_hang_together) {
  const std::filesystem::path file =
      GLASSHOUSE_SOURCE "/../shared/data/wards/wards-leeds-2018.hexjson";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here";
  const std::string text = read_file(file).value();
  Arena arena;
  Diagnostics diagnostics;
  const auto hexjson = content::parse_json(text, {"leeds"}, arena, 64, diagnostics);
  WrittenSite::Files wards;
  for (const auto& [code, hex] : (*hexjson)["hexes"].as_map()) {
    wards[slug(code.as_string())] =
        ward_at(number_text(hex["q"].as_number()), number_text(hex["r"].as_number()));
  }
  WrittenSite written(with_wards(wards));
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  // From any ward every other is reached by neighbours alone.
  std::vector<const Record*> reached = {&site->collection("wards")->records.front()};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const Record* beside : site->neighbours(*reached[i])) {
      if (std::find(reached.begin(), reached.end(), beside) == reached.end()) {
        reached.push_back(beside);
      }
    }
  }
  EXPECT_EQ(reached.size(), wards.size());
}

}  // namespace
}  // namespace glasshouse::model
