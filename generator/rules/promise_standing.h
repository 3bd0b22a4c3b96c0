// How a promise stands, by its dates and what was declared of it.
//
// No law asks for it. These are the criticisms that an improvement panel made of a council's plan
// in March 2015 (dates that slip without a word, actions that no one can check, progress declared
// and not shown), and what the Best Value guidance under s.26 of the Local Government Act 1999
// expects of any council.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/statistics.h"

namespace glasshouse::rules {

enum class Declared : std::uint8_t {
  nothing,
  not_started,
  on_track,
  at_risk,
  delayed,
  done,
  dropped
};
[[nodiscard]] Declared declared(std::string_view status);

struct PromiseFacts {
  Declared status = Declared::nothing;
  std::optional<Date> due_original, due_current, last_reviewed, next_review;
  bool has_evidence = false;
};

struct PromiseStanding {
  model::Standing standing = model::Standing::not_in_the_source;
  bool past_due = false;  // its date has passed; whether it was kept is another thing
  int days_past_due = 0;  // calendar days
  bool overdue = false;   // past due, a status is declared, and it is neither done nor dropped
  int slipped_days = 0;   // from the first due date to the present one; negative: brought forward
  bool stale = false;     // open, and not reviewed in time
  int days_since_review = 0;
  bool review_missed = false;  // the day that the record names for the next review has passed
  bool unevidenced = false;    // declared done, without evidence
  bool disputed = false;       // declared on track while overdue
};

/// `review_days`: calendar days within which a promise that is not done is looked at again, where
/// its record names no day; `standards.promise_review_days` of site.json.
[[nodiscard]] PromiseStanding stand(const PromiseFacts& facts, Date as_of, int review_days);

}  // namespace glasshouse::rules
