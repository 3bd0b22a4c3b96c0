#include "content/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "content/names.h"

namespace glasshouse::content {

enum class EntryKind : std::uint8_t { file, folder, link, special, gone };

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string join(std::string_view folder, std::string_view name) {
  return fmt::format("{}/{}", folder, name);
}

// What content can cause is said; anything else is trouble of the machine and is thrown.
void say_unreadable(const std::string& path, Diagnostics& diagnostics) {
  const int error = errno;
  if (error == EACCES || error == EPERM) {
    diagnostics.error("unreadable-file", Place(path), "it may not be read: permission is denied",
                      "Give yourself the right to read it.");
  } else if (error == ENOENT || error == ENOTDIR || error == ELOOP || error == EISDIR) {
    diagnostics.error("unreadable-file", Place(path),
                      "it was replaced or removed while the site was read",
                      "Run the command again.");
  } else {
    throw std::system_error(error, std::generic_category(), "cannot read " + path);
  }
}

EntryKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::folder;
  return S_ISLNK(mode) ? EntryKind::link : EntryKind::special;
}

EntryKind kind_of(int folder, const dirent64& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return EntryKind::file;
    case DT_DIR:
      return EntryKind::folder;
    case DT_LNK:
      return EntryKind::link;
    case DT_UNKNOWN: {
      struct stat status;
      if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return EntryKind::gone;
      return kind_of_mode(status.st_mode);
    }
    default:
      return EntryKind::special;
  }
}

// A descriptor that is closed at the end of the scope.
struct OpenFile {
  int descriptor;
  explicit OpenFile(int descriptor) : descriptor(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor >= 0) ::close(descriptor);
  }
};

// Reads to the end or to one byte beyond the limit. A read that gives less than was asked for is
// the end of a regular file, so most files take one call.
std::optional<std::size_t> read_all(int descriptor, std::size_t limit, FileBuffer& buffer) {
  constexpr std::size_t kFirst = 64 * 1024;
  std::size_t size = 0;
  for (;;) {
    if (size == buffer.size()) buffer.reserve(std::min(std::max(kFirst, size * 2), limit + 1));
    const std::size_t room = std::min(buffer.size(), limit + 1) - size;
    const ssize_t got = ::read(descriptor, buffer.data() + size, room);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    size += static_cast<std::size_t>(got);
    if (static_cast<std::size_t>(got) < room || size > limit) return size;
  }
}

}  // namespace

char* FileBuffer::reserve(std::size_t size) {
  if (size > size_) {
    auto bytes = std::make_unique_for_overwrite<char[]>(size);
    if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    size_ = size;
  }
  return bytes_.get();
}

std::optional<Folder> Folder::open(const char* machine_path, std::string_view path,
                                   Diagnostics& diagnostics) {
  const int descriptor = ::open(machine_path, kFolderFlags);
  if (descriptor >= 0) return Folder(descriptor, path);
  if (errno != ENOENT && errno != ENOTDIR) say_unreadable(std::string(path), diagnostics);
  return std::nullopt;
}

std::optional<Folder> Folder::open(const FolderEntry& entry, std::string_view path,
                                   Diagnostics& diagnostics) const {
  const int descriptor = ::openat(descriptor_, entry.name.data(), kFolderFlags | O_NOFOLLOW);
  if (descriptor >= 0) return Folder(descriptor, path);
  say_unreadable(std::string(path), diagnostics);
  return std::nullopt;
}

Folder::Folder(Folder&& other) noexcept : descriptor_(other.descriptor_), path_(other.path_) {
  other.descriptor_ = -1;
}

Folder::~Folder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::vector<FolderEntry> Folder::list(Arena& arena, Diagnostics& diagnostics) const {
  std::vector<FolderEntry> entries;
  // getdents64 itself and not readdir: a site has thousands of small folders, and opendir costs
  // each of them an allocation and four more calls.
  alignas(dirent64) char records[32 * 1024];
  ::lseek(descriptor_, 0, SEEK_SET);
  for (;;) {
    const ssize_t size = ::getdents64(descriptor_, records, sizeof records);
    if (size < 0) say_unreadable(std::string(path_), diagnostics);
    if (size <= 0) break;
    for (ssize_t at = 0; at < size;) {
      const auto* record = reinterpret_cast<const dirent64*>(records + at);
      at += record->d_reclen;
      const auto kind = accept(*record, diagnostics);
      if (!kind) continue;
      const std::string_view kept = arena.copy({record->d_name, std::strlen(record->d_name) + 1});
      entries.push_back({kept.substr(0, kept.size() - 1), *kind == EntryKind::folder});
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  drop_colliding_names(entries, path_, diagnostics);
  return entries;
}

std::optional<EntryKind> Folder::accept(const dirent64& record, Diagnostics& diagnostics) const {
  const std::string_view name = record.d_name;
  if (name.starts_with('.') || name == "README.md") return std::nullopt;
  if (!check_file_name(name, path_, diagnostics)) return std::nullopt;
  const EntryKind kind = kind_of(descriptor_, record);
  if (kind == EntryKind::file || kind == EntryKind::folder) return kind;
  if (kind == EntryKind::gone) return std::nullopt;
  diagnostics.error("not-a-file", Place(join(path_, name)),
                    kind == EntryKind::link ? "it is a symbolic link, and links are not followed"
                                            : "it is neither a file nor a folder",
                    "Put the file itself here.");
  return std::nullopt;
}

std::optional<std::string_view> Folder::read(std::string_view name, std::size_t limit,
                                             FileBuffer& buffer, Diagnostics& diagnostics) const {
  const OpenFile file(
      ::openat(descriptor_, name.data(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  const auto size = file.descriptor >= 0 ? read_all(file.descriptor, limit, buffer) : std::nullopt;
  if (!size) {
    say_unreadable(join(path_, name), diagnostics);
    return std::nullopt;
  }
  if (*size > limit) {
    diagnostics.error("file-too-large", Place(join(path_, name)),
                      fmt::format("the file has more than {} bytes, the most it may have", limit),
                      "Shorten it, or publish the long part as an attachment.");
    return std::nullopt;
  }
  return std::string_view(buffer.data(), *size);
}

std::optional<std::uint64_t> Folder::size_of(std::string_view name,
                                             Diagnostics& diagnostics) const {
  struct stat status;
  if (::fstatat(descriptor_, name.data(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    say_unreadable(join(path_, name), diagnostics);
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(status.st_size);
}

std::string_view Folder::path_of(std::string_view name, Arena& arena) const {
  const std::size_t size = path_.size() + 1 + name.size();
  char* bytes = static_cast<char*>(arena.allocate(size, 1));
  std::memcpy(bytes, path_.data(), path_.size());
  bytes[path_.size()] = '/';
  std::memcpy(bytes + path_.size() + 1, name.data(), name.size());
  return {bytes, size};
}

}  // namespace glasshouse::content
