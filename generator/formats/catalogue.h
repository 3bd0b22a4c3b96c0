// What the site offers as data: each collection and each dataset with its files, told once for
// every catalogue format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace glasshouse::formats {

/// A file of an entry. Views are constant or live in the site.
struct CatalogueFile {
  std::string path;             // from the site's root, without "/" in front
  std::string_view media_type;  // "text/csv", without parameters
  std::string title;
  std::string_view issued;  // ISO date; may be empty
  std::uint64_t bytes = 0;  // 0: not known before the build
};

/// A table of records. Views live in the site.
struct CatalogueEntry {
  std::string id;   // "foi"; "data/spending-over-500"
  std::string url;  // its page, from the site's root
  std::string_view title, description, publisher, licence;
  std::string_view frequency;        // "monthly", "quarterly", "annual", "once"; may be empty
  std::string_view coverage, place;  // in words; may be empty
  std::string issued, updated;       // ISO dates; `issued` may be empty
  std::vector<std::string_view> keywords;
  bool illustrative = false;
  std::vector<CatalogueFile> files;
};

/// The collections by name, but for plain pages, then the datasets that have files.
[[nodiscard]] std::vector<CatalogueEntry> catalogue_of(const model::Site& site);

/// "CSV" of "text/csv": the word for the format, also in the file types of the EU's Publications
/// Office; empty where there is none.
[[nodiscard]] std::string_view format_word(std::string_view media_type);

}  // namespace glasshouse::formats
