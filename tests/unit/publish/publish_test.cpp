#include "publish/publish.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <fstream>

#include <fstream>
#include <stdexcept>

#include "publish/manifest.h"
#include "scratch.h"

namespace glasshouse::publish {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const Pages kSite = {
    {"foi/foi-1/index.html", "one"}, {"foi/index.html", "all"}, {"index.html", "home"}};

TEST(Publish, writes_every_route_and_the_manifest) {
  const Scratch scratch;
  const PublishSummary summary = publish_well(scratch, kSite);
  EXPECT_THAT(tree(scratch.folder),
              ElementsAre("public", "public/foi", "public/foi/foi-1", "public/foi/foi-1/index.html",
                          "public/foi/index.html", "public/index.html", "public/manifest.json"));
  EXPECT_EQ(bytes_of(scratch.output / "foi/foi-1/index.html"), "one");
  EXPECT_EQ(summary.files, 4u);
  EXPECT_EQ(summary.written, 4u);
  EXPECT_EQ(summary.bytes, 10 + bytes_of(scratch.output / "manifest.json").size());
  const auto manifest = parse_manifest(bytes_of(scratch.output / "manifest.json"));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(to_hex(manifest->find("index.html")->digest), to_hex(sha256("home")));
}

TEST(Publish, gives_files_to_all_readers_whatever_the_umask) {
  const mode_t before = ::umask(077);
  const Scratch scratch;
  publish_well(scratch, kSite);
  ::umask(before);
  EXPECT_EQ(status_of(scratch.output).st_mode & 07777, 0755u);
  EXPECT_EQ(status_of(scratch.output / "foi/foi-1").st_mode & 07777, 0755u);
  EXPECT_EQ(status_of(scratch.output / "foi/index.html").st_mode & 07777, 0644u);
}

TEST(Publish, keeps_inode_and_time_of_unchanged_files) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  const struct stat home = status_of(scratch.output / "index.html");
  const struct stat one = status_of(scratch.output / "foi/foi-1/index.html");
  Pages changed = kSite;
  changed["index.html"] = "HOME";
  const PublishSummary summary = publish_well(scratch, changed);
  EXPECT_EQ(summary.written, 2u);  // the page and the manifest
  EXPECT_EQ(summary.unchanged, 2u);
  EXPECT_TRUE(same_file(one, status_of(scratch.output / "foi/foi-1/index.html")));
  EXPECT_FALSE(same_file(home, status_of(scratch.output / "index.html")));
  EXPECT_EQ(bytes_of(scratch.output / "index.html"), "HOME");
}

TEST(Publish, touches_nothing_when_nothing_changed) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  const struct stat folder = status_of(scratch.output);
  const PublishSummary summary = publish_well(scratch, kSite);
  EXPECT_EQ(summary.written, 0u);
  EXPECT_EQ(summary.unchanged, 4u);
  EXPECT_TRUE(same_file(folder, status_of(scratch.output)));
  EXPECT_FALSE(fs::exists(scratch.folder / ".public.staging"));
}

TEST(Publish, removes_what_the_new_site_does_not_have_and_keeps_the_old_beside) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  const PublishSummary summary = publish_well(scratch, {{"index.html", "home"}});
  EXPECT_EQ(summary.removed, 2u);
  EXPECT_FALSE(fs::exists(scratch.output / "foi"));
  EXPECT_EQ(bytes_of(scratch.folder / ".public.previous/foi/index.html"), "all");
  publish_well(scratch, {{"index.html", "third"}});
  EXPECT_FALSE(fs::exists(scratch.folder / ".public.previous/foi"));
  EXPECT_FALSE(fs::exists(scratch.folder / ".public.staging"));
}

TEST(Publish, writes_again_a_file_that_another_hand_changed) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  std::ofstream(scratch.output / "index.html") << "hand";  // as long as what we wrote
  fs::remove(scratch.output / "foi/index.html");
  fs::permissions(scratch.output / "foi/foi-1/index.html", fs::perms::owner_all);
  EXPECT_EQ(publish_well(scratch, kSite).written, 3u);
  EXPECT_EQ(bytes_of(scratch.output / "index.html"), "home");
  EXPECT_EQ(bytes_of(scratch.output / "foi/index.html"), "all");
  EXPECT_EQ(status_of(scratch.output / "foi/foi-1/index.html").st_mode & 07777, 0644u);
}

TEST(Publish, gives_the_same_bytes_for_any_number_of_jobs) {
  Pages pages;
  for (int i = 0; i < 500; ++i) pages["p/" + std::to_string(i) + "/index.html"] = std::to_string(i);
  std::vector<std::string> manifests;
  for (const unsigned jobs : {1u, 2u, 7u}) {
    const Scratch scratch;
    Diagnostics diagnostics;
    ASSERT_TRUE(publish_pages(scratch, pages, diagnostics, jobs));
    manifests.push_back(bytes_of(scratch.output / "manifest.json"));
  }
  EXPECT_EQ(manifests[0], manifests[1]);
  EXPECT_EQ(manifests[0], manifests[2]);
}

// A route that hands its bytes over in parts of `part` bytes, as a long file's does.
model::Route long_route(std::string path, std::string bytes, std::size_t part) {
  return {
      std::move(path), "application/json",
      [bytes = std::move(bytes), part](model::Workspace& space, std::string& out, Diagnostics&) {
        for (std::size_t at = 0; at < bytes.size(); at += part) {
          out += std::string_view(bytes).substr(at, part);
          if (space.drain) space.drain(out);
        }
      }};
}

