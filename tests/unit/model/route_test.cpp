#include "model/route.h"

#include <gtest/gtest.h>

namespace glasshouse::model {
namespace {

std::string problems(std::vector<std::string> paths) {
  std::vector<Route> routes;
  for (std::string& path : paths) routes.push_back({std::move(path), "text/html", {}});
  Diagnostics diagnostics;
  finish_routes(routes, diagnostics);
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) text += d.id + ": " + d.message + "\n";
  return text;
}

TEST(Routes, two_of_one_path_are_an_error) {
  EXPECT_EQ(problems({"a/index.html", "b", "a/index.html"}),
            "address-taken: two pages of the site would have the address /a/index.html\n");
}

TEST(Routes, a_file_cannot_be_a_folder_too) {
  EXPECT_EQ(problems({"a", "a-b", "a/index.html"}),
            "address-taken: the site would need /a both as a file and as a folder, for "
            "/a/index.html\n");
}

TEST(Routes, different_paths_are_fine) { EXPECT_EQ(problems({"ab", "a/b", "a.b", "b"}), ""); }

}  // namespace
}  // namespace glasshouse::model
