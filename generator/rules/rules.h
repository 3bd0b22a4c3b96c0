// What the law and good practice say of the records. Start here; then catalogue.h for the rules
// there are, and the file of a family (foi.h, decisions.h, promises.h …).
#pragma once

#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::rules {

/// Completes a site just built: `derived` of every record that a rule computes something of, and
/// the site's `rulings` and `statistics`. Says what cannot be true, what the calendar lacks, and
/// the findings of rules that site.json raises. Call it once, before the site is shared.
void derive(model::Site& site, Diagnostics& diagnostics);

}  // namespace glasshouse::rules
