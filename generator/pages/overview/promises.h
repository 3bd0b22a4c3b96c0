// /promises/: what was promised, and how it stands by what the records show, beside what was
// declared. /promises/index.json has the same figures and every promise.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// Where the page is from the site's root: "promises/", or "how-promises-stand/" where a collection
/// has that address. Empty where the site has no such page.
[[nodiscard]] std::string promises_path(const Theme& theme);

/// Adds the page and its JSON, where the site has promises.
void add_promises_overview(const model::Site& site, const Theme& theme,
                           std::vector<model::Route>& routes);

/// {as_of, all, sourced, slippage, priorities: [{record, …figures}], directorates: [{directorate,
/// …figures}], moves:
/// [{record, moved_on?, from, to, days, reason?}], promises: [{record, declared?, standing,
/// disputed?, due?, days_past_due?, slipped_days?}], promises_without_decision: [record],
/// recommendations_without_answer: [record]}. Figures: promises_figures.h.
[[nodiscard]] Value promises_json(const Making& making);

}  // namespace glasshouse::pages
