// Decisions: `derived` of each record, the rules key-decision-notice, key-decision-limbs,
// private-meeting-notice, private-reason, decision-record, officer-decision-record,
// decision-published and call-in, and what cannot be true. SI 2012/2089 reg 5 and 8 to 14, SI
// 2014/2095 reg 7 and 8, Local Government Act 1972 s.100A and Schedule 12A, Local Government Act
// 2000 s.9F(4).
//
// Where the law gives no number, the council's own stands in `standards` of site.json: publication
// "as soon as reasonably practicable", five working days unless it says otherwise; the days to call
// in; the money that is significant (reg 8(1)(a)).
//
// A record with a source document tells what that document said; what it leaves out is "not in the
// source", and no rule is then broken.
#pragma once

#include <vector>

#include "rules/decision_maker.h"
#include "rules/notices.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

/// Years, from the day of a decision, for which its record stays open: decision_keeping.cpp.
inline constexpr int kYearsOpen = 6;

/// What statistics count of one decision.
struct DecisionCase {
  const model::Record* record = nullptr;
  int year = 0;  // 0 where the record has no date
  bool says_private = false, is_private = false, is_key = false, called_in = false;
  Urgency urgency = Urgency::none;
  std::vector<std::string_view> paragraphs;
};

void derive_decisions(Workspace& work, model::Collection& collection,
                      std::vector<DecisionCase>& cases);

}  // namespace glasshouse::rules
