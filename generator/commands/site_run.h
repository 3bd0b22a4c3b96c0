// What build, check and serve have in common: a site folder read, made into the finished model, and
// its routes.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "commands/command.h"
#include "model/redirects.h"
#include "model/route.h"
#include "pages/pages.h"

namespace glasshouse::commands {

[[nodiscard]] unsigned jobs_of(const SiteArguments& arguments);

/// A site with its routes. The routes read the others, which live as long as this.
struct SiteRun {
  std::shared_ptr<const model::Site> site;
  std::unique_ptr<const pages::Theme> theme;
  std::vector<model::Redirect> redirects;
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
