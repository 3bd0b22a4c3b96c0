// The catalogue of the site's data: DCAT 3 (w3.org/TR/vocab-dcat-3) as JSON-LD, to the profile that
// European portals harvest (DCAT-AP 3.0.1).
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::formats {

/// Adds catalog.jsonld. Its context stands in it: nothing is fetched to read it.
void append_dcat(std::string& out, const model::Site& site);

}  // namespace glasshouse::formats
