// What a feed is of, and what it says of each record: the same in Atom (atom.h) and JSON Feed
// (json_feed.h). A feed stands beside the page whose changes it tells: foi/feed.xml and
// foi/feed.json beside foi/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/latest.h"
#include "model/route.h"

namespace glasshouse::formats {

/// How many entries a feed holds: the newest.
inline constexpr std::size_t kFeedEntries = 50;

struct Feed {
  std::string title;
  std::string_view subtitle;  // may be empty
  std::string_view path;      // of the page, from the site's root: "foi/"; empty for the home page
  std::vector<model::Change> entries;
  bool is_mixed = false;  // of several collections: each entry names its own
};

[[nodiscard]] Feed feed_of(const model::Site& site);
[[nodiscard]] Feed feed_of(const model::Site& site, const model::Collection& collection);
[[nodiscard]] Feed feed_of(const model::Site& site, const model::Collection& collection,
                           const model::FacetValue& value);
/// Of all records that name the ward.
[[nodiscard]] Feed feed_of(const model::Site& site, const model::Record& ward);

/// All that a record says, as HTML to be shown elsewhere: its summary, its fields of Markdown under
/// their titles, its body; addresses are whole.
[[nodiscard]] std::string content_of(const model::Site& site, const model::Record& record,
                                     model::Workspace& space);

/// "2018-06-30T00:00:00Z": records change on a day.
[[nodiscard]] std::string midnight(Date date);

/// Adds feed.xml and feed.json of the site, each collection, each value of a facet, each ward.
void add_feed_routes(const model::Site& site, std::vector<model::Route>& routes);

}  // namespace glasshouse::formats
