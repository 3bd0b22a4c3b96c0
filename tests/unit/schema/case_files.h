// Cases as files: NAME.txt holds JSON texts parted by lines of "---", NAME.expected beside it the
// problems that must be said of them. With GLASSHOUSE_ACCEPT=1 the expectation is written anew.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/files.h"

namespace glasshouse::schema {

inline std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t end; (end = text.find("\n---\n", start)) != std::string::npos; start = end + 5) {
    parts.push_back(text.substr(start, end + 1 - start));
  }
  parts.push_back(text.substr(start));
  return parts;
}

/// Runs each case of the folder: `run` gives the problems of a case as text.
inline void run_cases(const std::string& folder,
                      const std::function<std::string(const std::vector<std::string>&)>& run) {
  const std::filesystem::path path =
      std::filesystem::path(GLASSHOUSE_SOURCE) / "tests/unit/schema/cases" / folder;
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path().extension() == ".txt") cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  ASSERT_FALSE(cases.empty());
  const char* accept = std::getenv("GLASSHOUSE_ACCEPT");
  for (const auto& file : cases) {
    SCOPED_TRACE(file.filename().string());
    const std::string said = run(parts_of(read_file(file).value()));
    std::filesystem::path expected = file;
    expected.replace_extension(".expected");
    if (accept && std::string(accept) == "1") std::ofstream(expected) << said;
    EXPECT_EQ(said, read_file(expected).value_or("(no .expected file)"));
  }
}

}  // namespace glasshouse::schema
