// What the rules say of a whole site: levels, figures, what falls due, and how a value is
// explained.
#include <gmock/gmock.h>

#include "rules/datasets.h"
#include "rules/explain.h"
#include "rules/months.h"
#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

JudgedSite::Files late_request() {
  return collection(
      "foi", "foi",
      R"([{"id": "a", "title": "A", "received": "2018-04-16", "responded": "2018-05-17",
                         "outcome": "granted-in-full", "directorate": "place"}])");
}

TEST(SiteRulesTest, settings_raise_a_rule_or_switch_it_off) {
  const char* kFound =
      "content/foi/records.json:1 foi-deadline: answered on 2018-05-17, 2 working "
      "days after the deadline of 2018-05-15";
  const JudgedSite published(late_request());
  EXPECT_EQ(published.ruling("foi-deadline").level, model::Level::published);
  EXPECT_THAT(published.problems(), IsEmpty());
  const JudgedSite warning(late_request(), "2018-06-30", R"({"foi-deadline": "warning"})");
  EXPECT_THAT(warning.problems(), ElementsAre(kFound));
  const JudgedSite error(late_request(), "2018-06-30", R"({"foi-deadline": "error"})");
  EXPECT_THAT(error.problems(), ElementsAre(kFound));
  EXPECT_EQ(error.ruling("foi-deadline").not_kept, 1U);
  const JudgedSite off(late_request(), "2018-06-30", R"({"foi-deadline": "off"})");
  EXPECT_THAT(off.ruling("foi-deadline").findings, IsEmpty());
  EXPECT_EQ(off.derived("foi", "a", "timeliness"), "late");
}

TEST(SiteRulesTest, a_rule_that_does_not_exist_is_said_with_the_nearest) {
  const JudgedSite site(late_request(), "2018-06-30", R"({"foi-dedline": "warning"})");
  EXPECT_THAT(site.problem_ids(), ElementsAre("unknown-rule"));
}

TEST(SiteRulesTest, every_rule_and_message_is_whole) {
  const JudgedSite site(late_request());
  EXPECT_EQ(site.site().rulings.rules.size(), kRules);
  for (const Entry& entry : catalogue()) {
    EXPECT_FALSE(entry.title.empty() || entry.asks.empty() || entry.law.empty()) << entry.id;
    EXPECT_TRUE(entry.asks.ends_with('.')) << entry.id;
    EXPECT_TRUE(entry.law_url.starts_with("https://")) << entry.id;
    EXPECT_EQ(id_of(entry.rule), entry.id);
  }
  for (const Wording& wording : wordings()) EXPECT_FALSE(wording.pattern.ends_with('.'));
}

TEST(SiteRulesTest, requests_are_counted_by_quarter_and_directorate) {
  const JudgedSite site(collection("foi", "foi", R"([
    {"id": "a", "title": "A", "received": "2017-12-31", "responded": "2018-01-03", "outcome": "granted-in-full", "directorate": "place"},
    {"id": "b", "title": "B", "received": "2018-01-01", "responded": "2018-03-29", "outcome": "granted-in-part", "exemptions": ["FOIA s.40"], "directorate": "place"},
    {"id": "c", "title": "C", "received": "2018-06-11", "outcome": "open", "directorate": "people"},
    {"id": "d", "title": "D", "received": "2018-05-01", "outcome": "open", "directorate": "people"},
    {"id": "e", "title": "E", "received": "2018-05-02", "outcome": "lapsed"},
    {"id": "f", "title": "F", "received": "2018-04-16", "responded": "2018-05-10", "outcome": "granted-in-full", "datasets": ["x"]}])"));
  EXPECT_THAT(site.problems(), IsEmpty());
  const auto& foi = site.site().statistics.foi;
  EXPECT_EQ(foi.all.received, 6U);
  EXPECT_EQ(foi.all.answered, 3U);
  EXPECT_EQ(foi.all.in_time, 2U);
  EXPECT_EQ(foi.all.late, 1U);
  EXPECT_EQ(foi.all.overdue, 1U);
  EXPECT_EQ(foi.all.open, 1U);
  EXPECT_EQ(foi.all.lapsed, 1U);
  EXPECT_EQ(foi.all.should_be_dataset, 1U);
  EXPECT_EQ(foi.all.in_time_per_cent(), 50.0);
  EXPECT_EQ(foi.all.median_days, 17);
  ASSERT_EQ(foi.quarters.size(), 3U);
  EXPECT_EQ(foi.quarters[0].key, "2017-Q4");
  EXPECT_EQ(foi.quarters[1].key, "2018-Q1");
  EXPECT_EQ(foi.quarters[2].received, 4U);
  ASSERT_EQ(foi.directorates.size(), 2U);
  EXPECT_EQ(foi.directorates[0].key, "people");
  ASSERT_EQ(foi.all.outcomes.size(), 4U);
  EXPECT_EQ(foi.all.outcomes[0].value, "granted-in-full");
  EXPECT_EQ(foi.all.exemptions[0].value, "FOIA s.40");
  ASSERT_EQ(foi.overdue.size(), 1U);
  EXPECT_EQ(foi.overdue[0]->id, "d");
  const auto& due = site.site().statistics.falling_due;
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(iso_date(due[0].date), "2018-07-09");
  EXPECT_EQ(due[0].what, "foi-answer");
}

