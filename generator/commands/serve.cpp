// glasshouse serve: the preview, which makes pages from the same routes as build.
#include <fmt/format.h>

#include <cstdio>

#include "commands/command.h"
#include "commands/site_run.h"
#include "commands/summary.h"
#include "preview/preview.h"

namespace glasshouse::commands {

namespace {

struct Arguments : SiteArguments {
  std::uint16_t port = 8000;
};

// The routes read the model and the theme: one owner for all three.
preview::Snapshot load(const SiteArguments& arguments) {
  Diagnostics diagnostics;
  auto run = std::make_shared<SiteRun>(load_site(arguments, diagnostics));
  preview::Snapshot snapshot;
  snapshot.site = std::shared_ptr<const model::Site>(run, run->site.get());
  snapshot.routes = std::move(run->routes);
  snapshot.diagnostics = diagnostics.sorted();
  return snapshot;
}

int run(Arguments arguments) {
  preview::PreviewOptions options;
  options.port = arguments.port;
  options.watched = {arguments.site / "content", arguments.site / "templates"};
  for (const auto& folder : theme_folders()) options.watched.push_back(folder);
  options.ready = [](const std::string& url) {
    fmt::print("The preview is at {} and follows your changes. Stop it with Ctrl-C.\n", url);
    std::fflush(stdout);
  };
  options.loaded = [&](const preview::Snapshot& snapshot) {
    fmt::print(stderr, "{}", to_text(snapshot.diagnostics, arguments.site));
  };
  // Addresses of the preview, so that its links stay in it.
  if (arguments.base_url.empty()) {
    arguments.base_url = fmt::format("http://127.0.0.1:{}/", options.port);
  }
  Diagnostics diagnostics;
  const preview::StopOnSignal stop;
  const bool served =
      preview::serve([&] { return load(arguments); }, options, stop.token(), diagnostics);
  print_problems(diagnostics, arguments.site);
  return served ? kDone : kMachineFailed;
}

}  // namespace

void add_serve(CLI::App& program, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("serve", "Show the site at 127.0.0.1 while you write it");
  add_site_options(*command, *arguments);
  command->add_option("--port", arguments->port, "The port to answer on; 0 for any that is free")
      ->type_name("N")
      ->capture_default_str();
  command->footer("Example: glasshouse serve --site council --drafts");
  command->callback([&action, arguments] { action = [arguments] { return run(*arguments); }; });
}

}  // namespace glasshouse::commands
