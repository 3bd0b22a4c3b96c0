// The folder that a site is written to before it takes the place of the old one.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "publish/descriptor.h"
#include "publish/old_site.h"

namespace glasshouse::publish {

inline constexpr mode_t kFileMode = 0644;
inline constexpr mode_t kFolderMode = 0755;

/// The names beside an output: for /srv/public, /srv/.public.staging and so on.
struct Places {
  std::filesystem::path output;
  std::filesystem::path parent;
  std::filesystem::path staging;   // being written; a leftover of it is worth nothing
  std::filesystem::path previous;  // the site before this one, whole
  std::filesystem::path lock;
};
/// Of an absolute path without "/" at its end.
[[nodiscard]] Places places_beside(const std::filesystem::path& output);

/// Made new; removed with all that is in it unless `keep` was called. Functions may be called from
/// any thread, for different paths, and throw std::system_error.
class Staging {
 public:
  explicit Staging(const std::filesystem::path& folder);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  /// A new file, with the folders it stands in.
  void write(const std::string& path, std::string_view bytes);
  /// The same for a file that comes in parts: open, append and close, in one thread.
  [[nodiscard]] Descriptor open(const std::string& path);
  void append(const Descriptor& file, const std::string& path, std::string_view bytes);
  void close(Descriptor file, const std::string& path);
  void remove(const std::string& path);
  /// The old site's file as it is: the same inode, or a copy where the filesystem has no links.
  void link(const OldSite& old, const std::string& path);
  /// What is kept of the old site; passed over where it has no place in the new one.
  void keep_file(const OldSite& old, const KeptFile& file);
  /// It took the output's place: nothing is left to remove.
  void release() { released_ = true; }

 private:
  int create(const std::string& path);
  void make_folders(const std::string& path);
  void copy(const OldSite& old, const std::string& path);
  [[noreturn]] void fail_at(std::string_view path) const;

  std::filesystem::path folder_;
  Descriptor descriptor_;
  bool set_modes_ = false;  // the process's umask takes some of the bits we give
  bool released_ = false;
};

}  // namespace glasshouse::publish
