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

// The file at the path, where it is a plain one of that size with the mode that we give.
Descriptor open_file(const Descriptor& folder, const std::string& path, std::uint64_t size) {
  Descriptor file(
      ::openat(folder.number(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  struct stat status;
  const bool is_it = file.is_open() && ::fstat(file.number(), &status) == 0 &&
                     S_ISREG(status.st_mode) && (status.st_mode & 07777) == kFileMode &&
                     static_cast<std::uint64_t>(status.st_size) == size;
  return is_it ? std::move(file) : Descriptor();
}

// Whether all of the file could be read and `take` said yes to each part.
template <typename Take>
bool read_parts(const Descriptor& file, const Take& take) {
  std::array<char, 64 * 1024> chunk;
  for (;;) {
    const ssize_t got = ::read(file.number(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) return true;
    if (!take(std::string_view(chunk.data(), static_cast<std::size_t>(got)))) return false;
  }
}

}  // namespace

bool OldSite::has_file(const std::string& path, std::string_view bytes) const {
  const Descriptor file = open_file(folder, path, bytes.size());
  return file.is_open() &&
         read_parts(file,
                    [&](std::string_view part) {
                      const bool same = bytes.substr(0, part.size()) == part;
                      bytes.remove_prefix(std::min(part.size(), bytes.size()));
                      return same;
                    }) &&
         bytes.empty();
}

bool OldSite::has_file(const ManifestFile& file) const {
  const ManifestFile* before = manifest.find(file.path);
  if (!before || before->size != file.size || before->digest != file.digest) return false;
  const Descriptor opened = open_file(folder, file.path, file.size);
  Sha256Stream hash;
  return opened.is_open() &&
         read_parts(opened,
                    [&](std::string_view part) {
                      hash.add(part);
                      return true;
                    }) &&
         hash.finish() == file.digest;
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
