#include "model/route.h"

#include <algorithm>

namespace glasshouse::model {

void finish_routes(std::vector<Route>& routes, Diagnostics& diagnostics) {
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.path < b.path; });
  for (std::size_t i = 1; i < routes.size(); ++i) {
    const std::string& path = routes[i].path;
    if (routes[i - 1].path == path) {
      diagnostics.error("address-taken", Place(),
                        "two pages of the site would have the address /" + path,
                        "Rename the record, the page or the collection that is newer.");
    } else if (path.starts_with(routes[i - 1].path + "/")) {
      diagnostics.error("address-taken", Place(),
                        "the site would need /" + routes[i - 1].path +
                            " both as a file and as a folder, for /" + path,
                        "Rename the attachment, the record or the collection that is newer.");
    }
  }
}

}  // namespace glasshouse::model
