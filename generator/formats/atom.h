// Atom feeds (RFC 4287) of a collection's newest records.
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::formats {

/// How many entries a feed holds: the newest.
inline constexpr std::size_t kFeedEntries = 50;

/// Adds the feed. Ids are the records' addresses, which never change; every date comes from
/// content.
void append_collection_atom(std::string& out, const model::Site& site,
                            const model::Collection& collection);

}  // namespace glasshouse::formats
