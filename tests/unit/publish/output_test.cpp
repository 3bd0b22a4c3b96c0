// What may be replaced, and what of it stays.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>

#include "publish/swap.h"
#include "scratch.h"

namespace glasshouse::publish {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

const Pages kSite = {{"foi/index.html", "all"}, {"index.html", "home"}};

void put(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

Diagnostic refusal(const Scratch& scratch) {
  Diagnostics diagnostics;
  EXPECT_FALSE(publish_pages(scratch, kSite, diagnostics));
  const auto all = diagnostics.sorted();
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Diagnostic{} : all[0];
}

TEST(Output, may_be_an_empty_folder_or_hold_dot_files_which_stay) {
  const Scratch scratch;
  put(scratch.output / ".gitkeep", "");
  put(scratch.output / ".git/HEAD", "ref");
  fs::create_directories(scratch.output / ".git/refs/heads");
  fs::create_symlink("elsewhere", scratch.output / ".link");
  publish_well(scratch, kSite);
  publish_well(scratch, {{"index.html", "new"}});
  EXPECT_THAT(tree(scratch.output),
              ElementsAre(".git", ".git/HEAD", ".git/refs", ".git/refs/heads", ".gitkeep", ".link",
                          "index.html", "manifest.json"));
  EXPECT_EQ(fs::read_symlink(scratch.output / ".link"), "elsewhere");
}

TEST(Output, keeps_dot_files_of_folders_that_stay_and_gives_way_to_pages) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  put(scratch.output / "foi/.DS_Store", "finder");
  put(scratch.output / ".well-known/security.txt", "by hand");
  publish_well(scratch, {{".well-known/security.txt", "by us"}, {"foi/index.html", "new"}});
  EXPECT_EQ(bytes_of(scratch.output / "foi/.DS_Store"), "finder");
  EXPECT_EQ(bytes_of(scratch.output / ".well-known/security.txt"), "by us");
  publish_well(scratch, {{"index.html", "home"}});
  EXPECT_THAT(tree(scratch.output), ElementsAre("index.html", "manifest.json"));
}

TEST(Output, is_refused_when_it_holds_files_that_no_publication_wrote) {
  const Scratch scratch;
  put(scratch.output / "thesis/final.doc", "years of work");
  const Diagnostic d = refusal(scratch);
  EXPECT_EQ(d.id, "output-not-ours");
  EXPECT_THAT(d.message, HasSubstr("thesis/final.doc"));
  EXPECT_THAT(tree(scratch.folder),
              ElementsAre("public", "public/thesis", "public/thesis/final.doc"));
}

TEST(Output, is_refused_with_the_manifest_of_a_web_app) {
  const Scratch scratch;
  put(scratch.output / "manifest.json", R"({"name": "An app", "icons": []})");
  EXPECT_EQ(refusal(scratch).id, "output-not-ours");
}

TEST(Output, is_refused_when_files_were_added_to_it) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  put(scratch.output / "googleabc.html", "verification");
  const Diagnostic d = refusal(scratch);
  EXPECT_EQ(d.id, "output-has-other-files");
  EXPECT_THAT(d.message, HasSubstr("googleabc.html"));
  EXPECT_EQ(bytes_of(scratch.output / "index.html"), "home");
}

TEST(Output, is_refused_when_it_is_a_file_or_has_no_parent) {
  Scratch scratch;
  put(scratch.output, "a file");
  EXPECT_EQ(refusal(scratch).id, "output-not-a-folder");
  scratch.output = scratch.folder / "no/such/public";
  EXPECT_EQ(refusal(scratch).id, "output-has-no-parent");
}

TEST(Output, through_a_link_replaces_the_folder_and_not_the_link) {
  Scratch scratch;
  fs::create_directories(scratch.folder / "disk/site");
  fs::create_directory_symlink("disk/site", scratch.output);
  publish_well(scratch, kSite);
  EXPECT_TRUE(fs::is_symlink(scratch.output));
  EXPECT_EQ(bytes_of(scratch.folder / "disk/site/index.html"), "home");
}

TEST(Output, with_a_slash_at_its_end_is_the_same_folder) {
  Scratch scratch;
  scratch.output /= "";
  publish_well(scratch, kSite);
  EXPECT_EQ(bytes_of(scratch.folder / "public/index.html"), "home");
}

TEST(Output, is_left_alone_while_another_build_publishes_to_it) {
  const Scratch scratch;
  put(scratch.folder / ".public.lock", "4711\n");
  const int other = ::open((scratch.folder / ".public.lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  const Diagnostic d = refusal(scratch);
  EXPECT_EQ(d.id, "output-busy");
  EXPECT_THAT(d.message, HasSubstr("process 4711"));
  ::close(other);
  publish_well(scratch, kSite);
  EXPECT_FALSE(fs::exists(scratch.folder / ".public.lock"));
}

TEST(Output, is_restored_when_a_build_was_killed_between_two_renames) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  const struct stat home = status_of(scratch.output / "index.html");
  fs::rename(scratch.output, scratch.folder / ".public.previous");
  put(scratch.folder / ".public.staging/half", "");
  EXPECT_EQ(publish_well(scratch, kSite).unchanged, 3u);
  EXPECT_TRUE(same_file(home, status_of(scratch.output / "index.html")));
  EXPECT_FALSE(fs::exists(scratch.folder / ".public.staging"));
}

TEST(Output, is_replaced_by_two_renames_where_names_cannot_be_exchanged) {
  const Scratch scratch;
  const Places places = places_beside(scratch.output);
  put(places.output / "page", "old");
  put(places.previous / "page", "older");
  put(places.staging / "page", "new");
  swap_in(places, true, true, false, SwapWay::two_renames);
  EXPECT_EQ(bytes_of(places.output / "page"), "new");
  EXPECT_EQ(bytes_of(places.previous / "page"), "old");
  EXPECT_FALSE(fs::exists(places.staging));
}

}  // namespace
}  // namespace glasshouse::publish
