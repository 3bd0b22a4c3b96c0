// Savings: rows against the totals that a report prints. The figures of the sample are those of the
// progress report of June 2017, table 2.20.
#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string row(const std::string& id, const std::string& fields) {
  return R"({"id": ")" + id +
         R"(", "title": "A saving", "year": "2017-18", "snapshot": "2017-06", )" + fields + "}";
}

TEST(SavingsTest, the_sample_reconciles_with_the_report_to_the_last_pound) {
  const JudgedSite sample;
  const model::SavingsSnapshot* june = nullptr;
  for (const auto& each : sample.site().statistics.savings) {
    if (each.year == "2017-18" && each.snapshot == "2017-06") june = &each;
  }
  ASSERT_TRUE(june);
  EXPECT_EQ(june->sum,
            (model::Savings{7'089'500'000, 5'651'700'000, 424'500'000, 310'100'000, 703'200'000}));
  ASSERT_TRUE(june->printed_total);
  EXPECT_TRUE(june->printed_total->derived["reconciles"].is_true());
  EXPECT_EQ(june->directorates.size(), 6U);
  EXPECT_EQ(june->directorates[0].directorate, "cross-cutting");
}

TEST(SavingsTest, a_total_that_its_rows_do_not_make_is_an_error_at_its_field) {
  const JudgedSite site(collection(
      "savings", "saving",
      "[" +
          row("a",
              R"("directorate": "place", "target": 100, "on_track": 60, "at_risk": 40, "delayed": 0, "undeliverable": 0)") +
          ",\n" +
          row("b",
              R"("directorate": "people", "target": 50, "on_track": 50, "at_risk": 0, "delayed": 0, "undeliverable": 0)") +
          ",\n" +
          row("t",
              R"("printed_total": true, "target": 151, "on_track": 110, "at_risk": 41, "delayed": 0, "undeliverable": 0)") +
          "]"));
  EXPECT_THAT(site.problems(),
              ElementsAre("content/savings/records.json:3 savings-do-not-reconcile: the rows of "
                          "2017-06 for 2017-18 "
                          "come to £150, and the printed total of target is £151: -£1 apart",
                          "content/savings/records.json:3 savings-do-not-reconcile: the rows of "
                          "2017-06 for 2017-18 "
                          "come to £40, and the printed total of at_risk is £41: -£1 apart"));
  EXPECT_EQ(site.derived("savings", "t", "reconciles"), "false");
}

TEST(SavingsTest, the_parts_of_a_row_make_its_target) {
  const JudgedSite site(collection(
      "savings", "saving",
      "[" +
          row("a",
              R"("target": 15236000, "on_track": 12536000, "at_risk": 0, "delayed": 2000000, "undeliverable": 700001)") +
          "," + row("b", R"("target": 100, "on_track": 60)") + "," + row("c", R"("target": 100)") +
          "]"));
  EXPECT_THAT(
      site.problems(),
      ElementsAre(
          "content/savings/records.json:1 saving-does-not-add-up: the parts come to £15,236,001, "
          "and target is £15,236,000: £1 apart"));
  EXPECT_EQ(site.derived("savings", "b"), R"({"accounted_for":60,"on_track_per_cent":60})");
  // What is not said is not nought.
  EXPECT_EQ(site.derived("savings", "c"), "{}");
}

TEST(SavingsTest, movement_is_from_one_snapshot_of_a_year_to_the_next) {
  const JudgedSite site(collection(
      "savings", "saving",
      R"([{"id": "a", "title": "A", "year": "2017-18", "snapshot": "2017-09", "target": 100.50, "on_track": 70.50, "directorate": "x"},
          {"id": "b", "title": "B", "year": "2017-18", "snapshot": "2017-06", "target": 100.25, "on_track": 90, "directorate": "x"},
          {"id": "c", "title": "C", "year": "2018-19", "snapshot": "2018-06", "target": 10, "on_track": 10, "directorate": "x"}])"));
  EXPECT_THAT(site.problems(), IsEmpty());
  const auto& all = site.site().statistics.savings;
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].snapshot, "2017-06");
  EXPECT_FALSE(all[0].movement);
  EXPECT_EQ(all[1].movement->target, 25);
  EXPECT_EQ(all[1].movement->on_track, -1950);
  EXPECT_FALSE(all[2].movement);
}

}  // namespace
}  // namespace glasshouse::rules
