// glasshouse check: everything build does but for writing the site; says every problem.
#include <fmt/format.h>

#include <cstdio>

#include "base/parallel.h"
#include "commands/command.h"
#include "commands/site_run.h"
#include "commands/summary.h"

namespace glasshouse::commands {

namespace {

struct Arguments : SiteArguments {
  std::string format = "text";
  bool strict = false;
};

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

int run(const Arguments& arguments) {
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

}  // namespace

void add_check(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("check", "Say what is wrong, and publish nothing");
  add_site_options(*command, *arguments);
  command->add_flag("--strict", arguments->strict, "Fail on warnings too");
  command->add_option("--format", arguments->format, "How problems are told")
      ->type_name("text|json|sarif")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  command->footer("Example: glasshouse check --strict --format sarif > problems.sarif");
  command->callback([&action, arguments] { action = [arguments] { return run(*arguments); }; });
}

}  // namespace glasshouse::commands
