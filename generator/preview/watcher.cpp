#include "preview/watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <string>
#include <system_error>

namespace glasshouse::preview {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kQuiet = 30ms;      // no change for so long: the save is done
constexpr auto kLongest = 1000ms;  // a folder that never is quiet is read all the same
constexpr auto kPollEvery = 500ms;
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

}  // namespace

Watcher::Watcher(std::span<const fs::path> paths)
    : paths_(paths.begin(), paths.end()),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  for (const fs::path& path : paths_) watch(path);
  if (inotify_ < 0) last_fingerprint_ = fingerprint();
}

Watcher::~Watcher() {
  if (inotify_ >= 0) ::close(inotify_);
  if (wake_ >= 0) ::close(wake_);
}

void Watcher::watch(const fs::path& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) {
    watch_folder(path);
  } else if (fs::is_directory(path.parent_path(), problem)) {
    const int number = ::inotify_add_watch(inotify_, path.parent_path().c_str(), kEvents);
    if (number >= 0) folders_.try_emplace(number, Folder{path.parent_path(), true});
  }
}

void Watcher::watch_folder(const fs::path& folder) {
  if (inotify_ < 0) return;
  const int number = ::inotify_add_watch(inotify_, folder.c_str(), kEvents);
  if (number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return;  // gone since
    ::close(inotify_);
    inotify_ = -1;
    last_fingerprint_ = 0;  // whatever it is, it counts as a change
    return;
  }
  folders_[number] = {folder, false};
  std::error_code problem;
  for (auto entry = fs::directory_iterator(folder, problem);
       !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    std::error_code ignored;
    if (!is_hidden(entry->path()) && entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      watch_folder(entry->path());
    }
  }
}

// Whether something came within so many milliseconds; -1 waits for ever, or until woken.
bool Watcher::poll_events(int timeout) {
  std::array<pollfd, 2> waiting = {pollfd{inotify_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
  return ::poll(waiting.data(), waiting.size(), timeout) > 0 && waiting[0].revents != 0;
}

// Takes what there is; whether any of it is a change of content.
bool Watcher::read_events() {
  bool changed = false;
  alignas(inotify_event) std::array<char, 16 * 1024> buffer;
  for (;;) {
    const ssize_t size = ::read(inotify_, buffer.data(), buffer.size());
    if (size <= 0) return changed;
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      const std::string_view name = event->len > 0 ? std::string_view(event->name) : "";
      if (event->mask & IN_IGNORED) {
        folders_.erase(event->wd);
        continue;
      }
      const auto folder = folders_.find(event->wd);
      if (folder == folders_.end() || name.starts_with('.')) continue;
      const fs::path path = folder->second.path / name;
      if (!concerns(folder->second, path)) continue;
      changed = true;
      if ((event->mask & IN_ISDIR) && (event->mask & (IN_CREATE | IN_MOVED_TO))) {
        watch_folder(path);
        if (inotify_ < 0) return true;
      }
    }
  }
}

bool Watcher::concerns(const Folder& folder, const fs::path& path) const {
  return !folder.only_named || std::ranges::find(paths_, path) != paths_.end();
}

bool Watcher::wait(const std::stop_token& stop) {
  const std::stop_callback wake(stop, [this] {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t done = ::write(wake_, &one, sizeof one);
  });
  while (inotify_ >= 0 && !stop.stop_requested()) {
    if (!poll_events(-1) || !read_events()) continue;
    const auto start = std::chrono::steady_clock::now();
    while (inotify_ >= 0 && !stop.stop_requested() &&
           std::chrono::steady_clock::now() - start < kLongest && poll_events(kQuiet.count())) {
      read_events();
    }
    return !stop.stop_requested();
  }
  return !stop.stop_requested() && wait_by_polling(stop);
}

bool Watcher::wait_by_polling(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  for (;;) {
    if (stopped.wait_for(lock, stop, kPollEvery, [] { return false; }) || stop.stop_requested()) {
      return false;
    }
    const std::uint64_t now = fingerprint();
    if (now == last_fingerprint_) continue;
    last_fingerprint_ = now;
    return true;
  }
}

// Of paths, sizes and times; the order in which the disk lists them does not matter.
std::uint64_t Watcher::fingerprint() const {
  std::uint64_t sum = 1;
  const auto add = [&sum](const fs::path& path) {
    std::error_code problem;
    const auto time = fs::last_write_time(path, problem);
    if (problem) return;
    const auto size = fs::is_regular_file(path, problem) ? fs::file_size(path, problem) : 0;
    sum += std::hash<std::string>()(path.native() + '\n' + std::to_string(size) + '\n' +
                                    std::to_string(time.time_since_epoch().count()));
  };
  for (const fs::path& path : paths_) {
    add(path);
    std::error_code problem;
    for (auto entry = fs::recursive_directory_iterator(path, problem);
         !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
      if (is_hidden(entry->path())) {
        entry.disable_recursion_pending();
      } else {
        add(entry->path());
      }
    }
  }
  return sum;
}

}  // namespace glasshouse::preview
