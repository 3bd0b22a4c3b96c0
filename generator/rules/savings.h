// Savings: shares of each row, sums by directorate, year and snapshot, what moved between
// snapshots, and reconciliation with the totals that a report prints: to the last pound, or it is
// an error. A report whose rows do not add up to its total has been copied wrongly, or is wrong
// itself.
//
// `derived` of a row: accounted_for (the sum of its four parts), on_track_per_cent (each where the
// row states it), and of a printed total `reconciles`.
#pragma once

#include "rules/workspace.h"

namespace glasshouse::rules {

void derive_savings(Workspace& work, model::Collection& collection);

}  // namespace glasshouse::rules
