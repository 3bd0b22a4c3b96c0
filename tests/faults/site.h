// Sites of which every page says the site's version, and the look whether a folder holds one,
// whole.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <tuple>

#include "publish/manifest.h"
#include "publish/scratch.h"

namespace glasshouse::faults {

using publish::Pages;
using publish::Scratch;

/// `count` pages of `lines` lines that all say "version N"; a page in three stays the same in all
/// versions, and one has another name in each.
inline Pages site_of_version(int version, int count = 4, int lines = 3) {
  Pages pages;
  const auto text = [lines](int number) {
    std::string result;
    for (int line = 0; line < lines; ++line) result += "version " + std::to_string(number) + "\n";
    return result;
  };
  for (int i = 0; i < count; ++i) {
    pages["p/" + std::to_string(i) + "/index.html"] = i % 3 == 2 ? text(0) : text(version);
  }
  pages["v" + std::to_string(version) + "/index.html"] = text(version);
  pages["index.html"] = text(version);
  return pages;
}

/// The version that the output's home page says; fails unless the output is that site to the byte,
/// with the manifest that belongs to it, and nothing else.
inline int whole_version(const std::filesystem::path& output, int count = 4, int lines = 3) {
  const std::string home = publish::bytes_of(output / "index.html");
  int version = -1;
  if (std::sscanf(home.c_str(), "version %d", &version) != 1) {
    ADD_FAILURE() << "no home page: " << home;
    return -1;
  }
  const Pages pages = site_of_version(version, count, lines);
  publish::Manifest manifest;
  for (const auto& [path, text] : pages) {
    EXPECT_EQ(publish::bytes_of(output / path), text) << path;
    manifest.files.push_back({path, text.size(), sha256(text)});
  }
  EXPECT_EQ(publish::bytes_of(output / "manifest.json"), publish::manifest_text(manifest));
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(output)) {
    files += entry.is_regular_file();
  }
  EXPECT_EQ(files, pages.size() + 1);
  return version;
}

/// Everything below a folder: names, inodes, modes, times and bytes.
using Fingerprint = std::map<std::string, std::tuple<ino_t, mode_t, long, long, std::string>>;

inline Fingerprint fingerprint(const std::filesystem::path& folder) {
  Fingerprint result;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const struct stat s = publish::status_of(entry.path());
    result[entry.path().lexically_relative(folder).native()] = {
        s.st_ino, s.st_mode, s.st_mtim.tv_sec, s.st_mtim.tv_nsec,
        entry.is_regular_file() ? publish::bytes_of(entry.path()) : ""};
  }
  return result;
}

/// Publishes the version as a command would: the exit status.
inline int publish_version(const std::filesystem::path& output, int version, int count = 4,
                           int lines = 3, bool sync = false, unsigned jobs = 1) {
  Diagnostics diagnostics;
  publish::PublishOptions options;
  options.output = output;
  options.sync = sync;
  options.jobs = jobs;
  try {
    const auto routes = publish::routes_of(site_of_version(version, count, lines));
    return publish::publish(routes, options, diagnostics) ? 0 : 1;
  } catch (const std::system_error&) {
    return 3;
  }
}

/// Nothing lies beside the output but the site before it.
inline void expect_tidy(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    EXPECT_TRUE(name == "public" || name == ".public.previous") << name << " was left behind";
  }
}

}  // namespace glasshouse::faults
