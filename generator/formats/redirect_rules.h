// The old addresses of records as rules of web servers, which lead on what a page cannot: data and
// attachments, with the status 301 (RFC 9110, 15.4.2).
//   redirects.nginx.conf   nginx: `include` it in the server block (ngx_http_rewrite_module)
//   redirects.apache.conf  Apache: `Include` it in the host's configuration (mod_alias)
//   _redirects             Netlify reads it from the root of the site
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/redirects.h"
#include "model/route.h"

namespace glasshouse::formats {

/// Adds the three files; none where there are no redirects. `routes` must hold all other files: a
/// folder that has some leads on its page alone. `site` must outlive the routes.
void add_redirect_rules(const model::Site& site, std::span<const model::Redirect> redirects,
                        std::vector<model::Route>& routes);

}  // namespace glasshouse::formats
