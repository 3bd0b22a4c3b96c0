// The old addresses of records, `redirect_from`: where each leads now. They are made into small
// pages (pages/redirect_pages.h) and into rules of web servers (formats/redirect_rules.h).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::model {

struct Redirect {
  /// From the site's root, without "/" in front: "foi/old/", or "old.html". Of letters, digits,
  /// "-", "_", "." and "~": it stands in the configuration of web servers as it is.
  std::string_view from;
  const Record* record = nullptr;  // where it leads; withdrawn ones too

  /// "foi/old/index.html": the file of its page.
  [[nodiscard]] std::string path() const;
};

/// Of all records, by `from`. Left out and said as errors: an address that no page can have
/// ("redirect-address"), one that the site has as a page of its own, the record's own included
/// ("redirect-taken"), and one that two records claim ("redirect-twice").
[[nodiscard]] std::vector<Redirect> read_redirects(const Site& site, Diagnostics& diagnostics);

/// The redirect that leads the path, or a folder above it, elsewhere: of "foi/old/letter.pdf" that
/// of "foi/old/". The nearest folder wins; nullptr where there is none.
[[nodiscard]] const Redirect* find_redirect(std::span<const Redirect> redirects,
                                            std::string_view path);

}  // namespace glasshouse::model
