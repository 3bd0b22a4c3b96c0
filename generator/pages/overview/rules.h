// /rules/: what each rule asks, how many records keep it, which do not, and since when.
// /rules/index.json has the same, from the same rulings of the model.
#pragma once

#include <string>
#include <vector>

#include "model/route.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// Where the page is from the site's root: "rules/", or "how-rules-are-kept/" where a collection
/// has that address. Empty where the site has no such page.
[[nodiscard]] std::string rules_path(const Theme& theme);

/// Adds the page and its JSON, where any rule was applied to any record.
void add_rules_overview(const model::Site& site, const Theme& theme,
                        std::vector<model::Route>& routes);

/// {as_of, rules: [{id, title, asks, law, law_url?, level, kept, not_kept, not_in_source, since?,
/// findings: [{record, message, sentence, since?, values?}]}], not_applied: [{id, title, law}]}.
[[nodiscard]] Value rules_json(const Making& making);

}  // namespace glasshouse::pages
