#include "model/route.h"

#include <algorithm>
#include <unordered_map>

namespace glasshouse::model {

namespace {

// The folder that holds the path; empty for the site's root.
std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// `other` has the address that `route` wants.
void say_taken(const Route& route, const Route* other, std::string message,
               Diagnostics& diagnostics) {
  if (other && !other->source.empty()) message += ": " + std::string(other->source) + " has it";
  diagnostics.error("address-taken", Place(route.source), std::move(message),
                    "Rename the record, the page, the attachment or the collection that is newer.");
}

}  // namespace

void finish_routes(std::vector<Route>& routes, Diagnostics& diagnostics) {
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.path < b.path; });
  std::unordered_map<std::string_view, const Route*> files;
  files.reserve(routes.size());
  for (const Route& route : routes) {
    const auto [first, is_new] = files.emplace(route.path, &route);
    if (!is_new) {
      say_taken(route, first->second, "two pages of the site would have the address /" + route.path,
                diagnostics);
    }
  }
  std::string_view last_folder;
  for (const Route& route : routes) {
    const std::string_view parent = folder_of(route.path);
    if (parent == last_folder) continue;
    last_folder = parent;
    for (std::string_view folder = parent; !folder.empty(); folder = folder_of(folder)) {
      const auto file = files.find(folder);
      if (file == files.end()) continue;
      say_taken(route, file->second,
                "the site would need /" + std::string(folder) +
                    " both as a file and as a folder, for /" + route.path,
                diagnostics);
    }
  }
}

bool has_address(std::span<const Route> routes, std::string_view address) {
  // The list of all files is written with them, by publish/.
  if (address == "manifest.json") return true;
  std::string path(address);
  if (path.empty() || path.back() == '/') path += "index.html";
  const auto found = std::ranges::lower_bound(routes, path, {}, &Route::path);
  return found != routes.end() && found->path == path;
}

void check_site_links(const Site& site, std::span<const Route> routes, Diagnostics& diagnostics) {
  for (const auto* links : {&site.settings.navigation, &site.settings.footer}) {
    for (const schema::NavigationLink& link : *links) {
      const std::string_view address = link.href.substr(0, link.href.find_first_of("?#"));
      if (!address.starts_with('/') || has_address(routes, address.substr(1))) continue;
      diagnostics.error("broken-link", link.place, "the site has no page " + std::string(address),
                        "Copy the address of the page from the preview, or leave the link out.");
    }
  }
}

}  // namespace glasshouse::model
