// What the preview answers to a request: a function of what is shown and what is asked, without any
// network. Files are found in the table of routes only, never on a disk.
#pragma once

#include <string>
#include <string_view>

#include "preview/current_site.h"

namespace glasshouse::preview {

struct Ask {
  std::string_view path;   // decoded: "/foi/"
  std::string_view query;  // as sent, without "?"; may be empty
};

struct Answer {
  int status = 200;
  std::string media_type;
  std::string location;  // of a redirect
  std::string body;
};

/// `/x/` is x/index.html, `/x` leads to `/x/`; what there is not is 404.html, with the status 404.
/// Pages come with the problems of the content and with the script that waits for changes;
/// `session` tells one run of the preview from another.
[[nodiscard]] Answer answer(const Ask& ask, const Shown& shown, std::string_view base_path,
                            std::string_view session);

/// What the page and the stream of events call a state of the site.
[[nodiscard]] std::string state_name(std::string_view session, std::uint64_t generation);

/// Whether a request with this Host header was meant for this server: `localhost` or `127.0.0.1`,
/// with any port. Else a page of a stranger, whose name was made to lead here, is asking.
[[nodiscard]] bool is_local_host(std::string_view host);

/// The Content-Security-Policy of every answer: as the theme's pages have it, and no frames.
extern const std::string_view kContentPolicy;

}  // namespace glasshouse::preview
