// The site's data described as an API: OpenAPI 3.1 (spec.openapis.org/oas/v3.1.0), made from the
// definitions of the collections. Every field refers to the schema.json that the build enforced.
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::formats {

/// Adds openapi.json. References are relative to it, so that it can be read from a copy of the
/// site.
void append_openapi(std::string& out, const model::Site& site);

}  // namespace glasshouse::formats
