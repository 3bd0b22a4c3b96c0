// The criticisms of the Improvement Panel of March 2015, as rules: see promise_standing.h.
#include "rules/promise_standing.h"

#include <gmock/gmock.h>

#include "rules/vague_words.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PromiseStandingTest, a_promise_stands_as_its_dates_show) {
  struct Row {
    const char *why, *declared, *original, *current, *reviewed, *next;
    bool evidence;
    const char* standing;
    bool past_due, overdue, stale, unevidenced, disputed;
    int slipped_days;
  };
  // clang-format off
  const Row cases[] = {
      {"on track", "on-track", "2018-12-31", "2018-12-31", "2018-06-01", "", false, "on-track", false, false, false, false, false, 0},
      {"due on the day itself", "on-track", "2018-06-30", "2018-06-30", "2018-06-01", "", false, "on-track", false, false, false, false, false, 0},
      {"due the day before", "on-track", "2018-06-29", "2018-06-29", "2018-06-01", "", false, "late", true, true, false, false, true, 0},
      {"at risk", "at-risk", "2018-12-31", "2018-12-31", "2018-06-01", "", false, "at-risk", false, false, false, false, false, 0},
      {"at risk and overdue", "at-risk", "2018-05-31", "2018-05-31", "2018-06-01", "", false, "late", true, true, false, false, false, 0},
      {"not started", "not-started", "2018-12-31", "2018-12-31", "2018-06-01", "", false, "not-started", false, false, false, false, false, 0},
      {"not started and overdue", "not-started", "2018-01-31", "2018-01-31", "2018-06-01", "", false, "late", true, true, false, false, false, 0},
      {"delayed", "delayed", "2018-12-31", "2018-12-31", "2018-06-01", "", false, "slipped", false, false, false, false, false, 0},
      {"delayed, no date", "delayed", "", "", "2018-06-01", "", false, "slipped", false, false, false, false, false, 0},
      {"slipped though on track", "on-track", "2018-03-31", "2018-12-31", "2018-06-01", "", false, "slipped", false, false, false, false, false, 275},
      {"slipped a day", "on-track", "2018-12-30", "2018-12-31", "2018-06-01", "", false, "slipped", false, false, false, false, false, 1},
      {"brought forward", "on-track", "2018-12-31", "2018-12-01", "2018-06-01", "", false, "on-track", false, false, false, false, false, -30},
      {"done", "done", "2018-03-31", "2018-03-31", "", "", true, "done", false, false, false, false, false, 0},
      {"done without evidence", "done", "2018-03-31", "2018-03-31", "", "", false, "done", false, false, false, true, false, 0},
      {"dropped", "dropped", "2017-03-31", "2017-03-31", "2015-01-01", "", false, "dropped", false, false, false, false, false, 0},
      {"nothing declared", "", "2018-12-31", "2018-12-31", "", "", false, "not-in-the-source", false, false, false, false, false, 0},
      {"nothing declared, past its date", "", "2017-12-31", "2017-12-31", "2017-06-30", "", false, "not-in-the-source", true, false, false, false, false, 0},
      {"reviewed 180 days ago", "on-track", "2018-12-31", "2018-12-31", "2018-01-01", "", false, "on-track", false, false, false, false, false, 0},
      {"reviewed 181 days ago", "on-track", "2018-12-31", "2018-12-31", "2017-12-31", "", false, "on-track", false, false, true, false, false, 0},
      {"review due today", "on-track", "2018-12-31", "2018-12-31", "2018-06-01", "2018-06-30", false, "on-track", false, false, false, false, false, 0},
      {"review missed", "on-track", "2018-12-31", "2018-12-31", "2018-05-01", "2018-06-01", false, "on-track", false, false, true, false, false, 0},
      {"the next review is far off, by its own record", "on-track", "2019-12-31", "2019-12-31", "2017-06-01", "2018-09-01", false, "on-track", false, false, false, false, false, 0},
      {"never reviewed", "on-track", "2018-12-31", "2018-12-31", "", "", false, "on-track", false, false, false, false, false, 0},
      {"done is not stale", "done", "2016-12-31", "2016-12-31", "2015-01-01", "", true, "done", false, false, false, false, false, 0},
      {"no date at all", "on-track", "", "", "2018-06-01", "", false, "on-track", false, false, false, false, false, 0},
  };
  // clang-format on
  for (const auto& each : cases) {
    PromiseFacts facts;
    facts.status = declared(each.declared);
    facts.due_original = parse_date(each.original);
    facts.due_current = parse_date(each.current);
    facts.last_reviewed = parse_date(each.reviewed);
    facts.next_review = parse_date(each.next);
    facts.has_evidence = each.evidence;
    const PromiseStanding stands = stand(facts, *parse_date("2018-06-30"), 180);
    EXPECT_EQ(model::name_of(stands.standing), each.standing) << each.why;
    EXPECT_EQ(stands.past_due, each.past_due) << each.why;
    EXPECT_EQ(stands.overdue, each.overdue) << each.why;
    EXPECT_EQ(stands.stale, each.stale) << each.why;
    EXPECT_EQ(stands.unevidenced, each.unevidenced) << each.why;
    EXPECT_EQ(stands.disputed, each.disputed) << each.why;
    EXPECT_EQ(stands.slipped_days, each.slipped_days) << each.why;
  }
}

// 89 days before 30 June 2018 is 2 April.
TEST(PromiseStandingTest, the_council_sets_how_often_a_promise_is_reviewed) {
  PromiseFacts facts;
  facts.status = Declared::on_track;
  facts.last_reviewed = parse_date("2018-04-02");
  const Date today = *parse_date("2018-06-30");
  EXPECT_FALSE(stand(facts, today, 180).stale);
  EXPECT_FALSE(stand(facts, today, 89).stale);
  EXPECT_TRUE(stand(facts, today, 88).stale);
  facts.next_review = parse_date("2018-07-01");  // a day that its record names comes first
  EXPECT_FALSE(stand(facts, today, 1).stale);
}

TEST(PromiseStandingTest, words_that_cannot_be_checked_are_found_whole) {
  EXPECT_THAT(vague_words("We will work towards a plan and consider options."),
              ElementsAre("work towards", "consider"));
  EXPECT_THAT(vague_words("Explore, EXPLORE and explore again"), ElementsAre("explore"));
  EXPECT_THAT(vague_words("Seek to improve where possible"),
              ElementsAre("seek to", "where possible"));
  EXPECT_THAT(vague_words("supported, considerable, explorers, promoted"), IsEmpty());
  EXPECT_THAT(vague_words("Publish 69 ward plans by 31 March 2019."), IsEmpty());
  EXPECT_THAT(vague_words(""), IsEmpty());
  EXPECT_THAT(vague_words("look at"), ElementsAre("look at"));
  EXPECT_THAT(vague_words("look after children"), IsEmpty());
}

}  // namespace
}  // namespace glasshouse::rules
