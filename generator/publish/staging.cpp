#include "publish/staging.h"

#include <fcntl.h>

#include <array>

namespace glasshouse::publish {

namespace {

// Filesystems without hard links, and folders whose files are not ours to link
// (fs.protected_hardlinks); each then gets a copy.
bool means_no_links(int problem) {
  return problem == EPERM || problem == EACCES || problem == EMLINK || problem == EXDEV ||
         problem == EOPNOTSUPP || problem == ENOSYS;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor, bytes.data(), bytes.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

}  // namespace

Places places_beside(const std::filesystem::path& output) {
  const std::filesystem::path parent = output.parent_path();
  std::string name(".");
  name += output.filename().native();
  return {output, parent, parent / (name + ".staging"), parent / (name + ".previous"),
          parent / (name + ".lock")};
}

Staging::Staging(const std::filesystem::path& folder) : folder_(folder) {
  if (::mkdir(folder.c_str(), kFolderMode) != 0) fail("write", folder.native());
  descriptor_ = Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  struct stat status;
  if (!descriptor_.is_open() || ::fstat(descriptor_.number(), &status) != 0) {
    const int problem = errno;
    ::rmdir(folder.c_str());
    errno = problem;
    fail("write", folder.native());
  }
  set_modes_ = (status.st_mode & 0777) != kFolderMode;
  if (set_modes_) ::fchmod(descriptor_.number(), kFolderMode);
}

Staging::~Staging() {
  if (released_) return;
  std::error_code ignored;  // what stays is removed by the next publication
  std::filesystem::remove_all(folder_, ignored);
}

void Staging::write(const std::string& path, std::string_view bytes) {
  Descriptor file = open(path);
  append(file, path, bytes);
  close(std::move(file), path);
}

Descriptor Staging::open(const std::string& path) {
  Descriptor file(create(path));
  if (!file.is_open()) fail_at(path);
  return file;
}

void Staging::append(const Descriptor& file, const std::string& path, std::string_view bytes) {
  if (!write_all(file.number(), bytes)) fail_at(path);
}

void Staging::close(Descriptor file, const std::string& path) {
  if (set_modes_ && ::fchmod(file.number(), kFileMode) != 0) fail_at(path);
  // Network filesystems say at the close what they could not write.
  if (::close(file.release()) != 0) fail_at(path);
}

void Staging::remove(const std::string& path) {
  if (::unlinkat(descriptor_.number(), path.c_str(), 0) != 0) fail_at(path);
}

void Staging::link(const OldSite& old, const std::string& path) {
  const auto try_link = [&] {
    return ::linkat(old.folder.number(), path.c_str(), descriptor_.number(), path.c_str(), 0) == 0;
  };
  if (try_link()) return;
  if (errno == ENOENT) {
    make_folders(path);
    if (try_link()) return;
  }
  if (!means_no_links(errno)) fail_at(path);
  copy(old, path);
}

void Staging::keep_file(const OldSite& old, const KeptFile& file) {
  // A dot-file within a folder of the site goes with that folder; one at the top brings its own.
  struct stat status;
  const std::string folder = file.path.substr(0, file.path.rfind('/'));
  const bool has_place = file.path.find('/') == std::string::npos || file.path.starts_with('.') ||
                         ::fstatat(descriptor_.number(), folder.c_str(), &status, 0) == 0;
  if (!has_place) return;
  if (::fstatat(descriptor_.number(), file.path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return;
  if (file.is_folder) {
    make_folders(file.path + "/");
  } else {
    link(old, file.path);
  }
}

// A folder is made when the first file in it asks for it: no list of folders to keep, and threads
// seldom meet. Each folder costs one open in vain.
int Staging::create(const std::string& path) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  const int number = ::openat(descriptor_.number(), path.c_str(), kFlags, kFileMode);
  if (number >= 0 || errno != ENOENT) return number;
  make_folders(path);
  return ::openat(descriptor_.number(), path.c_str(), kFlags, kFileMode);
}

// The folders above the last "/" of the path. Another thread may make them at the same time.
void Staging::make_folders(const std::string& path) {
  for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1)) {
    const std::string folder = path.substr(0, end);
    if (::mkdirat(descriptor_.number(), folder.c_str(), kFolderMode) != 0) {
      if (errno != EEXIST) fail_at(folder);
    } else if (set_modes_ &&
               ::fchmodat(descriptor_.number(), folder.c_str(), kFolderMode, 0) != 0) {
      fail_at(folder);
    }
  }
}

// Keeps the time of change too, for readers that ask If-Modified-Since.
void Staging::copy(const OldSite& old, const std::string& path) {
  const Descriptor from(
      ::openat(old.folder.number(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status;
  if (!from.is_open() || ::fstat(from.number(), &status) != 0) fail_at(path);
  const int number = create(path);
  if (number < 0) fail_at(path);
  Descriptor to(number);
  std::array<char, 64 * 1024> chunk;
  for (;;) {
    const ssize_t got = ::read(from.number(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_at(path);
    if (got == 0) break;
    if (!write_all(number, {chunk.data(), static_cast<std::size_t>(got)})) fail_at(path);
  }
  const timespec times[2] = {status.st_atim, status.st_mtim};
  if (::fchmod(number, status.st_mode & 07777) != 0 || ::futimens(number, times) != 0 ||
      ::close(to.release()) != 0) {
    fail_at(path);
  }
}

void Staging::fail_at(std::string_view path) const {
  const int problem = errno;
  const std::string whole = (folder_ / path).native();
  errno = problem;
  fail("write", whole);
}

}  // namespace glasshouse::publish
