// What the rules computed of one record, as its page shows it: the map `computed` of a template,
// described in docs/templates.md. Everything comes from `derived`, from the findings and from
// rules/explain.h; nothing is judged here.
#pragma once

#include "pages/show.h"

namespace glasshouse::pages {

/// {rules?, how?, and what the record's kind has: clock, exemptions, promise, answer, promises,
/// what set_ward sets}; undefined where there is nothing of it.
[[nodiscard]] Value computed_view(const Making& making, const model::Record& record);

/// [{title, href?, law, law_href?, keeping, sentences?}]: the rules that the record does not keep,
/// and of decisions those too that it keeps or does not say enough about.
[[nodiscard]] Value kept_rules_view(const Making& making, const model::Record& record);

/// [{label, text, formula, skipped?: [text]}]: how each value of `derived` is worked out.
[[nodiscard]] Value how_view(const Making& making, const model::Record& record);

// What the record's kind adds.
void set_request(const Making& making, const model::Record& record, View& view);
void set_promise(const Making& making, const model::Record& record, View& view);
void set_decision(const Making& making, const model::Record& record, View& view);
void set_recommendation(const Making& making, const model::Record& record, View& view);
/// Of a priority and of a ward: the promises that name it.
void set_promises_of(const Making& making, const model::Record& record, View& view);
/// Of a ward: population, next_forum, forums, lead, lately, figures, neighbours.
void set_ward(const Making& making, const model::Record& record, View& view);

}  // namespace glasshouse::pages
