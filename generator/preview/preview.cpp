#include "preview/preview.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "preview/current_site.h"
#include "preview/http_server.h"
#include "preview/watcher.h"

namespace glasshouse::preview {

namespace {

constexpr int kPortsTried = 20;

// The site, read; a failure of the machine becomes a problem that is shown.
Snapshot load_safely(const Loader& load) {
  try {
    return load();
  } catch (const std::exception& failure) {
    Diagnostics diagnostics;
    diagnostics.error("preview-read-failed", {},
                      fmt::format("The site could not be read: {}", failure.what()),
                      "It is read again at the next save.");
    Snapshot snapshot;
    snapshot.diagnostics = diagnostics.sorted();
    return snapshot;
  }
}

void read_site(const Loader& load, const PreviewOptions& options, CurrentSite& site) {
  Snapshot snapshot = load_safely(load);
  if (options.loaded) options.loaded(snapshot);
  site.update(std::move(snapshot));
}

std::string free_port_hint(std::uint16_t port) {
  for (int next = port + 1; next <= port + kPortsTried && next <= 65535; ++next) {
    if (port_problem(static_cast<std::uint16_t>(next)) == 0) {
      return fmt::format("Port {0} is free: --port {0}.", next);
    }
  }
  return "Choose another with --port; 0 takes any that is free.";
}

void say_port_problem(std::uint16_t port, int problem, Diagnostics& diagnostics) {
  if (problem == EADDRINUSE || problem == 0) {
    diagnostics.error(
        "port-in-use", {},
        fmt::format("Port {} is used by another program, perhaps another preview", port),
        free_port_hint(port));
    return;
  }
  diagnostics.error(
      "port-refused", {},
      fmt::format("Port {} cannot be used: {}", port, std::generic_category().message(problem)),
      "Choose one above 1023 with --port.");
}

void wait_for(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait(lock, stop, [] { return false; });
}

}  // namespace

bool serve(const Loader& load, const PreviewOptions& options, std::stop_token stop,
           Diagnostics& diagnostics) {
  CurrentSite site;
  HttpServer server(site, options.base_path, std::to_string(::getpid()));
  const int problem = options.port == 0 ? 0 : port_problem(options.port);
  const std::uint16_t port = problem == 0 ? server.bind(options.port) : std::uint16_t{0};
  if (port == 0) {
    say_port_problem(options.port, problem, diagnostics);
    return false;
  }
  // Watched from before the first reading, so that no change falls between.
  Watcher watcher(options.watched);
  read_site(load, options, site);
  server.start();
  if (options.ready) options.ready(fmt::format("http://127.0.0.1:{}{}", port, options.base_path));
  {
    const std::jthread reader([&] {
      while (watcher.wait(stop)) read_site(load, options, site);
    });
    wait_for(stop);
  }
  site.close();
  return true;
}

}  // namespace glasshouse::preview