TEST(SiteRulesTest, private_decisions_are_counted_by_paragraph_and_year) {
  const JudgedSite site(collection("decisions", "decision", R"([
    {"id": "a", "title": "A", "decided": "2017-05-01", "private": true, "exempt_paragraphs": ["3", "5"]},
    {"id": "b", "title": "B", "decided": "2018-05-01", "private": true, "exempt_paragraphs": ["3"], "urgency": "special-urgency"},
    {"id": "c", "title": "C", "decided": "2018-05-02", "private": false, "key_decision": false},
    {"id": "d", "title": "D", "decided_period": "2018-03"}, {"id": "e", "title": "E"}])"));
  const auto& all = site.site().statistics.decisions;
  EXPECT_EQ(all.all.decisions, 5U);
  EXPECT_EQ(all.all.stated, 3U);
  EXPECT_EQ(all.all.in_private, 2U);
  EXPECT_EQ(all.all.special_urgency, 1U);
  EXPECT_EQ(all.all.paragraphs[0].value, "3");
  EXPECT_EQ(all.all.paragraphs[0].count, 2U);
  ASSERT_EQ(all.years.size(), 2U);
  EXPECT_EQ(all.years[1].key, "2018");
  EXPECT_EQ(all.years[1].decisions, 3U);
  EXPECT_EQ(all.years[1].private_per_cent(), 50.0);
}

