// The names that decisions and their `derived` use, looked up or made once.
#pragma once

#include "rules/field_table.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

struct DecisionFields : FieldTable {
  explicit DecisionFields(const model::Collection& c)
      : FieldTable(c),
        decision_maker(*this, "decision_maker"),
        decided(*this, "decided"),
        decided_period(*this, "decided_period"),
        published(*this, "published"),
        decision(*this, "decision"),
        reasons(*this, "reasons"),
        alternatives_rejected(*this, "alternatives_rejected"),
        conflicts(*this, "conflicts"),
        dispensations(*this, "dispensations"),
        key_decision(*this, "key_decision"),
        key_limbs(*this, "key_limbs"),
        notice_published(*this, "notice_published"),
        urgency(*this, "urgency"),
        urgency_reason(*this, "urgency_reason"),
        urgency_agreed(*this, "urgency_agreed"),
        urgency_reported(*this, "urgency_reported"),
        is_private(*this, "private"),
        exempt_paragraphs(*this, "exempt_paragraphs"),
        private_reason(*this, "private_reason"),
        private_notice_28(*this, "private_notice_28"),
        private_notice_5(*this, "private_notice_5"),
        representations(*this, "representations"),
        value(*this, "value"),
        call_in(*this, "call_in"),
        wards(*this, "wards") {}
  TableField decision_maker, decided, decided_period, published, decision, reasons,
      alternatives_rejected, conflicts, dispensations, key_decision, key_limbs, notice_published,
      urgency, urgency_reason, urgency_agreed, urgency_reported, is_private, exempt_paragraphs,
      private_reason, private_notice_28, private_notice_5, representations, value, call_in, wards;
};

struct DecisionWords {
  explicit DecisionWords(const Workspace& w)
      : maker(w.text("maker")),
        notice(w.text("notice")),
        notice_clear_days(w.text("notice_clear_days")),
        notice_clear_working_days(w.text("notice_clear_working_days")),
        private_notice(w.text("private_notice")),
        private_notice_28_clear_days(w.text("private_notice_28_clear_days")),
        private_notice_5_clear_days(w.text("private_notice_5_clear_days")),
        paragraphs(w.text("paragraphs")),
        record_missing(w.text("record_missing")),
        record_complete(w.text("record_complete")),
        working_days_to_publish(w.text("working_days_to_publish")),
        call_in(w.text("call_in")),
        call_in_deadline(w.text("call_in_deadline")),
        call_in_working_days(w.text("call_in_working_days")),
        keep_until(w.text("keep_until")),
        kept(w.text("kept")),
        not_kept(w.text("not-kept")),
        open(w.text("open")),
        closed(w.text("closed")),
        called_in(w.text("called-in")) {}
  Value maker, notice, notice_clear_days, notice_clear_working_days, private_notice,
      private_notice_28_clear_days, private_notice_5_clear_days, paragraphs, record_missing,
      record_complete, working_days_to_publish, call_in, call_in_deadline, call_in_working_days,
      keep_until;
  Value kept, not_kept, open, closed, called_in;  // values
};

}  // namespace glasshouse::rules
