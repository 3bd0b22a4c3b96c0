// The catalogue as data.json: the keys of DCAT-US 1.1, also called Project Open Data
// (resources.data.gov/resources/dcat-us), which CKAN portals harvest. The codes of bureaus and
// programmes, which only federal bodies of the United States have, are left out.
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::formats {

/// Adds data.json. `contactPoint` has an email address only where the site's settings have one.
void append_pod(std::string& out, const model::Site& site);

}  // namespace glasshouse::formats
