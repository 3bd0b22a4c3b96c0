// glasshouse check: everything build does but for writing the site; says every problem.
#include <fmt/format.h>

#include <cstdio>

#include "base/parallel.h"
#include "commands/command.h"
#include "commands/site_run.h"
#include "commands/summary.h"

namespace glasshouse::commands {

namespace {

// What only shows when the pages are made: links in Markdown, templates.
void produce_all(const SiteRun& run, unsigned jobs, Diagnostics& diagnostics) {
  struct Worker {
    model::Workspace workspace;
    std::string out;
  };
  std::vector<Worker> workers(jobs);
  parallel_for(run.routes.size(), jobs, [&](std::size_t i, unsigned number) {
    Worker& worker = workers[number];
    worker.workspace.arena.reset();
    worker.out.clear();
    run.routes[i].produce(worker.workspace, worker.out, diagnostics);
  });
}

}  // namespace

int check(const CheckArguments& arguments) {
  Diagnostics diagnostics;
  const SiteRun site_run = load_site(arguments, diagnostics);
  produce_all(site_run, jobs_of(arguments), diagnostics);
  const auto problems = diagnostics.sorted();
  if (arguments.format == "json") {
    fmt::print("{}", to_json(problems));
  } else if (arguments.format == "sarif") {
    fmt::print("{}", to_sarif(problems));
  } else {
    fmt::print("{}{}: {}\n", to_text(problems, arguments.site),
               counted(count_records(*site_run.site), "record", "records"),
               problems_text(diagnostics));
  }
  const bool fails = diagnostics.has_errors() || (arguments.strict && !problems.empty());
  return fails ? kContentHasErrors : kDone;
}

}  // namespace glasshouse::commands
