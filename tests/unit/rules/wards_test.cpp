// What touches a ward, and how it compares with the others.
#include "rules/wards.h"

#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::IsEmpty;

struct Ranking {
  const char* name;
  std::vector<std::optional<double>> values;
  std::string ranks;  // "rank" or "rank=" where it is shared, by ward
  std::size_t wards;
  double median, highest;
};

std::string text_of(const WardRanks& ranks) {
  std::string text;
  for (const auto& ward : ranks.wards) {
    if (!text.empty()) text += ' ';
    text += !ward ? "-" : std::to_string(ward->rank) + std::string(ward->tied, '=');
  }
  return text;
}

TEST(WardsTest, wards_rank_from_the_highest_and_equal_ones_share_a_place) {
  const std::vector<Ranking> cases = {
      {"in order", {30, 20, 10}, "1 2 3", 3, 20, 30},
      {"an even number has its median between two", {1, 4, 2, 3}, "4 1 3 2", 4, 2.5, 4},
      {"two first", {5, 5, 1}, "1= 1= 3", 3, 5, 5},
      {"three last", {0, 7, 0, 0}, "2== 1 2== 2==", 4, 0, 7},
      {"all the same", {2, 2, 2}, "1== 1== 1==", 3, 2, 2},
      {"one does not say", {std::nullopt, 3, 9}, "- 2 1", 2, 6, 9},
      {"one ward", {4}, "1", 1, 4, 4},
      {"none says", {std::nullopt}, "-", 0, 0, 0},
      {"no ward", {}, "", 0, 0, 0},
  };
  for (const Ranking& each : cases) {
    SCOPED_TRACE(each.name);
    const WardRanks ranks = rank_wards(each.values);
    EXPECT_EQ(text_of(ranks), each.ranks);
    EXPECT_EQ(ranks.spread.wards, each.wards);
    EXPECT_EQ(ranks.spread.median, each.median);
    EXPECT_EQ(ranks.spread.highest, each.highest);
  }
}

TEST(WardsTest, the_year_begins_the_day_after_the_same_day_of_the_year_before) {
  EXPECT_EQ(iso_date(year_start(*parse_date("2018-06-30"))), "2017-07-01");
  EXPECT_EQ(iso_date(year_start(*parse_date("2017-02-28"))), "2016-02-29");
  EXPECT_EQ(iso_date(year_start(*parse_date("2016-02-29"))), "2015-03-01");
}

JudgedSite::Files three_wards() {
  return collection("wards", "ward",
                    R"([{"id": "a", "title": "A", "code": "E05000001", "seats": 2, "people": 100},
                        {"id": "b", "title": "B", "code": "E05000002", "seats": 3, "people": 100},
                        {"id": "c", "title": "C", "code": "E05000003", "seats": 0}])",
                    R"("fields": {"councillors": "seats", "population": "people"})",
                    {"seats", "people"});
}

TEST(WardsTest, a_ward_has_the_figures_that_the_site_can_tell) {
  const JudgedSite site(together(
      {three_wards(),
       collection("meetings", "meeting",
                  R"([{"id": "m1", "title": "M", "ward": "E05000001", "starts": "2017-06-30"},
                      {"id": "m2", "title": "M", "ward": "E05000001", "starts": "2017-07-01"},
                      {"id": "m3", "title": "M", "ward": "E05000001", "starts": "2018-06-29"},
                      {"id": "m4", "title": "M", "ward": "E05000001", "starts": "2018-06-30"},
                      {"id": "m5", "title": "M", "ward": "E05000002", "starts": "2018-02-01",
                       "status": "cancelled"}])",
                  "", {"starts", "status"}),
       collection("decisions", "decision",
                  R"([{"id": "d1", "title": "D", "wards": ["E05000001", "E05000002"]},
                      {"id": "d2", "title": "D", "wards": ["E05000001"]},
                      {"id": "d3", "title": "D", "wards": ["E05000001"],
                       "withdrawn": {"date": "2018-01-01", "reason": "Twice"}}])",
                  "", {"withdrawn"})}));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.derived("wards", "a"),
            R"({"population_per_councillor":50,"forums_held":2,"decisions":2,"against_city":{)"
            R"("population_per_councillor":{"median":41.5,"rank":1,"tied":0,"wards":2},)"
            R"("forums_held":{"median":0,"rank":1,"tied":0,"wards":3},)"
            R"("decisions":{"median":1,"rank":1,"tied":0,"wards":3}}})");
  // Nobody lives there, or nobody counted; no councillor is no divisor.
  EXPECT_EQ(site.derived("wards", "c"),
            R"({"forums_held":0,"decisions":0,"against_city":{)"
            R"("forums_held":{"median":0,"rank":2,"tied":1,"wards":3},)"
            R"("decisions":{"median":1,"rank":3,"tied":0,"wards":3}}})");
}

TEST(WardsTest, wards_alone_derive_only_what_they_say_themselves) {
  const JudgedSite site(three_wards());
  EXPECT_EQ(site.derived("wards", "c"), "");
  EXPECT_EQ(site.derived("wards", "b"),
            R"({"population_per_councillor":33,"against_city":{"population_per_councillor":)"
            R"({"median":41.5,"rank":2,"tied":0,"wards":2}}})");
}

}  // namespace
}  // namespace glasshouse::rules