TEST(SiteRulesTest, agendas_and_forums_are_counted) {
  const JudgedSite site(together(
      {collection(
           "wards", "ward",
           R"([{"id": "a", "title": "A", "code": "E05000001"}, {"id": "b", "title": "B", "code": "E05000002"}])"),
       collection("meetings", "meeting", R"([
    {"id": "m1", "title": "M", "body": "cabinet", "starts": "2018-02-13T10:00:00Z", "agenda_published": "2018-02-05", "status": "held"},
    {"id": "m2", "title": "M", "body": "cabinet", "starts": "2018-02-13T10:00:00Z", "agenda_published": "2018-02-06", "status": "held"},
    {"id": "m3", "title": "M", "body": "ward-forum", "ward": "E05000001", "starts": "2018-02-13T10:00:00Z", "agenda_published": "2018-02-12", "status": "held"},
    {"id": "m4", "title": "M", "body": "ward-forum", "ward": "E05000001", "starts": "2018-09-13T10:00:00Z", "status": "scheduled"},
    {"id": "m5", "title": "M", "body": "ward-forum", "ward": "E05000001", "starts": "2018-07-13T10:00:00Z", "status": "scheduled"},
    {"id": "m6", "title": "M", "body": "ward-forum", "ward": "E05000001", "starts": "2018-05-13T10:00:00Z", "status": "cancelled"},
    {"id": "m7", "title": "M", "body": "council", "day": "2018-07-10"},
    {"id": "m8", "title": "M", "body": "council", "day": "2018-05-10"},
    {"id": "m9", "title": "M", "body": "council", "period": "2018-05"}])")}));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.ruling("agenda-notice").kept, 1U);
  EXPECT_THAT(site.findings("agenda-notice", "m2"), ElementsAre("agenda-too-late"));
  EXPECT_EQ(site.ruling("agenda-notice").not_kept, 1U);
  EXPECT_EQ(site.ruling("agenda-notice").not_in_source, 1U);
  EXPECT_EQ(site.derived("meetings", "m3", "agenda_clear_days"), "0");
  EXPECT_EQ(site.derived("meetings", "m7", "agenda_by"), "2018-07-02");
  const auto& forums = site.site().statistics.forums;
  ASSERT_EQ(forums.size(), 1U);
  EXPECT_EQ(forums[0].held, 1U);
  EXPECT_EQ(forums[0].to_come, 2U);
  EXPECT_EQ(forums[0].called_off, 1U);
  EXPECT_EQ(site.site().statistics.wards[0].next_forum->id, "m5");
}

TEST(SiteRulesTest, recommendations_stand_by_the_promises_that_answer_them) {
  const JudgedSite site(together(
      {collection(
           "commitments", "commitment",
           R"([{"id": "p", "title": "P", "status": "done", "evidence": [{"note": "x"}]}, {"id": "q", "title": "Q", "status": "on-track"}, {"id": "u", "title": "U", "related": ["recommendations/r5"]},
             {"id": "l", "title": "L", "status": "on-track", "due_original": "2018-01-31"}, {"id": "i", "title": "I", "status": "done", "illustrative": true, "evidence": [{"note": "x"}]}])"),
       collection("decisions", "decision",
                  R"([{"id": "d", "title": "D", "implements": ["commitments/p"]}])"),
       collection("recommendations", "recommendation", R"([
         {"id": "r1", "title": "R", "commitments": ["commitments/p"]}, {"id": "r2", "title": "R", "commitments": ["commitments/p", "commitments/q"]},
         {"id": "r3", "title": "R"}, {"id": "r4", "title": "R", "accepted": "no"}, {"id": "r5", "title": "R"}, {"id": "r6", "title": "R", "commitments": ["commitments/p", "commitments/l"]},
         {"id": "r7", "title": "R", "commitments": ["commitments/i"]}, {"id": "r8", "title": "R", "commitments": ["commitments/i"], "illustrative": true}])")}));
  // An invented promise answers no recommendation but an invented one.
  const char* answers[] = {"done", "under-way", "none", "turned-down", "not-in-the-source",
                           "late", "none",      "done"};
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(site.derived("recommendations", "r" + std::to_string(i + 1), "answer"), answers[i]);
  }
  const auto& figures = site.site().statistics.recommendations;
  EXPECT_EQ(figures.made, 8U);
  EXPECT_EQ(figures.unanswered, 2U);
  EXPECT_EQ(figures.late, 1U);
  EXPECT_EQ(figures.without_answer[0]->id, "r3");
  EXPECT_EQ(figures.promises_without_decision.size(), 4U);
  EXPECT_THAT(site.findings("recommendation-answered", "r3"),
              ElementsAre("recommendation-without-promise"));
}

TEST(SiteRulesTest, each_dataset_of_the_code_is_asked_for) {
  const JudgedSite site(collection("data", "dataset", R"([
    {"id": "a", "title": "A", "transparency_code": "spending-over-500", "releases": [{"date": "2018-01-31"}, {"date": "2018-04-30"}]},
    {"id": "b", "title": "B", "transparency_code": "constitution", "last_release": "2017-05-01"},
    {"id": "c", "title": "C", "transparency_code": "grants"}, {"id": "d", "title": "D", "next_due": "2018-07-15"}])"));
  EXPECT_EQ(site.derived("data", "a"),
            R"({"last_release":"2018-04-30","next_due":"2018-07-30","overdue":false})");
  EXPECT_THAT(site.findings("transparency-dataset", "a"), IsEmpty());
  EXPECT_THAT(site.findings("transparency-dataset", "b"), ElementsAre("dataset-overdue"));
  EXPECT_THAT(site.findings("transparency-dataset", "c"), ElementsAre("dataset-without-release"));
  EXPECT_EQ(site.ruling("transparency-dataset").findings.size(),
            2 + mandatory_datasets().size() - 3);
  EXPECT_EQ(site.site().statistics.falling_due.size(), 2U);
  EXPECT_EQ(iso_date(add_months(*parse_date("2018-01-31"), 1)), "2018-02-28");
  EXPECT_EQ(iso_date(add_months(*parse_date("2018-11-30"), 3)), "2019-02-28");
  EXPECT_EQ(iso_date(add_months(*parse_date("2018-03-31"), -13)), "2017-02-28");
  EXPECT_EQ(iso_date(add_months(*parse_date("0001-06-30"), -12)), "0001-06-30");
}

TEST(SiteRulesTest, a_site_that_the_code_binds_is_asked_for_what_it_does_not_publish) {
  const auto asked = [](const JudgedSite::Files& files, const std::string& settings) {
    const JudgedSite site(files, "2018-06-30", settings);
    EXPECT_THAT(site.problems(), IsEmpty()) << settings;
    return site.ruling("transparency-dataset").findings.size();
  };
  const std::size_t all = mandatory_datasets().size();
  const auto none = collection("notes", "none", R"([{"id": "n", "title": "N"}])");
  EXPECT_EQ(asked(none, "{}"), 0U);
  EXPECT_EQ(asked(none, R"({}, "transparency_code": {})"), all);
  EXPECT_EQ(
      asked(none, R"({}, "transparency_code": {"except": ["social-housing-assets", "grants"]})"),
      all - 2);
  const auto withdrawn = collection("data", "dataset", R"([
    {"id": "a", "title": "A", "transparency_code": "grants", "withdrawn": {"date": "2018-01-01", "reason": "R"}}])");
  EXPECT_EQ(asked(withdrawn, R"({}, "transparency_code": {})"), all);
  // Published in two collections: the Code asks once.
  const auto two = together(
      {collection("data", "dataset", R"([{"id": "a", "title": "A", "transparency_code": "grants",
          "last_release": "2018-06-01"}])"),
       collection("more", "dataset",
                  R"([{"id": "b", "title": "B", "transparency_code": "constitution",
          "last_release": "2018-06-01"}])")});
  EXPECT_EQ(asked(two, "{}"), all - 2);
  const JudgedSite wrong(
      collection("data", "dataset", R"([{"id": "a", "title": "A", "transparency_code": "grant"}])"),
      "2018-06-30", R"({}, "transparency_code": {"except": ["constitutions"]})");
  EXPECT_THAT(wrong.problem_ids(),
              ElementsAre("unknown-transparency-code", "unknown-transparency-code"));
}

