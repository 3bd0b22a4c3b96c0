// /answered/: what was recommended, and what came of it: the promises that answer each
// recommendation, how they stand, and the decisions and evidence behind them.
// /answered/index.json has the same figures and every trail.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// Where the page is from the site's root: "answered/", or "what-came-of-it/" where a collection
/// has that address. Empty where the site has no such page.
[[nodiscard]] std::string answered_path(const Theme& theme);

/// Adds the page and its JSON, where the site has recommendations.
void add_answered_overview(const model::Site& site, const Theme& theme,
                           std::vector<model::Route>& routes);

/// {as_of, formulas, all, promises, illustrative_left_out, bodies: [{body, title, …figures}],
/// trails: [{record, body, accepted?, answer, promises: [{record, declared?, standing, disputed?,
/// due?, evidence, decisions: [record]}]}], recommendations_without_answer: [record],
/// promises_without_decision: [record], decisions_without_promise: [record]}. Figures:
/// answered_figures.h; `promises` as in promises_figures.h.
[[nodiscard]] Value answered_json(const Making& making);

}  // namespace glasshouse::pages
