// A route: one file of the published site as a function of the finished model. `build` produces
// every route, `serve` those a browser asks for; nothing else differs between them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::model {

struct Route;

/// What one thread keeps while it produces routes, one after another.
struct Workspace {
  std::span<const Route> routes;   // all of the site, finished: where its own links may lead
  Arena arena;                     // reset before each route
  const Record* record = nullptr;  // the record that `content_html` belongs to
  std::string content_html;        // its body as HTML: a page and its JSON twin share it
  /// Takes the bytes of a file so far and empties `out`; where there is none, files are held whole.
  std::function<void(std::string& out)> drain;

  /// To be called between the records of a long file, so that memory does not grow with it.
  void drain_if_long(std::string& out) const {
    if (drain && out.size() >= kLongPart) drain(out);
  }
  static constexpr std::size_t kLongPart = 256 * 1024;
};

struct Route {
  /// From the site's root, without "/" in front; unique: "foi/foi-2018-001/index.html".
  std::string path;
  /// As in a Content-Type header: "text/html; charset=utf-8".
  std::string_view media_type;
  /// Adds the file's bytes to `out`. Pure, but for problems it says. From any thread.
  std::function<void(Workspace&, std::string& out, Diagnostics&)> produce;
  /// The file of the site folder that it shows, if there is one: to tell who wants an address.
  std::string_view source = {};
};

/// Sorts by path, and says two routes of one path ("address-taken").
void finish_routes(std::vector<Route>& routes, Diagnostics& diagnostics);

/// Whether finished routes have a file for the address, which is without "/" in front: "foi/",
/// "foi/records.csv", "" for the home page.
[[nodiscard]] bool has_address(std::span<const Route> routes, std::string_view address);

/// Says the links of the site's settings that lead to no page ("broken-link").
void check_site_links(const Site& site, std::span<const Route> routes, Diagnostics& diagnostics);

}  // namespace glasshouse::model
