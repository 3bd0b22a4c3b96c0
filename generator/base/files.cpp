#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace glasshouse {

namespace {

// A descriptor that closes itself.
struct Descriptor {
  int number;
  explicit Descriptor(int number) : number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), what + path.string());
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    fail("cannot read ", path);
  }
  struct stat status;
  if (::fstat(file.number, &status) != 0) fail("cannot read ", path);
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  std::string bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size), limit) + 1);
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(file.number, bytes.data() + size, bytes.size() - size);
    if (got < 0) {
      if (errno == EINTR) continue;
      fail("cannot read ", path);
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size == bytes.size()) {
      if (size > limit) break;
      bytes.resize(std::min(size * 2, limit + 1));
    }
  }
  bytes.resize(size);
  return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (file.number < 0) fail("cannot write ", path);
  while (!bytes.empty()) {
    const ssize_t done = ::write(file.number, bytes.data(), bytes.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      fail("cannot write ", path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

}  // namespace glasshouse
