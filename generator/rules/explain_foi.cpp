#include "rules/explain_step.h"
#include "rules/foi.h"

namespace glasshouse::rules {

void explain_foi(Steps& steps) {
  const Value starts = steps.derived("clock_starts"), deadline = steps.derived("deadline");
  const Value statutory = steps.derived("statutory_deadline"), out = steps.derived("not_counted");
  const std::string_view rule =
      steps.field("regime").text() == "eir" ? "eir-deadline" : "foi-deadline";
  const auto kind = WorkingDays::freedom_of_information;
  const Value days = Value::number(kAnswerDays);
  const bool is_clarified = steps.field("clarification_received").text() == starts.text();
  steps.as_written("clock_starts", is_clarified ? "clarification_received" : "received");
  steps.step("statutory_deadline", "working-days-after", {{"from", starts}, {"days", days}}, rule,
             steps.skipped(starts, statutory, kind));
  steps.step("not_counted", "working-days-from-to",
             {{"from", steps.field("fees_notice")}, {"to", steps.field("fees_paid")}}, rule);
  if (statutory.has_value()) {
    steps.step(
        "deadline", "extended-to",
        {{"from", starts}, {"days", days}, {"statutory_deadline", statutory}, {"until", deadline}},
        "foi-extension", steps.skipped(starts, statutory, kind));
  } else if (out.has_value()) {
    steps.step("deadline", "working-days-after-without-fee",
               {{"from", starts}, {"days", days}, {"not_counted", out}}, rule,
               steps.skipped(starts, deadline, kind));
  } else {
    steps.step("deadline", "working-days-after", {{"from", starts}, {"days", days}}, rule,
               steps.skipped(starts, deadline, kind));
  }
  const Value responded = steps.field("responded");
  const Value end = responded.has_value() ? responded : steps.as_of();
  steps.step("working_days", "working-days-between", {{"from", starts}, {"to", end}}, rule,
             steps.skipped(starts, end, kind));
  steps.step("days_late", "working-days-between", {{"from", deadline}, {"to", end}}, rule,
             steps.skipped(deadline, end, kind));
  if (responded.has_value()) {
    steps.step("timeliness", "answer-against-deadline",
               {{"responded", responded}, {"deadline", deadline}}, rule);
  } else {
    steps.step("timeliness", "today-against-deadline",
               {{"as_of", steps.as_of()}, {"deadline", deadline}}, rule);
  }
  const Value requested = steps.field("internal_review")["requested"];
  const Value review = steps.derived("internal_review")["deadline"];
  steps.step("internal_review", "working-days-after",
             {{"from", requested},
              {"days", Value::number(rule == "eir-deadline" ? kExtendedDays : kAnswerDays)}},
             "foi-review", steps.skipped(requested, review, kind));
  for (const std::string_view key : {"exemptions", "public_interest_test"}) {
    steps.step(key, "class-of-exemptions", {}, "foi-public-interest");
  }
  steps.step("estimated_cost", "hours-at-rate",
             {{"hours", steps.field("estimated_hours")}, {"rate", Value::number(kCostOfHour)}},
             "foi-cost-limit");
}

}  // namespace glasshouse::rules
