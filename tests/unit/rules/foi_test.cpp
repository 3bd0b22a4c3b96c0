// FOI records of a written site: derived, findings and what cannot be true. The laws are cited in
// rules/foi_clock.h and rules/exemptions.h.
#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A request in time, with these fields changed or added.
std::string request(const std::string& id, const std::string& fields) {
  return R"--({"id": ")--" + id +
         R"--(", "title": "A request", "received": "2018-04-16", "regime": "foi")--" +
         (fields.empty() ? "" : ", " + fields) + "}";
}
JudgedSite::Files requests(const std::string& records) {
  return collection("foi", "foi", "[" + records + "]");
}

TEST(FoiTest, derived_says_deadline_days_and_timeliness) {
  const JudgedSite site(
      requests(request("a", R"--("responded": "2018-05-10", "outcome": "granted-in-full")--")));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(
      site.derived("foi", "a"),
      R"--({"clock_starts":"2018-04-16","deadline":"2018-05-15","working_days":17,"timeliness":"in-time"})--");
  EXPECT_EQ(site.ruling("foi-deadline").kept, 1U);
}

TEST(FoiTest, a_late_answer_is_published_and_is_no_error) {
  const JudgedSite site(
      requests(request("a", R"--("responded": "2018-05-17", "outcome": "granted-in-full")--")));
  EXPECT_THAT(site.problems(), IsEmpty());
  const auto& ruling = site.ruling("foi-deadline");
  ASSERT_EQ(ruling.findings.size(), 1U);
  EXPECT_EQ(sentence(ruling.findings[0]),
            "answered on 2018-05-17, 2 working days after the deadline of 2018-05-15");
  EXPECT_EQ(iso_date(*ruling.findings[0].since), "2018-05-16");
  EXPECT_EQ(iso_date(*ruling.since), "2018-05-16");
  EXPECT_EQ(ruling.not_kept, 1U);
}

TEST(FoiTest, what_cannot_be_true_is_an_error) {
  const struct {
    const char *fields, *ids;
  } cases[] = {
      {R"--("responded": "2018-04-15", "outcome": "granted-in-full")--", "dates-out-of-order"},
      {R"--("responded": "2018-05-01", "outcome": "open")--", "open-but-answered"},
      {R"--("clarification_requested": "2018-04-10", "outcome": "open")--", "dates-out-of-order"},
      {R"--("clarification_requested": "2018-04-20", "clarification_received": "2018-04-19", "outcome": "open")--",
       "dates-out-of-order"},
      {R"--("fees_notice": "2018-04-01", "outcome": "open")--", "dates-out-of-order"},
      {R"--("fees_notice": "2018-04-20", "fees_paid": "2018-04-19", "outcome": "open")--",
       "dates-out-of-order"},
      {R"--("extension": {"until": "2018-04-01"}, "outcome": "open")--", "dates-out-of-order"},
      {R"--("extension": {"told": "2018-04-01"}, "outcome": "open")--", "dates-out-of-order"},
      {R"--("internal_review": {"requested": "2018-04-01"}, "outcome": "open")--",
       "dates-out-of-order"},
      {R"--("internal_review": {"requested": "2018-06-01", "completed": "2018-05-30"}, "outcome": "open")--",
       "dates-out-of-order"},
      {R"--("responded": "2018-05-01", "outcome": "withheld-in-full")--",
       "outcome-without-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "granted-in-part")--",
       "outcome-without-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "refused-cost-limit")--",
       "outcome-without-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "refused-vexatious")--",
       "outcome-without-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "refused-cost-limit", "exemptions": ["FOIA s.43(2)"])--",
       "wrong-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "refused-vexatious", "exemptions": ["FOIA s.12"])--",
       "wrong-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.12"])--",
       "wrong-exemption"},
      {R"--("responded": "2018-05-01", "outcome": "granted-in-full", "exemptions": ["FOIA s.40(2)"])--",
       "exemption-without-refusal"},
      {R"--("responded": "2018-05-01", "outcome": "not-held", "exemptions": ["FOIA s.40(2)"])--",
       "exemption-without-refusal"},
      {R"--("responded": "2018-05-01", "outcome": "granted-in-part", "exemptions": ["FOIA s.99", "FOIA s.40(2)"])--",
       "unknown-exemption"},
  };
  for (const auto& each : cases) {
    const JudgedSite site(requests(request("a", each.fields)));
    EXPECT_THAT(site.problem_ids(), ElementsAre(each.ids)) << each.fields;
  }
}

