// Commitments of a written site, and the figures of them. Where the rules come from:
// rules/promise_standing.h.
#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A promise that keeps every rule, with these fields added.
std::string promise(const std::string& fields, const std::string& id = "p") {
  return R"({"id": ")" + id +
         R"(", "title": "A promise", "text": "Publish 69 ward plans.", "owner": "Leader", "measure": "69 plans",)"
         R"( "made_on": "2017-06-30")" +
         (fields.empty() ? "" : ", " + fields) + "}";
}
JudgedSite::Files promises(const std::string& records) {
  return collection("commitments", "commitment", "[" + records + "]");
}
constexpr auto kDue = R"("due_original": "2018-12-31", "due_current": "2018-12-31")";

TEST(PromisesTest, each_rule_that_is_not_kept_is_found) {
  const struct {
    const char* rule;
    std::string fields;
    std::vector<std::string> messages;
  } cases[] = {
      {"promise-on-time",
       R"("status": "on-track", "due_original": "2018-06-29")",
       {"promise-overdue"}},
      {"promise-on-time", R"("status": "on-track", "due_original": "2018-06-30")", {}},
      {"promise-on-time", R"("due_original": "2018-06-29")", {}},
      {"promise-on-time", R"("status": "done", "due_original": "2018-06-29")", {}},
      {"promise-as-declared",
       R"("status": "on-track", "due_original": "2018-06-29")",
       {"on-track-but-overdue"}},
      {"promise-as-declared", R"("status": "at-risk", "due_original": "2018-06-29")", {}},
      {"promise-kept-to-date",
       R"("due_original": "2018-03-31", "due_current": "2018-12-31")",
       {"promise-slipped"}},
      {"promise-kept-to-date", R"("due_original": "2018-12-31", "due_current": "2018-03-31")", {}},
      {"promise-change-explained",
       R"("due_original": "2018-03-31", "due_current": "2018-12-31")",
       {"move-without-reason"}},
      {"promise-change-explained",
       R"("due_original": "2018-03-31", "due_current": "2018-12-31", "due_history": [{"date": "2018-01-01", "due": "2018-12-31"}])",
       {"move-without-reason"}},
      {"promise-change-explained",
       R"("due_original": "2018-03-31", "due_current": "2018-12-31", "due_history": [{"date": "2018-01-01", "due": "2018-12-31", "reason": "Snow."}])",
       {}},
      {"promise-change-explained",
       R"("due_original": "2018-03-31", "due_current": "2018-12-31", "source": {"document": "report"})",
       {}},
      {"promise-reviewed",
       std::string(R"("status": "on-track", "last_reviewed": "2017-12-31", )") + kDue,
       {"promise-stale"}},
      {"promise-reviewed",
       std::string(R"("status": "on-track", "last_reviewed": "2018-01-01", )") + kDue,
       {}},
      {"promise-reviewed",
       std::string(
           R"("status": "on-track", "last_reviewed": "2018-03-01", "next_review": "2018-06-01", )") +
           kDue,
       {"review-missed"}},
      {"promise-reviewed", std::string(R"("last_reviewed": "2017-07-01", )") + kDue, {}},
      {"promise-evidence", std::string(R"("status": "done", )") + kDue, {"done-without-evidence"}},
      {"promise-evidence",
       std::string(R"("status": "done", "evidence": [], )") + kDue,
       {"done-without-evidence"}},
      {"promise-evidence",
       std::string(R"("status": "done", "evidence": [{"date": "2018-01-01", "note": "Seen."}], )") +
           kDue,
       {}},
      {"promise-checkable", kDue, {}},
      {"promise-checkable", "", {"no-date"}},
  };
  for (const auto& each : cases) {
    const JudgedSite site(promises(promise(each.fields)));
    EXPECT_THAT(site.problems(), IsEmpty()) << each.fields;
    EXPECT_EQ(site.findings(each.rule, "p"), each.messages) << each.rule << " " << each.fields;
  }
}

TEST(PromisesTest, a_promise_that_cannot_be_checked_says_what_it_lacks) {
  const JudgedSite site(promises(
      R"({"id": "p", "title": "P", "text": "We aim to explore it.", "made_on": "2017-06-30"})"));
  EXPECT_THAT(site.findings("promise-checkable", "p"),
              ElementsAre("no-owner", "no-date", "no-measure", "vague-words"));
  EXPECT_EQ(site.ruling("promise-checkable").not_kept, 1U);
  EXPECT_EQ(site.derived("commitments", "p", "missing"), R"(["owner","date","measure"])");
  EXPECT_EQ(site.derived("commitments", "p", "vague_words"), R"(["aim to","explore"])");
  EXPECT_EQ(sentence(site.ruling("promise-checkable").findings[3]),
            "says \"aim to\", \"explore\", which cannot be checked");
}