// Quarterly and annual data by the Code; its own frequency, and its own day, come first.
TEST(SiteRulesTest, the_next_release_follows_from_the_last) {
  const struct {
    const char *fields, *next_due;
  } cases[] = {
      {R"("transparency_code": "spending-over-500", "last_release": "2018-01-31")", "2018-04-30"},
      {R"("transparency_code": "procurement-card", "last_release": "2017-11-30")", "2018-02-28"},
      {R"("transparency_code": "tenders-and-contracts", "last_release": "2018-05-15")",
       "2018-08-15"},
      {R"("transparency_code": "grants", "last_release": "2016-02-29")", "2017-02-28"},
      {R"("transparency_code": "constitution", "update_frequency": "monthly", "last_release": "2018-05-31")",
       "2018-06-30"},
      {R"("transparency_code": "grants", "update_frequency": "quarterly", "last_release": "2018-05-31")",
       "2018-08-31"},
      {R"("transparency_code": "grants", "last_release": "2018-05-31", "next_due": "2018-07-01")",
       "2018-07-01"},
      {R"("update_frequency": "annual", "releases": [{"published": "2018-05-31"}, {"published": "2017-05-31"}])",
       "2019-05-31"},
      {R"("update_frequency": "yearly", "last_release": "2018-05-01")", "2019-05-01"},
      {R"("last_release": "2018-05-01")", ""},
      {R"("transparency_code": "grants")", ""},
  };
  for (const auto& each : cases) {
    const JudgedSite site(collection(
        "data", "dataset", R"([{"id": "a", "title": "A", )" + std::string(each.fields) + "}]"));
    EXPECT_EQ(site.derived("data", "a", "next_due"), each.next_due) << each.fields;
  }
}

