// The preview of a site while it is written: pages made on request from the same routes as `build`
// publishes, read again when a file changes, with the problems shown in the page. It answers on
// 127.0.0.1 and nowhere else, and writes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::preview {

/// A site as it was read at one moment.
struct Snapshot {
  std::shared_ptr<const model::Site> site;  // what the routes read; kept alive with them
  std::vector<model::Route> routes;         // empty when there is nothing that can be shown
  std::vector<Diagnostic> diagnostics;      // of reading it, sorted
};

/// Reads the site anew. Called on a thread of its own, never twice at once. What it throws is shown
/// as a problem; the last good snapshot stays.
using Loader = std::function<Snapshot()>;

struct PreviewOptions {
  std::uint16_t port = 8000;                   // 0: any that is free
  std::string base_path = "/";                 // where the site lives: "/" or "/transparency/"
  std::vector<std::filesystem::path> watched;  // folders (recursively) and files to watch
  /// Told once the server answers, with the address to open.
  std::function<void(const std::string& url)> ready;
  /// Told after each reading, with what was found; may be empty.
  std::function<void(const Snapshot&)> loaded;
};

/// Serves until `stop` is asked for. None of the site's problems ends it. False when the port is
/// taken ("port-in-use", which names a free one).
bool serve(const Loader& load, const PreviewOptions& options, std::stop_token stop,
           Diagnostics& diagnostics);

/// A stop that Ctrl-C (SIGINT) and SIGTERM ask for, as long as the object lives; one at a time.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  [[nodiscard]] std::stop_token token() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace glasshouse::preview