TEST(PromisesTest, what_cannot_be_true_is_an_error) {
  const struct {
    const char *fields, *id;
  } cases[] = {
      {R"("due_current": "2017-06-29")", "dates-out-of-order"},
      {R"("due_original": "2017-06-29")", "dates-out-of-order"},
      {R"("last_reviewed": "2017-06-29")", "dates-out-of-order"},
      {R"("percent": 101)", "percent-out-of-range"},
      {R"("percent": -1)", "percent-out-of-range"},
      {R"("percent": 99, "status": "done")", "percent-disagrees"},
      {R"("percent": 1, "status": "not-started")", "percent-disagrees"},
      {R"("due_original": "2018-03-31", "due_current": "2018-12-31", "due_history": [{"due": "2018-11-30"}])",
       "due-history-disagrees"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(JudgedSite(promises(promise(each.fields))).problem_ids(), ElementsAre(each.id))
        << each.fields;
  }
  for (const char* good :
       {R"("percent": 100, "status": "done")", R"("percent": 0, "status": "not-started")",
        R"("percent": 100, "status": "on-track")", R"("due_current": "2017-06-30")"}) {
    EXPECT_THAT(JudgedSite(promises(promise(good))).problems(), IsEmpty()) << good;
  }
}

TEST(PromisesTest, moves_are_kept_in_a_ledger_the_longest_first) {
  const JudgedSite site(promises(
      promise(R"("due_original": "2017-12-31", "due_current": "2018-12-31", "due_history": [
        {"date": "2017-10-01", "due": "2018-03-31", "reason": "Snow."}, {"date": "2018-02-01", "due": "2018-12-31", "reason": "Ice."}])") +
      "," + promise(R"("due_original": "2018-12-31", "due_current": "2018-12-01")", "q")));
  const auto& moves = site.site().statistics.promises.moves;
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves[0].days, 275);
  EXPECT_EQ(moves[0].reason, "Ice.");
  EXPECT_EQ(moves[1].days, 90);
  EXPECT_EQ(site.derived("commitments", "p", "slipped_times"), "2");
  EXPECT_EQ(site.derived("commitments", "p", "slipped_days"), "365");
}

// A council with other names, and its own priorities and wards.
TEST(PromisesTest, promises_roll_up_to_priority_directorate_and_ward) {
  const JudgedSite site(together(
      {collection(
           "wards", "ward",
           R"([{"id": "a", "title": "A", "code": "E05000001"}, {"id": "b", "title": "B", "code": "E05000002"}])"),
       collection("priorities", "priority",
                  R"([{"id": "homes", "title": "Homes"}, {"id": "jobs", "title": "Jobs"}])"),
       collection(
           "pledges", "commitment",
           R"([{"id": "x", "title": "X", "priority": "homes", "team": "place", "state": "done", "proof": [{"note": "y"}], "wards": ["E05000002"], "by": "2018-01-01"},
                      {"id": "y", "title": "Y", "priority": "homes", "team": "place", "state": "on-track", "by": "2018-01-01"},
                      {"id": "z", "title": "Z", "priority": "homes", "team": "people"}])",
           R"("fields": {"directorate": "team", "status": "state", "evidence": "proof", "due_original": "by"})",
           {"team", "state", "proof", "by"})}));
  EXPECT_THAT(site.problems(), IsEmpty());
  const auto& figures = site.site().statistics.promises;
  EXPECT_EQ(figures.all.made, 3U);
  EXPECT_EQ(figures.all.kept(), 1U);
  EXPECT_EQ(figures.all.of(model::Standing::late), 1U);
  EXPECT_EQ(figures.all.of(model::Standing::not_in_the_source), 1U);
  EXPECT_EQ(figures.all.disputed, 1U);
  ASSERT_EQ(figures.directorates.size(), 2U);
  EXPECT_EQ(figures.directorates[0].key, "people");
  EXPECT_EQ(figures.directorates[1].made, 2U);
  ASSERT_EQ(figures.priorities.size(), 1U);
  EXPECT_EQ(figures.priorities[0].record->id, "homes");
  EXPECT_EQ(figures.priorities[0].made, 3U);
  ASSERT_EQ(figures.wards.size(), 1U);
  EXPECT_EQ(figures.wards[0].record->id, "b");
  ASSERT_EQ(site.site().statistics.wards.size(), 2U);
  ASSERT_EQ(site.site().statistics.wards[1].touching.size(), 1U);
  EXPECT_EQ(site.site().statistics.wards[1].touching[0].second, 1U);
}

}  // namespace
}  // namespace glasshouse::rules
