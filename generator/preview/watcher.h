// Notices that files changed: by inotify, or where the kernel refuses (no watches left), by looking
// at their times twice a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace glasshouse::preview {

class Watcher {
 public:
  /// Folders are watched with all below them, new ones included; names that start with a dot are
  /// passed over. Paths that do not exist are watched for through their parent folder.
  explicit Watcher(std::span<const std::filesystem::path> paths);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Waits for a change, then until it is quiet for a moment: an editor saves in several steps, and
  /// a copy of a folder takes its time. False when `stop` was asked for. Changes between two calls
  /// are not missed.
  [[nodiscard]] bool wait(const std::stop_token& stop);

 private:
  void watch(const std::filesystem::path& path);
  void watch_folder(const std::filesystem::path& folder);
  bool poll_events(int timeout);
  bool read_events();
  bool wait_by_polling(const std::stop_token& stop);
  [[nodiscard]] std::uint64_t fingerprint() const;

  std::vector<std::filesystem::path> paths_;
  int inotify_ = -1;  // -1: polling
  int wake_ = -1;
  struct Folder {
    std::filesystem::path path;
    bool only_named = false;  // watched for one of `paths_` in it, and for nothing else
  };
  [[nodiscard]] bool concerns(const Folder& folder, const std::filesystem::path& path) const;
  std::unordered_map<int, Folder> folders_;  // by watch
  std::uint64_t last_fingerprint_ = 0;
};

}  // namespace glasshouse::preview