TEST(FoiTest, an_error_stands_at_the_field) {
  const JudgedSite site(requests(
      "\n" + request("a", "\n\"responded\": \"2018-04-15\", \"outcome\": \"granted-in-full\"")));
  EXPECT_THAT(site.problems(),
              ElementsAre("content/foi/records.json:3 dates-out-of-order: responded is 2018-04-15, "
                          "before received, which is 2018-04-16"));
}

TEST(FoiTest, what_a_source_does_not_say_breaks_no_rule) {
  const JudgedSite site(requests(
      request(
          "a",
          R"--("outcome": "withheld-in-full", "source": {"document": "report", "paragraph": "1"})--") +
      "," + request("b", R"--("outcome": "granted-in-full")--")));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.derived("foi", "a", "timeliness"), "not-in-the-source");
  EXPECT_EQ(site.ruling("foi-deadline").not_in_source, 2U);
  EXPECT_EQ(site.ruling("foi-deadline").judged(), 0U);
  EXPECT_EQ(site.ruling("foi-reasons").not_in_source, 1U);
}

TEST(FoiTest, another_countrys_law_is_not_judged_by_ours) {
  const JudgedSite site(requests(
      R"--({"id": "a", "title": "A", "received": "2018-04-16", "responded": "2018-09-16", "regime": "other",
            "outcome": "withheld-in-full", "exemptions": ["MFIPPA s.14"],
            "internal_review": {"requested": "2018-10-01", "completed": "2019-10-01"}},
           {"id": "b", "title": "B", "received": "1998-04-16", "regime": "other", "outcome": "granted-in-full",
            "exemptions": ["s.14"]},
           {"id": "c", "title": "C", "regime": "other", "outcome": "withheld-in-full"})--"));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.derived("foi", "a"), "");
  for (const auto& rule : {"foi-deadline", "foi-review", "foi-reasons", "foi-public-interest"}) {
    EXPECT_THAT(site.ruling(rule).findings, IsEmpty()) << rule;
    EXPECT_EQ(site.ruling(rule).kept + site.ruling(rule).not_kept, 0U) << rule;
  }
}

TEST(FoiTest, what_cannot_be_true_is_an_error_under_any_law) {
  const JudgedSite site(requests(
      R"--({"id": "a", "title": "A", "received": "2018-04-16", "responded": "2018-04-15", "regime": "other",
            "outcome": "open"})--"));
  EXPECT_THAT(site.problems(), ElementsAre(testing::HasSubstr("dates-out-of-order"),
                                           testing::HasSubstr("open-but-answered")));
}

