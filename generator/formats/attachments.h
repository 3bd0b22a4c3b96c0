// The files that stand beside a record, published as they are.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::formats {

/// The Content-Type for a file name, by its ending; empty for kinds of file that are not published:
/// what a browser would run as part of the site (HTML, SVG, scripts), and what is not known.
[[nodiscard]] std::string_view attachment_type(std::string_view name);

/// Adds a route for each attachment of a record that is not withdrawn; says those that cannot be
/// published ("attachment-type").
void add_attachment_routes(const model::Site& site, std::vector<model::Route>& routes,
                           Diagnostics& diagnostics);

}  // namespace glasshouse::formats
