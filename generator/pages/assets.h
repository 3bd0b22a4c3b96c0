// What pages load beside themselves: the stylesheet, the script, pictures. Each is published under
// a name that holds a fingerprint of its bytes, so that browsers may keep it for ever.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::pages {

struct Asset {
  std::string path;  // from the site's root: "assets/site-1a2b3c4d5e.css"
  std::string_view media_type;
  std::string bytes;
};

struct Assets {
  std::vector<Asset> files;
  Value addresses;  // file name as the theme has it ("site.css") → its address with the base path
};

struct AssetOptions {
  std::vector<std::filesystem::path> roots;  // as templates are found: the first that has it wins
  std::string_view base_path;
  std::string_view brand_colour;  // "#rrggbb"
};

/// The stylesheet is govuk-frontend's without its fonts and crest, the theme's assets/site.css, and
/// the brand's colours; the script is assets/site.js, which imports govuk-frontend's; every other
/// file of assets/ is published as it is. None where one of them is missing, having said so.
[[nodiscard]] std::optional<Assets> prepare_assets(const AssetOptions& options, Arena& arena,
                                                   Diagnostics& diagnostics);

/// govuk-frontend's stylesheet without what only gov.uk may use: the typeface GDS Transport, whose
/// place the system's own takes, and the crest.
[[nodiscard]] std::string without_government_marks(std::string_view stylesheet);

/// The rule that gives the site its colours: `--gh-brand`, and `--gh-brand-text` that reads on it
/// (WCAG 2.2: the one of black and white with more contrast).
[[nodiscard]] std::string brand_rule(std::string_view colour);

}  // namespace glasshouse::pages