TEST(SiteRulesTest, the_forum_of_each_ward_meets_as_often_as_the_council_says) {
  const auto files =
      together({collection("wards", "ward", R"([{"id": "a", "title": "A", "code": "E05000001"},
         {"id": "b", "title": "B", "code": "E05000002"}])"),
                collection("meetings", "meeting", R"([
    {"id": "m1", "title": "M", "body": "ward-forum", "ward": "E05000001", "day": "2017-03-01", "status": "held"},
    {"id": "m2", "title": "M", "body": "ward-forum", "ward": "E05000001", "day": "2017-09-01", "status": "held"},
    {"id": "m3", "title": "M", "body": "ward-forum", "ward": "E05000002", "day": "2017-09-02", "status": "held"},
    {"id": "m4", "title": "M", "body": "ward-forum", "ward": "E05000002", "day": "2017-10-02", "status": "cancelled"},
    {"id": "m5", "title": "M", "body": "ward-forum", "ward": "E05000002", "day": "2018-03-02", "status": "held"}])")});
  const auto judged = [&](const std::string& standards) {
    return std::make_unique<JudgedSite>(files, "2018-06-30",
                                        R"({}, "standards": {)" + standards + "}");
  };
  EXPECT_EQ(judged("")->ruling("ward-forum").judged(), 0U);
  EXPECT_EQ(judged(R"("ward_forums_a_year": 1)")->ruling("ward-forum").kept, 2U);
  const auto two = judged(R"("ward_forums_a_year": 2)");
  EXPECT_EQ(two->ruling("ward-forum").kept, 1U);
  EXPECT_THAT(two->findings("ward-forum", "b"), ElementsAre("forums-too-few"));
  EXPECT_EQ(sentence(two->ruling("ward-forum").findings[0]),
            "meetings of its forum in 2017: 1, of 2");
}

TEST(SiteRulesTest, a_deadline_is_explained_with_the_holidays_it_skipped) {
  const JudgedSite site(late_request());
  Arena arena;
  const Value how = explain(site.site(), *site.site().find("foi", "a"), arena);
  EXPECT_EQ(
      json_of(how["deadline"]),
      R"({"formula":"working-days-after","inputs":{"from":"2018-04-16","days":20},"skipped":[{"date":"2018-05-07",)"
      R"("title":"Early May bank holiday","where":["england-and-wales","scotland","northern-ireland"]}],"rule":"foi-deadline"})");
  EXPECT_EQ(how["timeliness"]["formula"].text(), "answer-against-deadline");
}

TEST(SiteRulesTest, every_number_of_the_sample_is_explained) {
  const JudgedSite sample;
  std::vector<std::string_view> known;
  for (const Formula& formula : formulas()) known.push_back(formula.id);
  for (const auto& each : sample.site().collections) {
    for (const model::Record& record : each->records) {
      Arena arena;
      const Value how = explain(sample.site(), record, arena);
      EXPECT_EQ(how.is_map(), record.derived.is_map()) << record.url;
      if (!how.is_map()) continue;
      for (const Map::Entry& step : how.as_map()) {
        EXPECT_THAT(known, Contains(step.value["formula"].text())) << record.url;
        EXPECT_TRUE(record.derived[step.key.as_string()].has_value()) << record.url;
      }
    }
  }
}

// Another council, with three wards, no requests and no calendar.
TEST(SiteRulesTest, a_small_site_without_requests_needs_nothing) {
  JudgedSite::Files files =
      together({collection("places", "ward", R"([{"id": "a", "title": "A", "gss": "E05000001"}])",
                           R"("fields": {"code": "gss"})", {"gss"}),
                collection("notes", "none", R"([{"id": "n", "title": "N"}])")});
  files["calendar/bank-holidays.json"] = "";
  const JudgedSite site(files);
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.derived("notes", "n"), "");
  for (const auto& ruling : site.site().rulings.rules) EXPECT_EQ(ruling.judged(), 0U);
}

}  // namespace
}  // namespace glasshouse::rules
