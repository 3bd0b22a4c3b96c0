#include "rules/explain_step.h"

namespace glasshouse::rules {

void explain_promise(Steps& steps, const schema::Standards& standards) {
  const Value original = steps.field("due_original");
  Value due = steps.field("due_current");
  if (!due.has_value()) due = original;
  const Value declared = steps.field("status");
  for (const std::string_view key : {"status", "past_due", "overdue", "disputed"}) {
    steps.step(key, "standing", {{"declared", declared}, {"due", due}, {"as_of", steps.as_of()}},
               key == "status" || key == "disputed" ? "promise-as-declared" : "promise-on-time");
  }
  steps.step("agrees", "declared-against-shown",
             {{"declared", declared}, {"shown", steps.derived("status")}}, "promise-as-declared");
  steps.step("days_past_due", "days-between", {{"from", due}, {"to", steps.as_of()}},
             "promise-on-time");
  steps.step("slipped_days", "days-between", {{"from", original}, {"to", due}},
             "promise-kept-to-date");
  steps.step("days_since_review", "days-between",
             {{"from", steps.field("last_reviewed")}, {"to", steps.as_of()}}, "promise-reviewed");
  steps.step("slipped_times", "moves-later", {}, "promise-kept-to-date");
  steps.step("stale", "reviewed-within",
             {{"last_reviewed", steps.field("last_reviewed")},
              {"next_review", steps.field("next_review")},
              {"days", Value::number(standards.promise_review_days)},
              {"as_of", steps.as_of()}},
             "promise-reviewed");
  const std::size_t pieces = steps.field("evidence").items().size();
  steps.step("unevidenced", "evidence-given",
             {{"declared", declared}, {"pieces", Value::number(static_cast<double>(pieces))}},
             "promise-evidence");
  const std::string_view parts[] = {"owner", "due_current", "measure"};
  steps.step("missing", "parts-present", {{"parts", steps.names(parts)}}, "promise-checkable");
  steps.step("vague_words", "words-found", {}, "promise-checkable");
}

}  // namespace glasshouse::rules
