#include "publish/old_site.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <cstring>
#include <memory>

#include "base/files.h"
#include "publish/staging.h"

namespace glasshouse::publish {

namespace {

// Walks the output, sorting what no publication wrote into what is kept and what is in the way.
class Walk {
 public:
  explicit Walk(OldSite& site) : site_(site) {}

  void read(int parent, const char* name, bool in_dot_folder) {
    Descriptor descriptor(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!descriptor.is_open()) fail("read", path_);
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(descriptor.number()), ::closedir);
    if (!folder) fail("read", path_);
    const int number = descriptor.release();
    const std::size_t length = path_.size();
    bool is_empty = true;
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(folder.get());
      if (entry == nullptr) break;
      const std::string_view entry_name = entry->d_name;
      if (entry_name == "." || entry_name == "..") continue;
      is_empty = false;
      if (length > 0) path_ += '/';
      path_ += entry_name;
      const bool in_dot = in_dot_folder || entry_name.starts_with('.');
      if (is_folder(number, *entry)) {
        read(number, entry->d_name, in_dot);
      } else {
        meet(in_dot);
      }
      path_.resize(length);
    }
    if (errno != 0) fail("read", path_);
    if (is_empty && in_dot_folder) site_.kept.push_back({path_, true});
  }

  [[nodiscard]] std::size_t others() const { return others_; }
  [[nodiscard]] const std::string& first_other() const { return first_other_; }

 private:
  bool is_folder(int parent, const dirent& entry) const {
    if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
    struct stat status;
    if (::fstatat(parent, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) fail("read", path_);
    return S_ISDIR(status.st_mode);
  }

  void meet(bool in_dot) {
    if (path_ == kManifestPath && site_.published) return;
    if (site_.manifest.find(path_) != nullptr) return;
    if (in_dot) {
      site_.kept.push_back({path_, false});
      return;
    }
    if (others_ == 0 || path_ < first_other_) first_other_ = path_;
    ++others_;
  }

  OldSite& site_;
  std::string path_;
  std::size_t others_ = 0;
  std::string first_other_;
};

bool may_replace(const OldSite& site, const Walk& walk, std::string_view name,
                 Diagnostics& diagnostics) {
  if (walk.others() == 0) return true;
  if (!site.published) {
    diagnostics.error(
        "output-not-ours", {},
        fmt::format("{} holds files that no publication wrote, such as {}", name,
                    walk.first_other()),
        "Publish to a new or an empty folder with --out; the output is replaced whole.");
    return false;
  }
  diagnostics.error(
      "output-has-other-files", {},
      fmt::format("{} holds {} that the last publication did not write, such as {}", name,
                  walk.others() == 1 ? "a file" : fmt::format("{} files", walk.others()),
                  walk.first_other()),
      "Move it out: the output is replaced whole, and it would be lost. Names that start with a "
      "dot "
      "are kept.");
  return false;
}

}  // namespace

bool OldSite::has_file(const std::string& path, std::string_view bytes) const {
  const Descriptor file(
      ::openat(folder.number(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  struct stat status;
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return false;
  if (!S_ISREG(status.st_mode) || (status.st_mode & 07777) != kFileMode) return false;
  if (static_cast<std::uint64_t>(status.st_size) != bytes.size()) return false;
  std::array<char, 64 * 1024> chunk;
  while (!bytes.empty()) {
    const ssize_t got = ::read(file.number(), chunk.data(), std::min(chunk.size(), bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    const auto size = static_cast<std::size_t>(got);
    if (std::memcmp(chunk.data(), bytes.data(), size) != 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

std::optional<OldSite> read_old_site(const std::filesystem::path& output, std::string_view name,
                                     Diagnostics& diagnostics) {
  OldSite site;
  site.folder = Descriptor(::open(output.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!site.exists()) {
    if (errno == ENOENT) return site;
    if (errno != ENOTDIR) fail("read", output.native());
    diagnostics.error("output-not-a-folder", {}, fmt::format("{} is not a folder", name),
                      "Name another folder with --out.");
    return std::nullopt;
  }
  if (auto text = read_file(output / kManifestPath)) {
    if (auto manifest = parse_manifest(*text)) {
      site.published = true;
      site.manifest = std::move(*manifest);
      site.manifest_text = std::move(*text);
    }
  }
  Walk walk(site);
  walk.read(site.folder.number(), ".", false);
  if (!may_replace(site, walk, name, diagnostics)) return std::nullopt;
  return site;
}

}  // namespace glasshouse::publish
