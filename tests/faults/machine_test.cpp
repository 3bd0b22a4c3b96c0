#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <fstream>

#include "child.h"
#include "site.h"

namespace glasshouse::faults {
namespace {

namespace fs = std::filesystem;

constexpr int kPages = 60, kLines = 1000;  // about 650 KB a version

// A small disk in memory, or a view of a folder, mounted as long as the object lives.
class Mount {
 public:
  Mount(const fs::path& place, const char* options) : place_(place) {
    fs::create_directories(place);
    is_mounted = ::mount("none", place.c_str(), "tmpfs", 0, options) == 0;
  }
  ~Mount() {
    if (is_mounted) ::umount2(place_.c_str(), MNT_DETACH);
  }
  void make_read_only() const {
    ASSERT_EQ(::mount("none", place_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
  }
  bool is_mounted = false;

 private:
  fs::path place_;
};

TEST(Machine, with_a_full_disk_keeps_the_old_site_to_the_inode) {
  const Scratch scratch;
  const fs::path disk = scratch.folder / "disk";
  const Mount mount(disk, "size=1m");
  if (!mount.is_mounted) GTEST_SKIP() << "no right to mount a small disk";
  ASSERT_EQ(publish_version(disk / "public", 1, kPages, kLines), 0);
  const Fingerprint before = fingerprint(disk);
  EXPECT_EQ(publish_version(disk / "public", 2, kPages, kLines, false, 4), 3);
  EXPECT_EQ(fingerprint(disk), before);
  EXPECT_EQ(publish_version(disk / "public", 3), 0);  // smaller: it fits
  EXPECT_EQ(whole_version(disk / "public"), 3);
}

TEST(Machine, that_is_full_at_the_first_publication_leaves_no_output) {
  const Scratch scratch;
  const fs::path disk = scratch.folder / "disk";
  const Mount mount(disk, "size=256k");
  if (!mount.is_mounted) GTEST_SKIP() << "no right to mount a small disk";
  EXPECT_EQ(publish_version(disk / "public", 1, kPages, kLines), 3);
  EXPECT_TRUE(fs::is_empty(disk));
}

TEST(Machine, out_of_names_for_files_keeps_the_old_site) {
  const Scratch scratch;
  const fs::path disk = scratch.folder / "disk";
  const Mount mount(disk, "nr_inodes=40");
  if (!mount.is_mounted) GTEST_SKIP() << "no right to mount a small disk";
  ASSERT_EQ(publish_version(disk / "public", 1, 3), 0);
  const Fingerprint before = fingerprint(disk);
  EXPECT_EQ(publish_version(disk / "public", 2, 30), 3);
  EXPECT_EQ(fingerprint(disk), before);
}

TEST(Machine, that_limits_the_size_of_files_keeps_the_old_site) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  const Fingerprint before = fingerprint(scratch.folder);
  const int status = run_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return publish_version(scratch.output, 2, kPages, kLines);
  });
  EXPECT_EQ(status, 3);
  EXPECT_EQ(fingerprint(scratch.folder), before);
}

TEST(Machine, with_a_read_only_disk_says_so_and_changes_nothing) {
  const Scratch scratch;
  const fs::path disk = scratch.folder / "disk";
  const Mount mount(disk, "size=4m");
  if (!mount.is_mounted) GTEST_SKIP() << "no right to mount a small disk";
  ASSERT_EQ(publish_version(disk / "public", 1), 0);
  const Fingerprint before = fingerprint(disk);
  mount.make_read_only();
  EXPECT_EQ(publish_version(disk / "public", 2), 3);
  EXPECT_EQ(fingerprint(disk), before);
}

TEST(Machine, refuses_to_write_in_a_folder_of_another_user) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  fs::permissions(scratch.folder, fs::perms(0555));
  const Fingerprint before = fingerprint(scratch.folder);
  const int status = run_child([&] {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) return 98;
    return publish_version(scratch.output, 2);
  });
  fs::permissions(scratch.folder, fs::perms(0755));
  EXPECT_EQ(status, 3);
  EXPECT_EQ(fingerprint(scratch.folder), before);
}

TEST(Machine, cannot_replace_a_mount_point_and_leaves_it_as_it_is) {
  const Scratch scratch;
  const Mount mount(scratch.output, "size=4m");
  if (!mount.is_mounted) GTEST_SKIP() << "no right to mount a small disk";
  EXPECT_EQ(publish_version(scratch.output, 1), 3);
  EXPECT_TRUE(fs::is_empty(scratch.output));
  expect_tidy(scratch.folder);
}

TEST(Machine, with_a_file_or_folder_in_the_way_of_ours) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  fs::create_directory(scratch.folder / ".public.lock");
  EXPECT_EQ(publish_version(scratch.output, 2), 3);
  EXPECT_EQ(whole_version(scratch.output), 1);
  fs::remove(scratch.folder / ".public.lock");
  std::ofstream(scratch.folder / ".public.staging") << "a file";
  std::ofstream(scratch.folder / ".public.previous") << "a file";
  EXPECT_EQ(publish_version(scratch.output, 2), 0);
  EXPECT_EQ(whole_version(scratch.output), 2);
  expect_tidy(scratch.folder);
}

TEST(Errors, of_the_content_leave_everything_as_it_was_to_the_inode) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  ASSERT_EQ(publish_version(scratch.output, 2), 0);
  const Fingerprint before = fingerprint(scratch.folder);
  auto routes = publish::routes_of(site_of_version(3));
  routes.back().produce = [](model::Workspace&, std::string& out, Diagnostics& d) {
    out += "half a page";
    d.error("bad-page", {}, "an error");
  };
  Diagnostics diagnostics;
  EXPECT_FALSE(publish::publish(routes, publish::options_for(scratch), diagnostics));
  EXPECT_EQ(fingerprint(scratch.folder), before);
}

}  // namespace
}  // namespace glasshouse::faults
