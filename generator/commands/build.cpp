// glasshouse build: the whole site, published in one step, or nothing.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/files.h"
#include "commands/command.h"
#include "commands/site_run.h"
#include "commands/summary.h"
#include "publish/publish.h"

namespace glasshouse::commands {

namespace {

// Whether the folder to publish to is what was wrong, publish/ names all such problems output-…, or
// the manifest given.
bool call_was_wrong(const Diagnostics& diagnostics) {
  const auto problems = diagnostics.sorted();
  return std::any_of(problems.begin(), problems.end(), [](const Diagnostic& problem) {
    return problem.id.starts_with("output-") || problem.id == "previous-not-a-manifest";
  });
}

void say_no_manifest(const std::filesystem::path& file, Diagnostics& diagnostics) {
  diagnostics.error("previous-not-a-manifest", {},
                    fmt::format("{} is not the manifest.json of a published site", file.string()),
                    "Download it from the site, unchanged: its address ends in /manifest.json.");
}

}  // namespace

int build(const BuildArguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  const SiteRun site_run = load_site(arguments, diagnostics);

  publish::PublishOptions options;
  options.output = arguments.out.empty() ? arguments.site / "public" : arguments.out;
  options.jobs = jobs_of(arguments);
  options.site = site_run.site.get();
  options.redirects = site_run.redirects;
  if (!arguments.previous.empty()) {
    options.previous = publish::parse_manifest(read_file(arguments.previous).value_or(""));
    if (!options.previous) say_no_manifest(arguments.previous, diagnostics);
  }
  std::optional<publish::PublishSummary> summary;
  {
    Progress progress("Publishing");
    options.progress = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
    summary = publish::publish(site_run.routes, options, diagnostics);
  }
  print_problems(diagnostics, arguments.site);
  fmt::print(summary ? stdout : stderr, "{}", tables_text(site_run.site->source));
  if (!summary) {
    fmt::print(stderr, "{}. Nothing was published: {} is as it was.\n", problems_text(diagnostics),
               options.output.string());
    return call_was_wrong(diagnostics) ? kCallIsWrong : kContentHasErrors;
  }
  std::size_t pages = 0;
  for (const model::Route& route : site_run.routes) pages += route.path.ends_with(".html") ? 1 : 0;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print("{}: {}, {}, {}, {}, {} changed; {:.2f} seconds, {}\n", options.output.string(),
             counted(count_records(*site_run.site), "record", "records"),
             counted(pages, "page", "pages"), counted(summary->files, "file", "files"),
             size_text(summary->bytes), summary->written, seconds.count(),
             problems_text(diagnostics));
  return kDone;
}

}  // namespace glasshouse::commands
