// glasshouse serve: the preview, which makes pages from the same routes as build.
#include <fmt/format.h>

#include <cstdio>

#include "commands/command.h"
#include "commands/site_run.h"
#include "commands/summary.h"
#include "preview/preview.h"

namespace glasshouse::commands {

namespace {

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

}  // namespace

int serve(const ServeArguments& given) {
  ServeArguments arguments = given;
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
  // The preview lives at the root of its host, wherever the site will live.
  arguments.base_url = fmt::format("http://127.0.0.1:{}/", options.port);
  Diagnostics diagnostics;
  const preview::StopOnSignal stop;
  const bool served =
      preview::serve([&] { return load(arguments); }, options, stop.token(), diagnostics);
  print_problems(diagnostics, arguments.site);
  return served ? kDone : kMachineFailed;
}

}  // namespace glasshouse::commands
