#include "model/route.h"

#include <algorithm>
#include <unordered_set>

namespace glasshouse::model {

namespace {

// The folder that holds the path; empty for the site's root.
std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

void say_taken(std::string message, Diagnostics& diagnostics) {
  diagnostics.error("address-taken", Place(), std::move(message),
                    "Rename the record, the page, the attachment or the collection that is newer.");
}

}  // namespace

void finish_routes(std::vector<Route>& routes, Diagnostics& diagnostics) {
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.path < b.path; });
  std::unordered_set<std::string_view> files;
  files.reserve(routes.size());
  for (const Route& route : routes) {
    if (!files.insert(route.path).second) {
      say_taken("two pages of the site would have the address /" + route.path, diagnostics);
    }
  }
  std::string_view last_folder;
  for (const Route& route : routes) {
    const std::string_view parent = folder_of(route.path);
    if (parent == last_folder) continue;
    last_folder = parent;
    for (std::string_view folder = parent; !folder.empty(); folder = folder_of(folder)) {
      if (!files.contains(folder)) continue;
      say_taken("the site would need /" + std::string(folder) +
                    " both as a file and as a folder, for /" + route.path,
                diagnostics);
    }
  }
}

}  // namespace glasshouse::model
