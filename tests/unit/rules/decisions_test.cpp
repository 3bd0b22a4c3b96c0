// Decisions of a written site. SI 2012/2089 reg 5 and 8 to 14; SI 2014/2095 reg 7; Local Government
// Act 1972 s.100A and Schedule 12A; Local Government Act 2000 s.9F(4).
#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A decision of the cabinet that keeps every rule; `fields` are added or, by a null, left out.
class Decision {
 public:
  Decision() {
    for (const auto& [name, value] :
         std::map<std::string, std::string>{{"decision_maker", "\"cabinet\""},
                                            {"decided", "\"2018-02-13\""},
                                            {"published", "\"2018-02-15\""},
                                            {"decision", "\"Let the contract.\""},
                                            {"reasons", "\"It is the best.\""},
                                            {"alternatives_rejected", "\"None is better.\""},
                                            {"conflicts", "[]"},
                                            {"dispensations", "[]"},
                                            {"key_decision", "true"},
                                            {"key_limbs", R"(["spend-or-saving"])"},
                                            {"value", "600000"},
                                            {"notice_published", "\"2018-01-09\""},
                                            {"private", "false"},
                                            {"call_in", R"({"deadline": "2018-02-20"})"}}) {
      fields_[name] = value;
    }
  }
  Decision& with(const std::string& name, const std::string& value) {
    fields_[name] = value;
    return *this;
  }
  Decision& without(const std::string& name) {
    fields_.erase(name);
    return *this;
  }
  Decision& in_private() {
    return with("private", "true")
        .with("exempt_paragraphs", R"(["3"])")
        .with("private_reason", "\"Prices.\"")
        .with("private_notice_28", "\"2018-01-09\"")
        .with("private_notice_5", "\"2018-02-05\"")
        .with("representations", "\"None was received.\"");
  }
  [[nodiscard]] JudgedSite::Files files() const {
    std::string record = R"({"id": "d", "title": "A decision")";
    for (const auto& [name, value] : fields_) record += ", \"" + name + "\": " + value;
    JudgedSite::Files wards = collection(
        "wards", "ward",
        R"([{"id": "a", "title": "A", "code": "E05000001"}, {"id": "b", "title": "B", "code": "E05000002"},
            {"id": "c", "title": "C", "code": "E05000003"}])");
    return together({wards, collection("decisions", "decision", "[" + record + "}]")});
  }

 private:
  std::map<std::string, std::string> fields_;
};

TEST(DecisionsTest, a_full_record_keeps_every_rule) {
  const JudgedSite site(Decision().files());
  EXPECT_THAT(site.problems(), IsEmpty());
  for (const char* rule : {"key-decision-notice", "key-decision-limbs", "decision-record",
                           "decision-published", "call-in"}) {
    EXPECT_EQ(site.ruling(rule).kept, 1U) << rule;
    EXPECT_EQ(site.ruling(rule).not_kept, 0U) << rule;
  }
  EXPECT_EQ(site.derived("decisions", "d"),
            R"({"maker":"executive","notice":"28-days","notice_clear_days":34,)"
            R"("working_days_to_publish":2,"call_in_working_days":3,"call_in":"closed",)"
            R"("keep_until":"2024-02-12","record_complete":true})");
}

