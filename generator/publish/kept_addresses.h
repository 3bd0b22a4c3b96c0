// The addresses of a site are promises: what was published once is found again. Here the manifest
// of what was published is held against the new routes, and what would be gone is said.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "model/redirects.h"
#include "model/route.h"
#include "publish/manifest.h"

namespace glasshouse::publish {

/// What is to be published.
struct NewSite {
  std::span<const model::Route> routes;  // finished
  const model::Site& site;
  std::span<const model::Redirect> redirects = {};
};

/// Says each address of `before` that the new site does not have: "address-gone",
/// an error, once for a page with all that stood below it. Not said are
/// - what a withdrawn record had besides its page, which stays;
/// - what a redirect leads to a file that is there, or to a withdrawn record;
/// - what site.json waives ("unused-waiver", a warning, for a waiver of nothing that is gone);
/// - what comes and goes with the number of records and with the theme: /assets/, the second and
///   later pages of a list (page/2/, records/2.json), sitemap-2.xml,
///   and the rules of redirects;
/// - the pages of a facet's value that no record has any more ("facet-gone", a warning).
void check_kept_addresses(const Manifest& before, const NewSite& now, Diagnostics& diagnostics);

}  // namespace glasshouse::publish
