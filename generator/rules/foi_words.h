// The names that FOI records and their `derived` use, looked up or made once.
#pragma once

#include <array>
#include <unordered_map>

#include "rules/exemptions.h"
#include "rules/field_table.h"
#include "rules/foi_clock.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

struct FoiFields : FieldTable {
  explicit FoiFields(const model::Collection& c)
      : FieldTable(c),
        received(*this, "received"),
        clarification_requested(*this, "clarification_requested"),
        clarification_received(*this, "clarification_received"),
        fees_notice(*this, "fees_notice"),
        fees_paid(*this, "fees_paid"),
        extension(*this, "extension"),
        responded(*this, "responded"),
        regime(*this, "regime"),
        outcome(*this, "outcome"),
        exemptions(*this, "exemptions"),
        public_interest(*this, "public_interest"),
        internal_review(*this, "internal_review"),
        directorate(*this, "directorate"),
        datasets(*this, "datasets"),
        estimated_hours(*this, "estimated_hours") {}
  TableField received, clarification_requested, clarification_received, fees_notice, fees_paid,
      extension, responded, regime, outcome, exemptions, public_interest, internal_review,
      directorate, datasets, estimated_hours;
};

class FoiWords {
 public:
  explicit FoiWords(const Workspace& work)
      : clock_starts(work.text("clock_starts")),
        deadline(work.text("deadline")),
        statutory_deadline(work.text("statutory_deadline")),
        working_days(work.text("working_days")),
        not_counted(work.text("not_counted")),
        days_late(work.text("days_late")),
        timeliness(work.text("timeliness")),
        exemptions(work.text("exemptions")),
        public_interest_test(work.text("public_interest_test")),
        internal_review(work.text("internal_review")),
        estimated_cost(work.text("estimated_cost")),
        work_(&work) {
    for (std::size_t i = 0; i < timeliness_.size(); ++i) {
      timeliness_[i] = work.text(name_of(static_cast<Timeliness>(i)));
    }
  }
  Value clock_starts, deadline, statutory_deadline, working_days, not_counted, days_late,
      timeliness, exemptions, public_interest_test, internal_review, estimated_cost;

  [[nodiscard]] Value of(Timeliness which) const {
    return timeliness_[static_cast<std::size_t>(which)];
  }
  /// {"exemption": as written, "section", "class", "title", "public_interest_test"}: made once for
  /// each way of writing it.
  [[nodiscard]] Value exemption(const Exemption& exemption, Value written) {
    Value& made = exemptions_[written.text()];
    if (made.is_undefined()) {
      const bool needs_test = exemption.exemption_class == ExemptionClass::qualified;
      made = work_->map({{"exemption", written},
                         {"section", work_->text(exemption.section())},
                         {"class", work_->text(name_of(exemption.exemption_class))},
                         {"title", work_->text(exemption.title)},
                         {"public_interest_test", Value::boolean(needs_test)}});
    }
    return made;
  }

 private:
  const Workspace* work_;
  std::array<Value, 8> timeliness_;
  std::unordered_map<std::string_view, Value> exemptions_;
};

}  // namespace glasshouse::rules
