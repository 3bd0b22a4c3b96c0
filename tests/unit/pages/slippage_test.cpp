// The slippage ledger, and the due dates of the sample's promises.
#include "pages/overview/slippage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace glasshouse::pages {
namespace {

using testing::ElementsAre;

Date day(std::string_view text) { return *parse_date_part(text); }

model::Move move(const model::Record& record, std::string_view on, std::string_view from,
                 std::string_view to, std::string_view reason = {}) {
  return {&record, day(on), day(from), day(to), day(to).days - day(from).days, reason};
}

class SlippageTest : public testing::Test {
 protected:
  SlippageTest() {
    clock.url = "promises/clock/";
    bench.url = "promises/bench/";
  }
  model::Record clock, bench;
};

TEST_F(SlippageTest, the_ledger_has_a_promise_once_with_its_moves_in_the_order_they_were_made) {
  // As the statistics have them: the longest first.
  const std::vector<model::Move> moves = {
      move(clock, "2019-06-01", "2019-07-01", "2019-12-31"),
      move(bench, "2019-02-01", "2019-03-01", "2019-04-30", "Frost"),
      move(clock, "2019-01-10", "2019-06-01", "2019-07-01", "No wind")};
  const std::vector<Slippage> ledger = slippage_ledger(moves);
  ASSERT_EQ(ledger.size(), 2u);
  EXPECT_EQ(ledger[0].record, &clock);
  EXPECT_THAT(ledger[0].moves, ElementsAre(&moves[2], &moves[0]));
  EXPECT_EQ(ledger[0].days(), 213);
  EXPECT_EQ(ledger[0].explained(), 1u);
  EXPECT_EQ(ledger[1].days(), 60);
}

TEST_F(SlippageTest, promises_that_moved_as_far_stand_by_their_address) {
  const std::vector<model::Move> moves = {move(clock, "2019-01-10", "2019-06-01", "2019-07-01"),
                                          move(bench, "2019-01-10", "2019-06-01", "2019-07-01")};
  EXPECT_EQ(slippage_ledger(moves)[0].record, &bench);
}

TEST_F(SlippageTest, a_date_that_was_brought_back_counts_by_where_it_ends) {
  const std::vector<model::Move> moves = {move(clock, "2019-01-10", "2019-06-01", "2019-08-01"),
                                          move(clock, "2019-02-10", "2019-08-01", "2019-05-02")};
  EXPECT_EQ(slippage_ledger(moves)[0].days(), -30);
}

TEST_F(SlippageTest, no_move_is_no_ledger) { EXPECT_TRUE(slippage_ledger({}).empty()); }

}  // namespace
}  // namespace glasshouse::pages
