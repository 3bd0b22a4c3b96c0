// Snapshots of savings, and how the forecast moved between them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/overview/money_figures.h"

namespace glasshouse::pages {
namespace {

using testing::ElementsAre;

std::vector<model::SavingsSnapshot> snapshots() {
  std::vector<model::SavingsSnapshot> made(5);
  const char* years[] = {"2016-17", "2017-18", "2017-18", "2017-18", "2017-18"};
  const char* months[] = {"2016-01", "2016-01", "2016-06", "2017-01", "2017-06"};
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].year = years[i];
    made[i].snapshot = months[i];
  }
  return made;
}

TEST(MoneyFiguresTest, a_snapshot_follows_one_of_its_own_year_alone) {
  const auto all = snapshots();
  EXPECT_EQ(snapshot_before(all, 0), nullptr);
  EXPECT_EQ(snapshot_before(all, 1), nullptr);
  EXPECT_EQ(snapshot_before(all, 2), &all[1]);
}

TEST(MoneyFiguresTest, the_last_snapshots_of_a_year_are_drawn_in_order) {
  const auto all = snapshots();
  EXPECT_THAT(snapshots_of_year(all, 4, 12), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(snapshots_of_year(all, 4, 3), ElementsAre(2, 3, 4));
  EXPECT_THAT(snapshots_of_year(all, 0, 3), ElementsAre(0));
}

TEST(MoneyFiguresTest, what_no_row_states_is_not_nought) {
  const auto all = snapshots();
  EXPECT_THAT(stated_parts(all[0]), testing::Each(false));
  EXPECT_EQ(shown_snapshot(all), 4u);  // none states what was on track: the last
  EXPECT_EQ(on_track_share({}), std::nullopt);
  EXPECT_EQ(on_track_share({.target = 200, .on_track = 150}), 75.0);
}

}  // namespace
}  // namespace glasshouse::pages
