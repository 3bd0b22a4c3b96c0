#include "content/names.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include "base/text.h"
#include "content/folder.h"

namespace glasshouse::content {

namespace {

constexpr std::array<std::string_view, 5> kReserved = {"page", "records", "feed", "schema",
                                                       "index"};

// The same for all names that some disk takes for one.
std::string folded(std::string_view name) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                   static_cast<utf8proc_ssize_t>(name.size()), &bytes, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, std::free);
  if (size < 0) return to_lower(name);
  return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Most names fold to themselves.
bool is_folded_already(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z');
  });
}

std::string printable(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte > 0x20 && byte < 0x7F ? std::string(1, c) : fmt::format("\\x{:02X}", byte);
  }
  return result;
}

}  // namespace

bool check_file_name(std::string_view name, std::string_view folder, Diagnostics& diagnostics) {
  const bool has_control = std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (!has_control && !find_invalid_utf8(name)) return true;
  diagnostics.error("bad-file-name", Place(folder),
                    fmt::format("the file name {} {}", printable(name),
                                has_control ? "holds a control character" : "is not UTF-8"),
                    "Rename the file with letters, digits and hyphens.");
  return false;
}

void drop_colliding_names(std::vector<FolderEntry>& entries, std::string_view folder,
                          Diagnostics& diagnostics) {
  if (std::all_of(entries.begin(), entries.end(),
                  [](const FolderEntry& entry) { return is_folded_already(entry.name); })) {
    return;
  }
  std::unordered_map<std::string, std::string_view> first_of;
  std::erase_if(entries, [&](const FolderEntry& entry) {
    const auto [first, is_new] = first_of.try_emplace(folded(entry.name), entry.name);
    if (is_new) return false;
    diagnostics.error("colliding-names", Place(fmt::format("{}/{}", folder, entry.name)),
                      fmt::format("its name differs from {} only in capitals or accents, and many "
                                  "computers take them for one file",
                                  first->second),
                      "Rename or delete one of the two.");
    return true;
  });
}

bool check_id(std::string_view id, const Place& place, std::span<const std::string_view> facets,
              Diagnostics& diagnostics) {
  if (!is_slug(id)) {
    std::string suggestion = slug(id).substr(0, 100);
    while (suggestion.ends_with('-')) suggestion.pop_back();
    diagnostics.error("bad-id", place,
                      fmt::format("\"{}\" cannot be the id of a record: an id is 1 to 100 small "
                                  "letters, digits and hyphens, with no hyphen at either end",
                                  id),
                      suggestion.empty() ? std::string() : fmt::format("Call it {}.", suggestion));
    return false;
  }
  const bool is_reserved = std::find(kReserved.begin(), kReserved.end(), id) != kReserved.end();
  const bool is_facet = std::find(facets.begin(), facets.end(), id) != facets.end();
  if (!is_reserved && !is_facet) return true;
  diagnostics.error(
      "reserved-id", place,
      fmt::format("\"{}\" cannot be the id of a record: the site uses it in addresses{}", id,
                  is_facet ? " as the name of a facet" : ""),
      fmt::format("Choose another id, such as {}-1.", id));
  return false;
}

bool check_collection_name(std::string_view name, std::string_view path, Diagnostics& diagnostics) {
  if (is_slug(name)) return true;
  const std::string suggestion = slug(name);
  diagnostics.error(
      "bad-collection-name", Place(path),
      fmt::format("\"{}\" cannot be the name of a collection: it is 1 to 100 small "
                  "letters, digits and hyphens, with no hyphen at either end",
                  name),
      suggestion.empty() ? std::string() : fmt::format("Call the folder {}.", suggestion));
  return false;
}

}  // namespace glasshouse::content
