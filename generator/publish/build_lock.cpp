#include "publish/build_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <string>

#include "base/text.h"

namespace glasshouse::publish {

namespace {

// Whether the descriptor is the file that has the name now: its holder may have removed it between
// our open and our lock, and a third may hold a new file of the name.
bool is_current(int descriptor, const std::filesystem::path& file) {
  struct stat ours, named;
  return ::fstat(descriptor, &ours) == 0 && ::stat(file.c_str(), &named) == 0 &&
         ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

std::string holder(int descriptor) {
  char text[32];
  const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
  const std::string_view id =
      trim(std::string_view(text, size > 0 ? static_cast<std::size_t>(size) : 0));
  return id.empty() ? "another process" : fmt::format("process {}", id);
}

}  // namespace

std::optional<BuildLock> BuildLock::take(const std::filesystem::path& file, std::string_view output,
                                         Diagnostics& diagnostics) {
  for (;;) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!descriptor.is_open()) fail("lock", file.native());
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno != EWOULDBLOCK) fail("lock", file.native());
      diagnostics.error(
          "output-busy", {},
          fmt::format("{} is publishing to {} at this moment", holder(descriptor.number()), output),
          "Wait until it is done, then build again.");
      return std::nullopt;
    }
    if (!is_current(descriptor.number(), file)) continue;
    const std::string id = fmt::format("{}\n", ::getpid());
    if (::ftruncate(descriptor.number(), 0) != 0 ||
        ::pwrite(descriptor.number(), id.data(), id.size(), 0) < 0) {
      const int problem = errno;
      ::unlink(file.c_str());
      errno = problem;
      fail("write", file.native());
    }
    return BuildLock(std::move(descriptor), file);
  }
}

BuildLock::~BuildLock() {
  // Removed while it is held, so that nobody else's is.
  if (descriptor_.is_open()) ::unlink(file_.c_str());
}

}  // namespace glasshouse::publish
