// A dataset told to search engines: schema.org/Dataset as JSON-LD, for a data block in its page.
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::pages {

/// JSON that may stand in a script element as it is: every `<` is written \u003c.
[[nodiscard]] std::string dataset_markup(const model::Site& site, const model::Dataset& dataset);

}  // namespace glasshouse::pages
