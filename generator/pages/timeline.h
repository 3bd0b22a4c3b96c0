// What happened to a record when: its dates from all its fields, in order.
#pragma once

#include "pages/show.h"

namespace glasshouse::pages {

/// [{when, label, note, link, source, ahead}] by date, then in the schema's order: each field that
/// is a date, each date in an object, each item of a list that has a `date`. `ahead` where the day
/// is after the site's `as_of`. What says something of the record itself (when it was updated,
/// corrected, withdrawn, published) is left out.
[[nodiscard]] Value timeline_view(const Making& making, const model::Record& record);

}  // namespace glasshouse::pages
