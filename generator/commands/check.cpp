// glasshouse check: everything build does but for writing the site; says every problem.
#include <fmt/format.h>

#include <cstdio>

#include "commands/command.h"
#include "commands/rules_report.h"
#include "commands/site_run.h"
#include "commands/summary.h"
#include "publish/produce.h"

namespace glasshouse::commands {

int check(const CheckArguments& arguments) {
  Diagnostics diagnostics;
  const SiteRun site_run = load_site(arguments, diagnostics);
  // Some problems only show when the pages are made: links in Markdown, templates.
  publish::produce_routes(site_run.routes, jobs_of(arguments), diagnostics,
                          [](const publish::Produced&) {});
  const auto problems = diagnostics.sorted();
  const std::size_t findings = count_findings(*site_run.site);
  if (arguments.format == "json") {
    fmt::print("{}", check_json(*site_run.site, problems));
  } else if (arguments.format == "sarif") {
    auto results = problems;
    const auto notes = notes_of(*site_run.site);
    results.insert(results.end(), notes.begin(), notes.end());
    fmt::print("{}", to_sarif(results, help_of(*site_run.site)));
  } else {
    fmt::print("{}{}{}{}: {}, {}\n", to_text(problems, arguments.site), rules_text(*site_run.site),
               tables_text(site_run.site->source),
               counted(count_records(*site_run.site), "record", "records"),
               problems_text(diagnostics), counted(findings, "finding", "findings"));
  }
  const bool fails =
      diagnostics.has_errors() || (arguments.strict && (!problems.empty() || findings > 0));
  return fails ? kContentHasErrors : kDone;
}

}  // namespace glasshouse::commands
