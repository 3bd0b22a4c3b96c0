#include "rules/promise_standing.h"

namespace glasshouse::rules {

namespace {

using model::Standing;

Standing standing_of(const PromiseFacts& facts, const PromiseStanding& found) {
  switch (facts.status) {
    case Declared::nothing:
      return Standing::not_in_the_source;
    case Declared::done:
      return Standing::done;
    case Declared::dropped:
      return Standing::dropped;
    default:
      break;
  }
  if (found.overdue) return Standing::late;
  if (facts.status == Declared::not_started) return Standing::not_started;
  if (facts.status == Declared::at_risk) return Standing::at_risk;
  const bool has_slipped = facts.status == Declared::delayed || found.slipped_days > 0;
  return has_slipped ? Standing::slipped : Standing::on_track;
}

}  // namespace

Declared declared(std::string_view status) {
  if (status == "not-started") return Declared::not_started;
  if (status == "on-track") return Declared::on_track;
  if (status == "at-risk") return Declared::at_risk;
  if (status == "delayed") return Declared::delayed;
  if (status == "done") return Declared::done;
  if (status == "dropped") return Declared::dropped;
  return Declared::nothing;
}

PromiseStanding stand(const PromiseFacts& facts, Date as_of, int review_days) {
  PromiseStanding found;
  const bool is_closed = facts.status == Declared::done || facts.status == Declared::dropped;
  const bool is_declared = facts.status != Declared::nothing;
  if (facts.due_current && *facts.due_current < as_of && !is_closed) {
    found.past_due = true;
    found.days_past_due = as_of.days - facts.due_current->days;
    found.overdue = is_declared;
  }
  if (facts.due_original && facts.due_current) {
    found.slipped_days = facts.due_current->days - facts.due_original->days;
  }
  if (facts.last_reviewed && is_declared && !is_closed) {
    found.days_since_review = as_of.days - facts.last_reviewed->days;
    found.review_missed = facts.next_review && *facts.next_review < as_of &&
                          *facts.last_reviewed < *facts.next_review;
    found.stale = facts.next_review ? found.review_missed : found.days_since_review > review_days;
  }
  found.unevidenced = facts.status == Declared::done && !facts.has_evidence;
  found.disputed = facts.status == Declared::on_track && found.overdue;
  found.standing = standing_of(facts, found);
  return found;
}

}  // namespace glasshouse::rules
