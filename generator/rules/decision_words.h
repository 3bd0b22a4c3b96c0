// The names that decisions and their `derived` use, each hashed or made once for a collection.
#pragma once

#include "rules/workspace.h"

namespace glasshouse::rules {

struct DecisionFields {
  explicit DecisionFields(const model::Collection& c)
      : decision_maker(c, "decision_maker"),
        decided(c, "decided"),
        decided_period(c, "decided_period"),
        published(c, "published"),
        decision(c, "decision"),
        reasons(c, "reasons"),
        alternatives_rejected(c, "alternatives_rejected"),
        conflicts(c, "conflicts"),
        dispensations(c, "dispensations"),
        key_decision(c, "key_decision"),
        key_limbs(c, "key_limbs"),
        notice_published(c, "notice_published"),
        urgency(c, "urgency"),
        urgency_reason(c, "urgency_reason"),
        urgency_agreed(c, "urgency_agreed"),
        is_private(c, "private"),
        exempt_paragraphs(c, "exempt_paragraphs"),
        private_reason(c, "private_reason"),
        private_notice_28(c, "private_notice_28"),
        private_notice_5(c, "private_notice_5"),
        value(c, "value"),
        call_in(c, "call_in"),
        wards(c, "wards") {}
  FieldKey decision_maker, decided, decided_period, published, decision, reasons,
      alternatives_rejected, conflicts, dispensations, key_decision, key_limbs, notice_published,
      urgency, urgency_reason, urgency_agreed, is_private, exempt_paragraphs, private_reason,
      private_notice_28, private_notice_5, value, call_in, wards;
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
        call_in_working_days(w.text("call_in_working_days")),
        kept(w.text("kept")),
        not_kept(w.text("not-kept")),
        open(w.text("open")),
        closed(w.text("closed")),
        called_in(w.text("called-in")) {}
  Value maker, notice, notice_clear_days, notice_clear_working_days, private_notice,
      private_notice_28_clear_days, private_notice_5_clear_days, paragraphs, record_missing,
      record_complete, working_days_to_publish, call_in, call_in_working_days;
  Value kept, not_kept, open, closed, called_in;  // values
};

}  // namespace glasshouse::rules
