// The site that the preview shows at this moment: swapped whole when it was read again, waited for
// by the browsers' event streams.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "preview/preview.h"

namespace glasshouse::preview {

/// One state of the preview, immutable.
struct Shown {
  std::shared_ptr<const Snapshot> snapshot;  // the last good one; else the newest; never null
  std::unordered_map<std::string_view, const model::Route*> by_path;  // of its routes
  std::vector<Diagnostic> problems;  // of the newest reading, sorted
  bool is_outdated = false;          // the newest reading had errors, an older site is shown
  std::uint64_t generation = 0;      // counts readings
};

/// For any number of threads.
class CurrentSite {
 public:
  CurrentSite();

  /// Takes a new reading. One with errors does not replace one without: a bad save leaves the site
  /// standing, and only its problems are new.
  void update(Snapshot snapshot);
  [[nodiscard]] std::shared_ptr<const Shown> get() const;

  /// Waits until another generation than `seen` is shown, the time is over or `close` was called;
  /// gives the generation then.
  std::uint64_t wait_for_change(std::uint64_t seen, std::chrono::milliseconds timeout) const;
  void close();
  [[nodiscard]] bool is_closed() const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const Shown> shown_;
  bool closed_ = false;
};

}  // namespace glasshouse::preview