TEST(Publish, a_long_file_comes_in_parts_and_is_the_same_file) {
  const Scratch scratch;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += std::to_string(i);
  const auto publish_long = [&](const std::string& text) {
    std::vector<model::Route> routes;
    routes.push_back(long_route("a/long.json", text, 100'000));
    routes.push_back(long_route("b/long.json", text, 70'001));
    routes.push_back({"c.txt", "text/plain",
                      [](model::Workspace&, std::string& out, Diagnostics&) { out += "short"; }});
    Diagnostics diagnostics;
    const auto summary = publish(routes, options_for(scratch), diagnostics);
    EXPECT_TRUE(summary);
    return summary.value_or(PublishSummary());
  };
  publish_long(bytes);
  EXPECT_EQ(bytes_of(scratch.output / "a/long.json"), bytes);
  EXPECT_EQ(bytes_of(scratch.output / "b/long.json"), bytes);
  const auto manifest = parse_manifest(bytes_of(scratch.output / "manifest.json"));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->files[0].digest, sha256(bytes));
  const struct stat before = status_of(scratch.output / "a/long.json");
  EXPECT_EQ(publish_long(bytes).written, 0u);
  EXPECT_EQ(status_of(scratch.output / "a/long.json").st_ino, before.st_ino);

  // Another hand has changed it, keeping its size: the digest alone is not believed.
  std::string other = bytes;
  other[5] = 'x';
  std::ofstream(scratch.output / "a/long.json", std::ios::binary) << other;
  EXPECT_EQ(publish_long(bytes).written, 1u);
  EXPECT_EQ(bytes_of(scratch.output / "a/long.json"), bytes);
  EXPECT_EQ(publish_long(other).written, 3u);  // and the manifest
  EXPECT_EQ(bytes_of(scratch.output / "b/long.json"), other);
}

TEST(Publish, publishes_nothing_with_an_error_from_before_but_produces_every_route) {
  const Scratch scratch;
  Diagnostics diagnostics;
  diagnostics.error("unknown-value", {}, "an error of the model");
  std::vector<model::Route> routes = routes_of(kSite);
  routes[1].produce = [](model::Workspace&, std::string&, Diagnostics& d) {
    d.error("bad-page", {}, "an error of a page");
  };
  PublishOptions options = options_for(scratch);
  EXPECT_FALSE(publish(routes, options, diagnostics));
  EXPECT_THAT(ids(diagnostics), ElementsAre("bad-page", "unknown-value"));
  EXPECT_THAT(tree(scratch.folder), ElementsAre());
}

TEST(Publish, leaves_the_output_as_it_was_when_a_route_says_an_error_or_throws) {
  const Scratch scratch;
  publish_well(scratch, kSite);
  const struct stat folder = status_of(scratch.output);
  PublishOptions options = options_for(scratch);
  for (const bool throws : {false, true}) {
    std::vector<model::Route> routes = routes_of(kSite);
    routes[2].produce = [throws](model::Workspace&, std::string& out, Diagnostics& d) {
      out += "half";
      if (throws) throw std::system_error(ENOSPC, std::generic_category(), "cannot write");
      d.error("bad-page", {}, "an error of a page");
    };
    Diagnostics diagnostics;
    if (throws) {
      EXPECT_THROW((void)publish(routes, options, diagnostics), std::system_error);
    } else {
      EXPECT_FALSE(publish(routes, options, diagnostics));
    }
    EXPECT_TRUE(same_file(folder, status_of(scratch.output)));
    EXPECT_EQ(bytes_of(scratch.output / "index.html"), "home");
    EXPECT_EQ(fs::directory_iterator(scratch.folder)->path(), scratch.output);
  }
}

TEST(Publish, refuses_paths_that_cannot_be_files) {
  const Scratch scratch;
  const auto refusal = [&](const Pages& pages) {
    Diagnostics diagnostics;
    EXPECT_FALSE(publish_pages(scratch, pages, diagnostics));
    return ids(diagnostics);
  };
  for (const char* path : {"../up.html", "/root.html", "a//b", "a/./b", "", "a\nb", "a\\b", "a\"b",
                           "a/", "caf\xE9.html"}) {
    EXPECT_THAT(refusal({{path, ""}}), ElementsAre("address-unsafe")) << path;
  }
  EXPECT_THAT(refusal({{std::string(256, 'a'), ""}}), ElementsAre("address-unsafe"));
  EXPECT_THAT(refusal({{"manifest.json", ""}}), ElementsAre("address-reserved"));
  EXPECT_THAT(refusal({{"a", ""}, {"a-b", ""}, {"a/b/c", ""}}), ElementsAre("address-is-folder"));
  EXPECT_FALSE(fs::exists(scratch.output));
}

TEST(Publish, publishes_names_of_any_language) {
  const Scratch scratch;
  publish_well(scratch, {{"foi/a/réponse finale.csv", "x"}});
  EXPECT_EQ(bytes_of(scratch.output / "foi/a/réponse finale.csv"), "x");
  EXPECT_EQ(publish_well(scratch, {{"foi/a/réponse finale.csv", "x"}}).written, 0u);
}

TEST(Publish, reports_progress_up_to_the_end_on_the_calling_thread) {
  const Scratch scratch;
  PublishOptions options = options_for(scratch);
  options.jobs = 2;
  std::pair<std::size_t, std::size_t> last;
  options.progress = [&](std::size_t done, std::size_t total) { last = {done, total}; };
  Diagnostics diagnostics;
  ASSERT_TRUE(publish(routes_of(kSite), options, diagnostics));
  EXPECT_EQ(last, (std::pair<std::size_t, std::size_t>(3, 3)));
}

}  // namespace
}  // namespace glasshouse::publish