TEST(DecisionsTest, each_rule_that_is_not_kept_is_found) {
  const std::string sourced = R"({"document": "report", "paragraph": "1"})";
  const struct {
    const char* rule;
    Decision decision;
    std::vector<std::string> messages;
  } cases[] = {
      // reg 9 to 11
      {"key-decision-notice",
       Decision().with("notice_published", "\"2018-01-16\""),
       {"notice-too-short"}},
      {"key-decision-notice", Decision().with("notice_published", "\"2018-01-15\""), {}},
      {"key-decision-notice", Decision().without("notice_published"), {"notice-missing"}},
      {"key-decision-notice", Decision().without("notice_published").with("source", sourced), {}},
      {"key-decision-notice",
       Decision().without("notice_published").with("key_decision", "false"),
       {}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-05\"")
           .with("urgency", "\"general-exception\"")
           .with("urgency_reason", "\"Snow.\""),
       {}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-05\"")
           .with("urgency", "\"general-exception\""),
       {"urgency-without-reason"}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-06\"")
           .with("urgency", "\"general-exception\"")
           .with("urgency_reason", "\"Snow.\""),
       {"general-exception-too-short"}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-12\"")
           .with("urgency", "\"special-urgency\"")
           .with("urgency_reason", "\"Snow.\"")
           .with("urgency_agreed", "\"2018-02-12\""),
       {}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-12\"")
           .with("urgency", "\"special-urgency\"")
           .with("urgency_reason", "\"Snow.\""),
       {"urgency-not-agreed"}},
      {"key-decision-notice",
       Decision()
           .with("notice_published", "\"2018-02-12\"")
           .with("urgency", "\"special-urgency\"")
           .with("urgency_agreed", "\"2018-02-14\""),
       {"urgency-agreed-after"}},
      // reg 8
      {"key-decision-limbs", Decision().without("key_limbs"), {"limb-not-named"}},
      {"key-decision-limbs", Decision().without("value"), {"spend-limb-without-value"}},
      {"key-decision-limbs",
       Decision().with("wards", R"(["E05000001", "E05000002"])"),
       {"wards-limb-not-named"}},
      {"key-decision-limbs",
       Decision()
           .with("wards", R"(["E05000001", "E05000002"])")
           .with("key_limbs", R"(["two-or-more-wards"])"),
       {}},
      {"key-decision-limbs",
       Decision().with("wards", R"(["E05000001"])").with("key_limbs", R"(["two-or-more-wards"])"),
       {"wards-limb-without-wards"}},
      {"key-decision-limbs", Decision().with("key_limbs", R"(["two-or-more-wards"])"), {}},
      {"key-decision-limbs",
       Decision().with("wards", R"(["E05000001", "E05000002"])").with("key_decision", "false"),
       {"wards-but-not-key"}},
      {"key-decision-limbs",
       Decision().with("wards", R"(["E05000001"])").with("key_decision", "false"),
       {}},
      // reg 5
      {"private-meeting-notice", Decision().in_private(), {}},
      {"private-meeting-notice",
       Decision().in_private().with("private_notice_28", "\"2018-01-16\""),
       {"private-notice-28-short"}},
      {"private-meeting-notice",
       Decision().in_private().without("private_notice_28"),
       {"private-notice-28-missing"}},
      {"private-meeting-notice",
       Decision().in_private().with("private_notice_5", "\"2018-02-06\""),
       {"private-notice-5-short"}},
      {"private-meeting-notice",
       Decision().in_private().without("private_notice_5"),
       {"private-notice-5-missing"}},
      {"private-meeting-notice",
       Decision().in_private().without("private_notice_5").without("private_notice_28"),
       {"private-notice-28-missing", "private-notice-5-missing"}},
      {"private-meeting-notice",
       Decision()
           .in_private()
           .without("private_notice_5")
           .without("private_notice_28")
           .with("source", sourced),
       {}},
      {"private-meeting-notice",
       Decision()
           .in_private()
           .without("private_notice_5")
           .with("decision_maker", "\"audit-committee\""),
       {}},
      {"private-meeting-notice",
       Decision().in_private().without("representations"),
       {"private-representations-missing"}},
      {"private-meeting-notice",
       Decision().in_private().without("representations").with("source", sourced),
       {}},
      // Schedule 12A
      {"private-reason", Decision().in_private(), {}},
      {"private-reason",
       Decision().in_private().without("private_reason"),
       {"private-without-reason"}},
      {"private-reason",
       Decision().in_private().without("exempt_paragraphs"),
       {"private-without-paragraph"}},
      // reg 12 and 13
      {"decision-record", Decision().without("reasons"), {"record-part-missing"}},
      {"decision-record", Decision().with("reasons", "\" \""), {"record-part-missing"}},
      {"decision-record",
       Decision().without("reasons").without("conflicts"),
       {"record-part-missing", "record-part-missing"}},
      {"decision-record", Decision().without("reasons").with("source", sourced), {}},
      {"decision-record", Decision().without("reasons").with("decision_maker", "\"council\""), {}},
      {"officer-decision-record",
       Decision().with("decision_maker", "\"director-of-place\"").without("conflicts"),
       {}},
      {"officer-decision-record",
       Decision().with("decision_maker", "\"director-of-place\"").without("alternatives_rejected"),
       {"record-part-missing"}},
      // reg 14
      {"decision-published", Decision().with("published", "\"2018-02-20\""), {}},
      {"decision-published", Decision().with("published", "\"2018-02-21\""), {"published-late"}},
      {"decision-published", Decision().without("published"), {}},
      // Local Government Act 2000 s.9F
      {"call-in", Decision().without("call_in"), {"no-call-in-window"}},
      {"call-in", Decision().without("call_in").with("urgency", "\"special-urgency\""), {}},
      {"call-in", Decision().without("call_in").with("decision_maker", "\"council\""), {}},
      {"call-in",
       Decision().with(
           "call_in",
           R"({"deadline": "2018-02-20", "called_in": "2018-02-20", "result": "Confirmed."})"),
       {}},
      {"call-in",
       Decision().with(
           "call_in",
           R"({"deadline": "2018-02-20", "called_in": "2018-02-21", "result": "Confirmed."})"),
       {"called-in-late"}},
      {"call-in",
       Decision().with("call_in", R"({"deadline": "2018-02-20", "called_in": "2018-02-20"})"),
       {"call-in-without-result"}},
  };
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    const JudgedSite site(cases[i].decision.files());
    EXPECT_THAT(site.problems(), IsEmpty()) << i;
    EXPECT_EQ(site.findings(cases[i].rule, "d"), cases[i].messages) << cases[i].rule << " " << i;
  }
}

