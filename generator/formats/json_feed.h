// JSON Feed 1.1 (jsonfeed.org).
#pragma once

#include <string>

#include "formats/feed.h"

namespace glasshouse::formats {

/// Adds the feed. `_glasshouse` of an item says what a reader of records wants beside it: the
/// record's collection and id, its JSON, and whether it is illustrative.
void append_json_feed(std::string& out, const model::Site& site, const Feed& feed,
                      model::Workspace& space);

}  // namespace glasshouse::formats