TEST(FoiTest, extensions_and_reviews_are_judged) {
  const struct {
    const char *rule, *fields;
    std::vector<std::string> messages;
  } cases[] = {
      {"foi-extension",
       R"--("responded": "2018-06-01", "outcome": "granted-in-full", "extension": {"ground": "public-interest-test", "until": "2018-06-13", "told": "2018-05-10"})--",
       {}},
      {"foi-extension",
       R"--("responded": "2018-06-01", "outcome": "granted-in-full", "extension": {"ground": "complex-and-voluminous", "until": "2018-06-13"})--",
       {"extension-ground-not-in-law"}},
      {"foi-extension",
       R"--("responded": "2018-06-01", "outcome": "granted-in-full", "extension": {"ground": "public-interest-test", "until": "2018-06-13", "told": "2018-05-16"})--",
       {"extension-told-late"}},
      {"foi-extension",
       R"--("responded": "2018-06-01", "outcome": "granted-in-full", "extension": {"ground": "public-interest-test", "until": "2018-06-14", "told": "2018-05-10"})--",
       {"extension-too-long"}},
      {"foi-extension",
       R"--("responded": "2018-06-01", "outcome": "granted-in-part", "exemptions": ["FOIA s.40(2)"], "extension": {"ground": "public-interest-test", "until": "2018-06-13", "told": "2018-05-10"})--",
       {"extension-without-test"}},
      {"foi-review",
       R"--("responded": "2018-05-01", "outcome": "granted-in-full", "internal_review": {"requested": "2018-05-02", "completed": "2018-06-01"})--",
       {}},
      {"foi-review",
       R"--("responded": "2018-05-01", "outcome": "granted-in-full", "internal_review": {"requested": "2018-05-02", "completed": "2018-06-04"})--",
       {"review-over-20"}},
      {"foi-review",
       R"--("responded": "2018-04-17", "outcome": "granted-in-full", "internal_review": {"requested": "2018-04-18", "completed": "2018-06-20"})--",
       {"review-late"}},
      {"foi-review",
       R"--("responded": "2018-05-01", "outcome": "granted-in-full", "internal_review": {"requested": "2018-05-02"})--",
       {"review-overdue"}},
      {"foi-review",
       R"--("responded": "2018-06-20", "outcome": "granted-in-full", "internal_review": {"requested": "2018-06-25"})--",
       {}},
      {"foi-reasons",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.21"])--",
       {}},
      {"foi-reasons",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["EIR reg.13"])--",
       {"exemption-of-other-regime"}},
      {"foi-public-interest",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.21"])--",
       {}},
      {"foi-public-interest",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.43(2)"], "public_interest": "Weighed.")--",
       {}},
      {"foi-public-interest",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.43(2)"])--",
       {"public-interest-not-recorded"}},
      {"foi-public-interest",
       R"--("responded": "2018-05-01", "outcome": "withheld-in-full", "exemptions": ["FOIA s.43(2)"], "public_interest": " ")--",
       {"public-interest-not-recorded"}},
  };
  for (const auto& each : cases) {
    const JudgedSite site(requests(request("a", each.fields)));
    EXPECT_EQ(site.findings(each.rule, "a"), each.messages) << each.fields;
  }
}

TEST(FoiTest, exemptions_say_what_they_ask) {
  const JudgedSite site(requests(request(
      "a",
      R"--("responded": "2018-05-01", "outcome": "granted-in-part", "exemptions": ["s.40(2)", "section 43"], "public_interest": "Weighed.")--")));
  EXPECT_EQ(
      site.derived("foi", "a", "exemptions"),
      R"--([{"exemption":"s.40(2)","section":"40(2)","class":"absolute","title":"Personal information of others","public_interest_test":false},)--"
      R"--({"exemption":"section 43","section":"43","class":"public-interest-test","title":"Commercial interests","public_interest_test":true}])--");
  EXPECT_EQ(site.derived("foi", "a", "public_interest_test"), "true");
}

