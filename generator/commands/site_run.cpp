#include "commands/site_run.h"

#include <fmt/format.h>

#include <cstdio>

#include "base/parallel.h"
#include "content/source.h"
#include "formats/formats.h"
#include "model/build.h"

namespace glasshouse::commands {

namespace {

namespace fs = std::filesystem;

// "" when the text is an ISO date, else what is wrong: as CLI11 asks of a validator.
std::string check_date(const std::string& text) {
  return parse_date(text) ? "" : "\"" + text + "\" is no date; write it as 2018-06-30";
}

}  // namespace

void add_site_options(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--site", arguments.site, "The site's folder, which holds content/")
      ->type_name("DIR")
      ->capture_default_str()
      ->check(CLI::ExistingDirectory);
  command.add_option("--as-of", arguments.as_of, "The date every clock is read at")
      ->type_name("DATE")
      ->check(check_date);
  command.add_flag("--drafts", arguments.drafts,
                   "Show drafts, and records whose day of publication has not come");
  command.add_option("--jobs", arguments.jobs, "Threads to use; one for each CPU unless given")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
}

void add_base_url_option(CLI::App& command, SiteArguments& arguments) {
  command.add_option("--base-url", arguments.base_url,
                     "Where the site will live: https://example.org/transparency/")
      ->type_name("URL");
}

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

  SiteRun run;
  run.site = model::build_site(
      content::read_site(arguments.site, content::Limits(), options.jobs, diagnostics), options,
      diagnostics);
  std::vector<fs::path> folders = theme_folders();
  folders.insert(folders.begin(), arguments.site / "templates");
  run.theme = pages::load_theme(*run.site, std::move(folders), diagnostics);
  if (!run.theme) return run;
  pages::add_routes(*run.site, *run.theme, run.routes, diagnostics);
  formats::add_routes(*run.site, run.routes, diagnostics);
  model::finish_routes(run.routes, diagnostics);
  return run;
}

void print_problems(const Diagnostics& diagnostics, const fs::path& site) {
  const auto problems = diagnostics.sorted();
  if (!problems.empty()) fmt::print(stderr, "{}", to_text(problems, site));
}

}  // namespace glasshouse::commands
