// From sources to the finished site: definitions, validation, what is public, references both ways,
// order and facets.
#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::model {

/// Makes the site, which rules/ then complete; from there on it is const. Never null: what has
/// errors is left out, having been said, so that a preview can show the rest; a site whose
/// diagnostics hold an error must not be published.
[[nodiscard]] std::unique_ptr<Site> build_site(content::Source source, const SiteOptions& options,
                                               Diagnostics& diagnostics);

}  // namespace glasshouse::model