// Reg 8(1)(a), the days to call in (s.9F), publication (reg 14) and reports of urgency (reg 19):
// the law leaves the number to the council.
TEST(DecisionsTest, the_councils_own_standards_are_the_measure) {
  const auto value = [](const char* pounds, const char* is_key, const char* limbs) {
    return Decision().with("value", pounds).with("key_decision", is_key).with("key_limbs", limbs);
  };
  constexpr auto kMoney = R"(["spend-or-saving"])", kWards = R"(["two-or-more-wards"])";
  constexpr auto kLimit = R"("key_decision_value": 500000)";
  const Decision urgent = Decision()
                              .with("urgency", "\"special-urgency\"")
                              .with("urgency_agreed", "\"2018-02-13\"")
                              .with("urgency_reason", "\"Snow.\"");
  constexpr auto kQuarterly = R"("urgency_report_months": 3)";
  const struct {
    const char* rule;
    Decision decision;
    const char* standards;
    std::vector<std::string> messages;
  } cases[] = {
      {"key-decision-limbs", value("499999.99", "false", "[]"), kLimit, {}},
      {"key-decision-limbs", value("500000", "false", "[]"), kLimit, {"value-but-not-key"}},
      {"key-decision-limbs", value("500000", "false", "[]"), "", {}},
      {"key-decision-limbs", value("500000", "true", kMoney), kLimit, {}},
      {"key-decision-limbs", value("500000", "true", kWards), kLimit, {"value-limb-not-named"}},
      {"key-decision-limbs", value("499999", "true", kWards), kLimit, {}},
      // A small sum may be significant for a small service.
      {"key-decision-limbs", value("1000", "true", kMoney), kLimit, {}},
      {"key-decision-limbs",
       value("600000", "false", "[]").with("wards", R"(["E05000001", "E05000002"])"),
       kLimit,
       {"value-but-not-key", "wards-but-not-key"}},
      // Published on Thursday 15 February 2018: the fifth working day after is the 22nd.
      {"call-in", Decision(), R"("call_in_days": 3)", {}},
      {"call-in", Decision(), R"("call_in_days": 4)", {"call-in-window-short"}},
      {"call-in", Decision().without("call_in"), R"("call_in_days": 5)", {}},
      {"call-in",
       Decision().without("call_in").without("published"),
       R"("call_in_days": 5)",
       {"no-call-in-window"}},
      {"call-in",
       Decision().with("call_in", R"({"called_in": "2018-02-23", "result": "x"})"),
       R"("call_in_days": 5)",
       {"called-in-late"}},
      {"call-in", urgent, R"("call_in_days": 2)", {}},
      {"decision-published", Decision(), R"("decision_publication_days": 2)", {}},
      {"decision-published", Decision(), R"("decision_publication_days": 1)", {"published-late"}},
      {"urgency-reported", Decision(), kQuarterly, {}},
      {"urgency-reported", urgent, "", {}},
      {"urgency-reported", urgent, kQuarterly, {"urgency-not-reported"}},
      {"urgency-reported",
       Decision(urgent).with("source", R"({"document": "report", "paragraph": "1"})"),
       kQuarterly,
       {}},
      {"urgency-reported",
       Decision(urgent).with("urgency_reported", "\"2018-05-13\""),
       kQuarterly,
       {}},
      {"urgency-reported",
       Decision(urgent).with("urgency_reported", "\"2018-05-14\""),
       kQuarterly,
       {"urgency-reported-late"}},
  };
  for (const auto& each : cases) {
    const JudgedSite site(each.decision.files(), "2018-06-30",
                          R"({}, "standards": {)" + std::string(each.standards) + "}");
    EXPECT_THAT(site.problems(), IsEmpty()) << each.rule << each.standards;
    EXPECT_EQ(site.findings(each.rule, "d"), each.messages) << each.rule << each.standards;
  }
  const JudgedSite window(Decision().without("call_in").files(), "2018-02-22",
                          R"({}, "standards": {"call_in_days": 5})");
  EXPECT_EQ(window.derived("decisions", "d", "call_in_deadline"), "2018-02-22");
  EXPECT_EQ(window.derived("decisions", "d", "call_in"), "open");
  EXPECT_THAT(std::string(window.ruling("call-in").asks),
              testing::HasSubstr("5 working days from its publication"));
}

