// What files and records may be called.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace glasshouse::content {

struct FolderEntry;

/// Whether the name of a file is UTF-8 without control characters; says so where it is not.
bool check_file_name(std::string_view name, std::string_view folder, Diagnostics& diagnostics);

/// Of names that differ only in case or in how Unicode writes an accent, keeps the first and
/// refuses the others: macOS and Windows take them for one file. `entries` are sorted by name.
void drop_colliding_names(std::vector<FolderEntry>& entries, std::string_view folder,
                          Diagnostics& diagnostics);

/// Whether this can be a record's id in a collection with these facets; says so where it cannot.
bool check_id(std::string_view id, const Place& place, std::span<const std::string_view> facets,
              Diagnostics& diagnostics);

/// Whether the address of a folder can have this name; says so where it cannot.
bool check_collection_name(std::string_view name, std::string_view path, Diagnostics& diagnostics);

}  // namespace glasshouse::content
