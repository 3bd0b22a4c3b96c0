#include "preview/current_site.h"

#include <algorithm>
#include <utility>

namespace glasshouse::preview {

namespace {

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace

CurrentSite::CurrentSite() {
  auto empty = std::make_shared<Shown>();
  empty->snapshot = std::make_shared<const Snapshot>();
  shown_ = std::move(empty);
}

void CurrentSite::update(Snapshot snapshot) {
  const std::shared_ptr<const Shown> before = get();
  auto shown = std::make_shared<Shown>();
  shown->generation = before->generation + 1;
  shown->problems = snapshot.diagnostics;
  const bool good_before = before->generation > 0 && !has_errors(before->snapshot->diagnostics) &&
                           !before->snapshot->routes.empty();
  shown->is_outdated = has_errors(snapshot.diagnostics) && good_before;
  shown->snapshot =
      shown->is_outdated ? before->snapshot : std::make_shared<const Snapshot>(std::move(snapshot));
  shown->by_path.reserve(shown->snapshot->routes.size());
  for (const model::Route& route : shown->snapshot->routes) {
    shown->by_path.emplace(route.path, &route);
  }
  {
    const std::lock_guard lock(mutex_);
    shown_ = std::move(shown);
  }
  changed_.notify_all();
}

std::shared_ptr<const Shown> CurrentSite::get() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

std::uint64_t CurrentSite::wait_for_change(std::uint64_t seen,
                                           std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, timeout, [&] { return closed_ || shown_->generation != seen; });
  return shown_->generation;
}

void CurrentSite::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool CurrentSite::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

}  // namespace glasshouse::preview
