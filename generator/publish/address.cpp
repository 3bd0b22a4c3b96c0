#include "publish/address.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "publish/manifest.h"

namespace glasshouse::publish {

namespace {

constexpr std::size_t kLongestName = 255;   // bytes; NAME_MAX of Linux's filesystems
constexpr std::size_t kLongestPath = 2048;  // bytes; leaves room for the folder under PATH_MAX

bool is_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name.size() <= kLongestName;
}

// Quotes and backslashes would need escapes in the manifest, and are trouble in addresses.
bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '"' && c != '\\';
}

bool is_safe(std::string_view path) {
  return path.size() <= kLongestPath && std::ranges::all_of(path, is_plain) &&
         std::ranges::all_of(split(path, '/'), is_name) && !find_invalid_utf8(path);
}

bool is_route(std::span<const model::Route> routes, std::string_view path) {
  return std::ranges::binary_search(
      routes, path, {}, [](const model::Route& r) -> std::string_view { return r.path; });
}

}  // namespace

void check_addresses(std::span<const model::Route> routes, Diagnostics& diagnostics) {
  std::string_view last_folder;
  for (const model::Route& route : routes) {
    const std::string_view path = route.path;
    if (!is_safe(path)) {
      diagnostics.error("address-unsafe", {},
                        fmt::format("\"{}\" cannot be the path of a file", path),
                        "Use names of letters, digits, \"-\", \"_\" and \".\".");
      continue;
    }
    if (path == kManifestPath) {
      diagnostics.error("address-reserved", {},
                        "manifest.json is written by the publication itself, and cannot be a page",
                        "Give the record or file another name.");
    }
    const std::size_t slash = path.rfind('/');
    const std::string_view folder = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    if (folder == last_folder) continue;
    last_folder = folder;
    for (std::size_t end = folder.size(); end != std::string_view::npos && end > 0;
         end = folder.rfind('/', end - 1)) {
      if (!is_route(routes, folder.substr(0, end))) continue;
      diagnostics.error("address-is-folder", {},
                        fmt::format("\"{}\" would be a file, and the folder of \"{}\"",
                                    folder.substr(0, end), path),
                        "Give one of the two another name.");
    }
  }
}

}  // namespace glasshouse::publish
