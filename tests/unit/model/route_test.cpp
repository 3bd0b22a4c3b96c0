#include "model/route.h"

#include <gtest/gtest.h>

namespace glasshouse::model {
namespace {

std::vector<Route> routes_of(const std::vector<std::string>& paths) {
  std::vector<Route> routes;
  for (const std::string& path : paths) routes.push_back({path, "text/html", {}});
  return routes;
}

std::string problems(std::vector<Route> routes) {
  Diagnostics diagnostics;
  finish_routes(routes, diagnostics);
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) text += d.id + ": " + d.message + "\n";
  return text;
}

TEST(Routes, two_of_one_path_are_an_error) {
  EXPECT_EQ(problems(routes_of({"a/index.html", "b", "a/index.html"})),
            "address-taken: two pages of the site would have the address /a/index.html\n");
}

TEST(Routes, the_files_that_want_one_address_are_named) {
  std::vector<Route> routes = routes_of({"about/index.html", "about/index.html"});
  routes[0].source = "content/pages/about.md";
  routes[1].source = "content/about/collection.json";
  Diagnostics diagnostics;
  finish_routes(routes, diagnostics);
  EXPECT_EQ(to_text(diagnostics.sorted(), {}),
            "content/about/collection.json: error: two pages of the site would have "
            "the address /about/index.html: content/pages/about.md has it [address-taken]\n"
            "  Rename the record, the page, the attachment or the collection that is newer.\n");
}

TEST(Routes, addresses_are_those_of_pages_and_files) {
  std::vector<Route> routes = routes_of({"index.html", "foi/page/2/index.html", "foi/index.html",
                                         "foi/records.csv", "foi/a/reply 1.csv", "sitemap.xml"});
  Diagnostics diagnostics;
  finish_routes(routes, diagnostics);
  for (const std::string_view address : {"", "foi/", "foi/page/2/", "foi/records.csv",
                                         "foi/a/reply 1.csv", "foi/index.html", "manifest.json"}) {
    EXPECT_TRUE(has_address(routes, address)) << address;
  }
  for (const std::string_view address :
       {"foi", "fo/", "foi/b/", "foi/page/3/", "x.xml", "sitemap.xml/", "../etc/passwd", "/"}) {
    EXPECT_FALSE(has_address(routes, address)) << address;
  }
}

TEST(Routes, a_file_cannot_be_a_folder_too) {
  EXPECT_EQ(problems(routes_of({"a", "a-b", "a/index.html"})),
            "address-taken: the site would need /a both as a file and as a folder, for "
            "/a/index.html\n");
}

TEST(Routes, different_paths_are_fine) {
  EXPECT_EQ(problems(routes_of({"ab", "a/b", "a.b", "b"})), "");
}

}  // namespace
}  // namespace glasshouse::model
