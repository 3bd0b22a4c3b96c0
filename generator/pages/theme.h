// The theme of one site: its compiled templates, strings and assets, and what pages share, made
// once. Read by all threads; nothing of it changes.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "model/site.h"
#include "pages/assets.h"
#include "pages/computed_index.h"
#include "pages/maps/shapes.h"
#include "pages/plan.h"
#include "pages/strings.h"
#include "template/engine.h"

namespace glasshouse::pages {

/// The folders that templates, strings and assets are found in; the first that has a file wins:
/// the site's own templates/, the theme that comes with the program, govuk-frontend's dist/.
using ThemeRoots = std::vector<std::filesystem::path>;

struct Theme {
  explicit Theme(const model::Site& site, const ThemeRoots& roots)
      : site(site), findings(site.rulings), engine({.roots = roots}) {}

  const model::Site& site;
  FindingIndex findings;
  Arena arena;  // of every Value below; outlives the engine, which holds some as globals
  templating::Engine engine;
  Strings strings;
  Assets assets;
  std::vector<CollectionPlan> plans;  // as site.collections
  std::unordered_map<const model::Collection*, const CollectionPlan*> plan_of;
  WardShapes ward_shapes;  // of the first collection of wards; empty where none is drawn
  std::map<std::string, const templating::Template*, std::less<>> templates;  // "home", "foi" …

  /// The header as HTML, by the address of the section it marks; "" marks none.
  std::map<std::string, Value, std::less<>> headers;
  Value footer;  // as HTML
  Value as_of;   // text and datetime, of "Position as at"

  /// The address of a path from the site's root: "foi/" → "/transparency/foi/".
  [[nodiscard]] std::string href(std::string_view path) const;
  [[nodiscard]] const CollectionPlan& plan(const model::Collection& collection) const {
    return *plan_of.at(&collection);
  }
  /// The header that marks the section which the address stands in.
  [[nodiscard]] Value header_of(std::string_view address) const;
};

/// Loads the theme for a site, which must outlive it. nullptr when anything is wrong with it: then
/// all of that has been said.
[[nodiscard]] std::unique_ptr<const Theme> load_theme(const model::Site& site,
                                                      const ThemeRoots& roots,
                                                      Diagnostics& diagnostics);

}  // namespace glasshouse::pages
