// The sentences of the home page with figures that the rules computed: promises kept of those made,
// requests answered in time, decisions taken in private.
#pragma once

#include "pages/show.h"

namespace glasshouse::pages {

/// Puts the computed figure of the kind in place of a plain count: `number` ("5 of 86"), `text`,
/// `part`, and `href` of the overview where there is one. Leaves the view as it is where there is
/// nothing to compute.
void set_computed_figure(const Making& making, schema::Kind kind, View& view);

}  // namespace glasshouse::pages
