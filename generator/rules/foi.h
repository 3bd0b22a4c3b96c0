// Requests for information: `derived` of each record, the rules foi-deadline, eir-deadline,
// foi-extension, foi-review, foi-reasons, foi-public-interest and foi-cost-limit, and what cannot
// be true. The laws are cited in foi_clock.h and exemptions.h.
#pragma once

#include <vector>

#include "rules/exemptions.h"
#include "rules/foi_clock.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

/// SI 2004/3244 reg 3(3) and 4(4): the appropriate limit of a council is £450, and the time of
/// those who look for the answer costs £25 an hour.
inline constexpr double kCostLimit = 450, kCostOfHour = 25;

/// What statistics count of one request.
struct FoiCase {
  const model::Record* record = nullptr;
  Date received;
  Timeliness timeliness = Timeliness::not_in_the_source;
  bool is_answered = false;
  int working_days = 0;
  std::string_view outcome, directorate;
  bool should_be_dataset = false, reviewed = false, review_changed = false;
  std::vector<const Exemption*> exemptions;
};

/// Judges every request of the collection. Cases come in the order of its file. A request whose
/// `regime` is `other` was answered under another country's law: it is no case, and only what
/// cannot be true is said of it.
void derive_foi(Workspace& work, model::Collection& collection, std::vector<FoiCase>& cases);

}  // namespace glasshouse::rules
