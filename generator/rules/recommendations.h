// Recommendations: which promises answer each, and how far those are; the rule
// recommendation-answered. The Best Value guidance under s.26 of the Local Government Act 1999
// expects a council to answer what inspections find with actions that can be followed.
//
// `derived`: answer ("done", "under-way", "late", "not-in-the-source", "none", "turned-down"),
// promises (how many), promises_done, and standings (how many of each). An illustrative promise
// answers illustrative recommendations alone.
#pragma once

#include "rules/workspace.h"

namespace glasshouse::rules {

/// Reads `derived` of promises: call it after derive_promises.
void derive_recommendations(Workspace& work, model::Collection& collection);

}  // namespace glasshouse::rules
