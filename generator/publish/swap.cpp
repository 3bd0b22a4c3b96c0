#include "publish/swap.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace glasshouse::publish {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0;
}

// False where the filesystem cannot exchange names.
bool exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) return false;
  fail("replace", b.native());
}

void rename_to(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("replace", to.native());
}

// All of the staging folder's bytes are on the disk before its name changes; the change itself is
// when the folder that holds the names is. One call for the whole filesystem costs less than one a
// file: the disk orders its writes.
void sync_filesystem(const Descriptor& parent, const Places& places) {
  if (::syncfs(parent.number()) != 0) fail("write", places.parent.native());
}

void swap_by_two_renames(const Places& places) {
  fs::remove_all(places.previous);
  rename_to(places.output, places.previous);
  if (::rename(places.staging.c_str(), places.output.c_str()) != 0) {
    const int problem = errno;
    ::rename(places.previous.c_str(), places.output.c_str());
    errno = problem;
    fail("replace", places.output.native());
  }
}

// The old site stands where the staging folder was. The new one is in place, so that nothing here
// is a reason to fail: what cannot be removed now is removed by the next publication.
void put_old_aside(const Places& places, bool keep_old) {
  std::error_code ignored;
  if (keep_old && is_there(places.previous)) {
    if (::renameat2(AT_FDCWD, places.staging.c_str(), AT_FDCWD, places.previous.c_str(),
                    RENAME_EXCHANGE) != 0) {
      return;
    }
  } else if (keep_old) {
    fs::rename(places.staging, places.previous, ignored);
    return;
  }
  fs::remove_all(places.staging, ignored);
}

}  // namespace

void swap_in(const Places& places, bool output_exists, bool keep_old, bool sync, SwapWay way) {
  const Descriptor parent(::open(places.parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!parent.is_open()) fail("write", places.parent.native());
  if (sync) sync_filesystem(parent, places);
  const bool in_one_step =
      output_exists && way == SwapWay::exchange && exchange(places.staging, places.output);
  if (!in_one_step) {
    if (output_exists) {
      swap_by_two_renames(places);
    } else {
      rename_to(places.staging, places.output);
    }
  }
  if (sync) ::fsync(parent.number());  // the new site stands; a problem here is no reason to say no
  if (in_one_step) {
    put_old_aside(places, keep_old);
  } else if (output_exists && !keep_old) {
    std::error_code ignored;
    fs::remove_all(places.previous, ignored);
  }
}

void clean_up_after_kill(const Places& places) {
  if (!is_there(places.staging)) return;
  if (!is_there(places.output) && is_there(places.previous)) {
    rename_to(places.previous, places.output);
  }
  fs::remove_all(places.staging);
}

}  // namespace glasshouse::publish
