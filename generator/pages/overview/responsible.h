// /responsible/: who answers for what. By directorate: promises, savings and requests for
// information; by office: promises. /responsible/index.json has the same figures.
#pragma once

#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// Adds the page and its JSON, where a promise names who answers for it, or any record a
/// directorate.
void add_responsible_overview(const model::Site& site, const Theme& theme,
                              std::vector<model::Route>& routes);

/// {as_of, directorates: [{directorate, title, promises?, savings?: {year, snapshot, target,
/// on_track, at_risk, delayed, undeliverable}, foi?: {received, due, in_time,
/// in_time_per_cent?}}], offices: [{office, promises, records: [reference]}]}. Figures of promises:
/// promises_figures.h; money in pounds.
[[nodiscard]] Value responsible_json(const Making& making);

}  // namespace glasshouse::pages
