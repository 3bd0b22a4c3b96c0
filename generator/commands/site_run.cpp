#include "commands/site_run.h"

#include <fmt/format.h>

#include <cstdio>

#include "base/date.h"
#include "base/parallel.h"
#include "content/source.h"
#include "datasets/datasets.h"
#include "formats/formats.h"
#include "formats/redirect_rules.h"
#include "model/build.h"
#include "pages/redirect_pages.h"
#include "rules/rules.h"

namespace glasshouse::commands {

namespace fs = std::filesystem;

unsigned jobs_of(const SiteArguments& arguments) {
  return arguments.jobs == 0 ? default_jobs() : arguments.jobs;
}

std::vector<fs::path> theme_folders() {
  return {fs::path(GLASSHOUSE_THEME), fs::path(GLASSHOUSE_GOVUK)};
}

SiteRun load_site(const SiteArguments& arguments, Diagnostics& diagnostics) {
  model::SiteOptions options;
  if (!arguments.base_url.empty()) options.base_url = arguments.base_url;
  if (!arguments.as_of.empty()) options.as_of = parse_date(arguments.as_of);
  options.drafts = arguments.drafts;
  options.jobs = jobs_of(arguments);

  std::unique_ptr<model::Site> site = model::build_site(
      content::read_site(arguments.site, content::Limits(), options.jobs, diagnostics), options,
      diagnostics);
  rules::derive(*site, diagnostics);
  datasets::read_datasets(*site, options.jobs, diagnostics);

  SiteRun run;
  run.site = std::move(site);
  std::vector<fs::path> folders = theme_folders();
  folders.insert(folders.begin(), arguments.site / "templates");
  run.theme = pages::load_theme(*run.site, folders, diagnostics);
  if (!run.theme) return run;
  pages::add_routes(*run.site, *run.theme, run.routes, diagnostics);
  formats::add_routes(*run.site, run.routes, diagnostics);
  run.redirects = model::read_redirects(*run.site, diagnostics);
  formats::add_redirect_rules(*run.site, run.redirects, run.routes);
  pages::add_redirect_routes(*run.theme, run.redirects, run.routes);
  model::finish_routes(run.routes, diagnostics);
  // A collection that could not be read has no pages: its links are not what is wrong.
  if (!diagnostics.has_errors()) model::check_site_links(*run.site, run.routes, diagnostics);
  return run;
}

void print_problems(const Diagnostics& diagnostics, const fs::path& site) {
  const auto problems = diagnostics.sorted();
  if (!problems.empty()) fmt::print(stderr, "{}", to_text(problems, site));
}

}  // namespace glasshouse::commands
