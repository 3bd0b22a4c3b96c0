// A folder to publish into, removed at the end, and routes with given bytes.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "model/route.h"
#include "publish/publish.h"

namespace glasshouse::publish {

class Scratch {
 public:
  Scratch() {
    // In memory where there is some: a busy disk makes these tests slow, not better.
    std::string name = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : testing::TempDir();
    name += "glasshouse-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder = name;
    output = folder / "public";
  }
  ~Scratch() { std::filesystem::remove_all(folder); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path folder;
  std::filesystem::path output;
};

using Pages = std::map<std::string, std::string>;

inline std::vector<model::Route> routes_of(const Pages& pages) {
  std::vector<model::Route> routes;
  for (const auto& [path, bytes] : pages) {
    routes.push_back(
        {path, "text/html; charset=utf-8",
         [bytes](model::Workspace&, std::string& out, Diagnostics&) { out += bytes; }});
  }
  return routes;
}

/// Without waiting for the disk.
inline PublishOptions options_for(const Scratch& scratch, unsigned jobs = 2) {
  PublishOptions options;
  options.output = scratch.output;
  options.jobs = jobs;
  options.sync = false;
  return options;
}

inline std::optional<PublishSummary> publish_pages(const Scratch& scratch, const Pages& pages,
                                                   Diagnostics& diagnostics, unsigned jobs = 2) {
  return publish(routes_of(pages), options_for(scratch, jobs), diagnostics);
}

/// Publishes and expects no problem.
inline PublishSummary publish_well(const Scratch& scratch, const Pages& pages) {
  Diagnostics diagnostics;
  const auto summary = publish_pages(scratch, pages, diagnostics);
  for (const Diagnostic& d : diagnostics.sorted()) ADD_FAILURE() << d.id << ": " << d.message;
  return summary.value_or(PublishSummary{});
}

inline std::string bytes_of(const std::filesystem::path& path) {
  return read_file(path).value_or("(no such file)");
}

/// Paths below the folder, files and folders, sorted; dot-files included.
inline std::vector<std::string> tree(const std::filesystem::path& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    paths.push_back(entry.path().lexically_relative(folder).native());
  }
  std::ranges::sort(paths);
  return paths;
}

inline struct stat status_of(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) ADD_FAILURE() << "no " << path;
  return status;
}

inline bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec && a.st_size == b.st_size;
}

inline std::vector<std::string> ids(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& d : diagnostics.sorted()) result.push_back(d.id);
  return result;
}

}  // namespace glasshouse::publish
