// Atom feeds (RFC 4287).
#pragma once

#include <string>

#include "formats/feed.h"

namespace glasshouse::formats {

/// Adds the feed. Ids are the addresses of page and records, which never change; every date comes
/// from content.
void append_atom(std::string& out, const model::Site& site, const Feed& feed,
                 model::Workspace& space);

}  // namespace glasshouse::formats