// A council whose case system has other names for everything.
// FOIA s.12; SI 2004/3244 reg 3(3) and 4(4): £450, at £25 an hour; above the limit, not at it.
TEST(FoiTest, cost_is_a_ground_only_above_18_hours) {
  const struct {
    const char *hours, *outcome, *exemption, *more, *cost;
    std::vector<std::string> messages;
    std::size_t kept, silent;
  } cases[] = {
      {"18.5", "refused-cost-limit", "FOIA s.12", "", "462.5", {}, 1, 0},
      {"18", "refused-cost-limit", "FOIA s.12", "", "450", {"refused-within-limit"}, 0, 0},
      {"4", "refused-cost-limit", "FOIA s.12", "", "100", {"refused-within-limit"}, 0, 0},
      {"null", "refused-cost-limit", "FOIA s.12", "", "", {}, 0, 1},
      {"40", "granted-in-part", "FOIA s.40(2)", "", "1000", {}, 0, 0},
      // EIR has no such limit: reg 12(4)(b).
      {"4", "refused-cost-limit", "EIR reg.12(4)(b)", R"(, "regime": "eir")", "100", {}, 0, 0},
  };
  for (const auto& each : cases) {
    const JudgedSite site(collection(
        "foi", "foi",
        R"([{"id": "a", "title": "A", "received": "2018-04-16", "responded": "2018-05-10",
             "public_interest": "Weighed.", "outcome": ")" +
            std::string(each.outcome) + R"(", "exemptions": [")" + each.exemption +
            R"("], "estimated_hours": )" + each.hours + each.more + "}]"));
    EXPECT_THAT(site.problems(), IsEmpty()) << each.hours;
    EXPECT_EQ(site.derived("foi", "a", "estimated_cost"), each.cost) << each.hours;
    EXPECT_EQ(site.findings("foi-cost-limit", "a"), each.messages) << each.hours;
    EXPECT_EQ(site.ruling("foi-cost-limit").kept, each.kept) << each.hours;
    EXPECT_EQ(site.ruling("foi-cost-limit").not_in_source, each.silent) << each.hours;
  }
}

TEST(FoiTest, another_council_maps_its_own_names) {
  const JudgedSite site(collection(
      "requests", "foi",
      R"--([{"id": "rq1", "title": "A request", "date_in": "2018-04-16", "date_out": "2018-05-17", "law": "foi", "result": "granted-in-full"}])--",
      R"--("fields": {"received": "date_in", "responded": "date_out", "regime": "law", "outcome": "result"})--",
      {"date_in", "date_out", "law", "result"}));
  EXPECT_THAT(site.problems(), IsEmpty());
  EXPECT_EQ(site.derived("requests", "rq1", "timeliness"), "late");
  EXPECT_THAT(site.findings("foi-deadline", "rq1"), ElementsAre("answered-late"));
}

TEST(FoiTest, a_withdrawn_record_is_not_judged) {
  const JudgedSite site(requests(request(
      "a",
      R"--("responded": "2018-05-17", "outcome": "granted-in-full", "withdrawn": {"date": "2018-06-01", "reason": "A name."})--")));
  EXPECT_EQ(site.derived("foi", "a"), "");
  EXPECT_EQ(site.site().statistics.foi.all.received, 0U);
}

TEST(FoiTest, a_year_the_calendar_lacks_is_said_once_a_rule) {
  const JudgedSite site(
      requests(R"--({"id": "a", "title": "A", "received": "2028-12-20", "outcome": "open"},
                  {"id": "b", "title": "B", "received": "2028-12-21", "outcome": "open"},
                  {"id": "c", "title": "C", "received": "2028-12-21", "outcome": "open", "regime": "eir"})--"),
      "2028-12-22");
  EXPECT_THAT(
      site.problems(),
      ElementsAre("content/calendar/bank-holidays.json:0 calendar-lacks-year: the rule "
                  "\"eir-deadline\" needs the working days of 2029, and the calendar has none",
                  "content/calendar/bank-holidays.json:0 calendar-lacks-year: the rule "
                  "\"foi-deadline\" needs the working days of 2029, and the calendar has none"));
}

TEST(FoiTest, a_site_without_a_calendar_needs_none_until_a_rule_does) {
  JudgedSite::Files files = requests("");
  files["calendar/bank-holidays.json"] = "";
  EXPECT_THAT(JudgedSite(files).problem_ids(), IsEmpty());
  files = requests(request("a", R"--("outcome": "open")--"));
  files["calendar/bank-holidays.json"] = "";
  EXPECT_THAT(JudgedSite(files).problem_ids(), ElementsAre("calendar-lacks-year"));
}

}  // namespace
}  // namespace glasshouse::rules
