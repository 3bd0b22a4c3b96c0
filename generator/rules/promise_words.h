// The names that promises and their `derived` use, each hashed or made once for a collection.
#pragma once

#include <array>

#include "model/statistics.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

struct PromiseFields {
  explicit PromiseFields(const model::Collection& c)
      : text(c, "text"),
        priority(c, "priority"),
        owner(c, "owner"),
        directorate(c, "directorate"),
        made_on(c, "made_on"),
        due_original(c, "due_original"),
        due_current(c, "due_current"),
        due_history(c, "due_history"),
        status(c, "status"),
        percent(c, "percent"),
        measure(c, "measure"),
        evidence(c, "evidence"),
        last_reviewed(c, "last_reviewed"),
        next_review(c, "next_review"),
        wards(c, "wards") {}
  FieldKey text, priority, owner, directorate, made_on, due_original, due_current, due_history,
      status, percent, measure, evidence, last_reviewed, next_review, wards;
};

struct PromiseWords {
  explicit PromiseWords(const Workspace& w)
      : status(w.text("status")),
        agrees(w.text("agrees")),
        past_due(w.text("past_due")),
        days_past_due(w.text("days_past_due")),
        overdue(w.text("overdue")),
        slipped_days(w.text("slipped_days")),
        slipped_times(w.text("slipped_times")),
        stale(w.text("stale")),
        days_since_review(w.text("days_since_review")),
        unevidenced(w.text("unevidenced")),
        disputed(w.text("disputed")),
        missing(w.text("missing")),
        vague_words(w.text("vague_words")) {
    for (std::size_t i = 0; i < standings.size(); ++i) {
      standings[i] = w.text(model::name_of(static_cast<model::Standing>(i)));
    }
  }
  Value status, agrees, past_due, days_past_due, overdue, slipped_days, slipped_times, stale,
      days_since_review, unevidenced, disputed, missing, vague_words;
  std::array<Value, model::kStandings> standings;
};

}  // namespace glasshouse::rules
