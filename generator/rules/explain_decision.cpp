#include "rules/decisions.h"
#include "rules/explain_step.h"
#include "rules/notices.h"

namespace glasshouse::rules {

namespace {

void explain_what_it_holds(Steps& steps) {
  Value urgency = steps.field("urgency");
  if (!urgency.has_value()) urgency = Value::string(steps.arena(), "none");
  steps.step("maker", "by-words", {{"words", steps.field("decision_maker")}}, {});
  steps.step("notice", "against-notice",
             {{"clear_days", steps.derived("notice_clear_days")},
              {"wanted", Value::number(kNoticeDays)},
              {"urgency", urgency}},
             "key-decision-notice");
  steps.step("private_notice", "against-two-notices",
             {{"first", steps.derived("private_notice_28_clear_days")},
              {"first_wanted", Value::number(kNoticeDays)},
              {"second", steps.derived("private_notice_5_clear_days")},
              {"second_wanted", Value::number(kShortNoticeDays)}},
             "private-meeting-notice");
  steps.step("paragraphs", "paragraphs-named", {}, "private-reason");
  const bool by_executive = steps.derived("maker").text() == "executive";
  const std::string_view names[] = {"decision",  "decided",      "reasons", "alternatives_rejected",
                                    "conflicts", "dispensations"};
  const Value parts = steps.names(std::span(names).first(by_executive ? 6 : 4));
  for (const std::string_view key : {"record_complete", "record_missing"}) {
    steps.step(key, "parts-present", {{"parts", parts}},
               by_executive ? "decision-record" : "officer-decision-record");
  }
}

}  // namespace

void explain_decision(Steps& steps, const schema::Standards& standards) {
  const Value decided = steps.field("decided"), notice = steps.field("notice_published");
  const Value published = steps.field("published");
  const auto kind = WorkingDays::council_notices;
  const auto between = [&](std::string_view key, Value from, Value to, std::string_view rule) {
    steps.step(key, "clear-working-days-between", {{"from", from}, {"to", to}}, rule,
               steps.skipped(from, to, kind));
  };
  steps.step("notice_clear_days", "clear-days-between", {{"from", notice}, {"to", decided}},
             "key-decision-notice");
  between("notice_clear_working_days", notice, decided, "key-decision-notice");
  steps.step("private_notice_28_clear_days", "clear-days-between",
             {{"from", steps.field("private_notice_28")}, {"to", decided}},
             "private-meeting-notice");
  between("private_notice_5_clear_days", steps.field("private_notice_5"), decided,
          "private-meeting-notice");
  steps.step("working_days_to_publish", "working-days-between",
             {{"from", decided}, {"to", published}}, "decision-published",
             steps.skipped(decided, published, kind));
  Value last = steps.field("call_in")["deadline"];
  const Value from = published.has_value() ? published : decided;
  steps.step("call_in_deadline", "working-days-after",
             {{"from", published}, {"days", Value::number(standards.call_in_days)}}, "call-in",
             steps.skipped(published, steps.derived("call_in_deadline"), kind));
  if (!last.has_value()) last = steps.derived("call_in_deadline");
  steps.step("call_in_working_days", "working-days-between", {{"from", from}, {"to", last}},
             "call-in", steps.skipped(from, last, kind));
  steps.step("call_in", "call-in-by-day",
             {{"deadline", last},
              {"called_in", steps.field("call_in")["called_in"]},
              {"as_of", steps.as_of()}},
             "call-in");
  steps.step("keep_until", "years-from", {{"from", decided}, {"years", Value::number(kYearsOpen)}},
             "decision-kept");
  explain_what_it_holds(steps);
}

}  // namespace glasshouse::rules
