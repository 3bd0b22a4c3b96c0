// What every page has, whatever it shows: the map `page` of a template, and how a page is rendered.
#pragma once

#include <string>
#include <string_view>

#include "pages/show.h"

namespace glasshouse::pages {

struct PageFacts {
  std::string_view title;             // the h1
  std::string_view caption = {};      // above it: what kind of thing this is
  std::string_view description = {};  // one sentence for search engines
  std::string path = {};              // from the site's root: "foi/foi-2018-001/"; empty at home
  std::string_view updated = {};      // an ISO date
  Value breadcrumbs = {};             // [{text, href}], from below home to above this page
  Value data = {};                    // [{text, href}], the same facts for programs
  Value feed = {};                    // feed_view
  bool is_listed = true;              // false: search engines leave it out
};

/// {text, href, json}: the feeds in the folder at this address, as Atom and as JSON Feed.
[[nodiscard]] Value feed_view(Arena& arena, std::string_view text, std::string_view folder);

/// Adds the page to `out`: the template of this name with `context`, to which `page` is added.
void render_page(const Making& making, std::string_view template_name, const PageFacts& facts,
                 View context, std::string& out);

}  // namespace glasshouse::pages
