// /openness/: how requests for information were answered, and what was decided in private.
// /openness/index.json has the same figures.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// The page's path, "openness/"; empty where the site has no such page.
[[nodiscard]] std::string openness_path(const Theme& theme);

/// Adds the page and its JSON, where the site has requests or decisions.
void add_openness_overview(const model::Site& site, const Theme& theme,
                           std::vector<model::Route>& routes);

/// {as_of, formulas, foi?: {illustrative, all, quarters: [figures], directorates: [figures],
/// exemptions: [{exemption, title, count}], overdue: [record], should_be_dataset: [{record,
/// datasets}]}, decisions?: {illustrative, all, years: [figures], paragraphs: [{paragraph, title,
/// count}]}}. Figures: openness_figures.h.
[[nodiscard]] Value openness_json(const Making& making);

}  // namespace glasshouse::pages