TEST(DecisionsTest, a_value_is_compared_in_pounds_whatever_its_unit) {
  JudgedSite::Files files = Decision().with("value", "0.5").with("key_decision", "false").files();
  std::string& schema = files["decisions/schema.json"];
  schema.insert(schema.find(R"("related")"),
                R"("value": {"type": "number", "x-unit": "GBP million"}, )");
  const JudgedSite site(files, "2018-06-30", R"({}, "standards": {"key_decision_value": 500000})");
  EXPECT_THAT(site.findings("key-decision-limbs", "d"), ElementsAre("value-but-not-key"));
  EXPECT_EQ(sentence(site.ruling("key-decision-limbs").findings[0]),
            "its value of £500,000 is not below £500,000, and it is not a key decision");
}

// SI 2014/2095 reg 8, Local Government Act 1972 s.100C: six years that begin on the day itself.
TEST(DecisionsTest, a_record_withdrawn_within_six_years_is_found) {
  const struct {
    const char *decided, *withdrawn, *maker;
    std::vector<std::string> messages;
  } cases[] = {
      {"2012-02-13", "2018-02-12", "director-of-place", {"withdrawn-too-early"}},
      {"2012-02-13", "2018-02-13", "director-of-place", {}},
      {"2012-02-29", "2018-02-27", "council", {"withdrawn-too-early"}},
      {"2012-02-29", "2018-02-28", "council", {}},
      {"2018-02-13", "2018-03-01", "cabinet", {"withdrawn-too-early"}},
      {"2018-02-13", "2018-03-01", "secretary-of-state", {}},
  };
  for (const auto& each : cases) {
    const Decision withdrawn =
        Decision()
            .with("decided", '"' + std::string(each.decided) + '"')
            .with("decision_maker", '"' + std::string(each.maker) + '"')
            .with("withdrawn", R"({"date": ")" + std::string(each.withdrawn) +
                                   R"(", "reason": "It named someone."})");
    const JudgedSite site(withdrawn.files());
    EXPECT_THAT(site.problems(), IsEmpty());
    EXPECT_EQ(site.findings("decision-kept", "d"), each.messages) << each.decided;
    EXPECT_EQ(site.derived("decisions", "d"), "");
  }
}

TEST(DecisionsTest, what_cannot_be_true_is_an_error) {
  const struct {
    Decision decision;
    const char* id;
  } cases[] = {
      {Decision().with("published", "\"2018-02-12\""), "dates-out-of-order"},
      {Decision().with("call_in", R"({"deadline": "2018-02-12"})"), "dates-out-of-order"},
      {Decision().with("call_in", R"({"deadline": "2018-02-20", "called_in": "2018-02-12"})"),
       "dates-out-of-order"},
      {Decision().in_private().with("exempt_paragraphs", R"(["3", "8"])"),
       "unknown-exempt-paragraph"},
      {Decision().with("exempt_paragraphs", R"(["3"])"), "exempt-but-public"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(JudgedSite(each.decision.files()).problem_ids(), ElementsAre(each.id));
  }
}

TEST(DecisionsTest, the_window_to_call_in_is_open_until_its_last_day_ends) {
  const auto files = Decision().files();
  EXPECT_EQ(JudgedSite(files, "2018-02-20").derived("decisions", "d", "call_in"), "open");
  EXPECT_EQ(JudgedSite(files, "2018-02-21").derived("decisions", "d", "call_in"), "closed");
  const auto called =
      Decision()
          .with("call_in",
                R"({"deadline": "2018-02-20", "called_in": "2018-02-19", "result": "x"})")
          .files();
  EXPECT_EQ(JudgedSite(called, "2018-02-20").derived("decisions", "d", "call_in"), "called-in");
}

}  // namespace
}  // namespace glasshouse::rules
