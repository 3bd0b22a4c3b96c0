// Atom feeds (RFC 4287) of the newest records of a collection, or of those that name a ward.
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

/// The same of the records of all collections that name the ward, each with its collection's name
/// as a category.
void append_ward_atom(std::string& out, const model::Site& site, const model::Record& ward);

}  // namespace glasshouse::formats
