// The names that promises and their `derived` use, looked up or made once.
#pragma once

#include <array>

#include "model/statistics.h"
#include "rules/field_table.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

struct PromiseFields : FieldTable {
  explicit PromiseFields(const model::Collection& c)
      : FieldTable(c),
        text(*this, "text"),
        priority(*this, "priority"),
        owner(*this, "owner"),
        directorate(*this, "directorate"),
        made_on(*this, "made_on"),
        due_original(*this, "due_original"),
        due_current(*this, "due_current"),
        due_history(*this, "due_history"),
        status(*this, "status"),
        percent(*this, "percent"),
        measure(*this, "measure"),
        evidence(*this, "evidence"),
        last_reviewed(*this, "last_reviewed"),
        next_review(*this, "next_review"),
        wards(*this, "wards") {}
  TableField text, priority, owner, directorate, made_on, due_original, due_current, due_history,
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
