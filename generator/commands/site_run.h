// What build, check and serve have in common: a site folder read, made into the finished model, and
// its routes.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/route.h"
#include "pages/pages.h"

namespace glasshouse::commands {

struct SiteArguments {
  std::filesystem::path site = ".";
  std::string base_url;  // empty: as site.json says
  std::string as_of;     // an ISO date; empty: as site.json says
  bool drafts = false;
  unsigned jobs = 0;  // 0: one for each CPU
};

/// Adds --site, --as-of, --drafts and --jobs, with the checks of their values.
void add_site_options(CLI::App& command, SiteArguments& arguments);
void add_base_url_option(CLI::App& command, SiteArguments& arguments);

[[nodiscard]] unsigned jobs_of(const SiteArguments& arguments);

/// A site with its routes. The routes read the model and the theme, which live as long as this.
struct SiteRun {
  std::shared_ptr<const model::Site> site;
  std::unique_ptr<pages::Theme> theme;
  std::vector<model::Route> routes;
};

/// Reads and links everything, and lists the routes; says every problem on the way. Where there are
/// errors the run holds what could still be made, for a preview; publish() refuses it.
[[nodiscard]] SiteRun load_site(const SiteArguments& arguments, Diagnostics& diagnostics);

/// The built-in theme's folders, in the order they are searched after a site's own templates/.
[[nodiscard]] std::vector<std::filesystem::path> theme_folders();

/// Prints problems to standard error.
void print_problems(const Diagnostics& diagnostics, const std::filesystem::path& site);

}  // namespace glasshouse::commands
