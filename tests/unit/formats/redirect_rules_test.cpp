#include "formats/redirect_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace glasshouse::formats {
namespace {

using testing::HasSubstr;

// The file that is added, for redirects from these addresses to /foi/new/.
std::string rules(std::string_view file, const std::vector<std::string_view>& old,
                  std::string_view base_path = "/",
                  const std::string& other = "foi/new/index.html") {
  model::Site site;
  site.settings.base_path = base_path;
  model::Record record;
  record.url = "foi/new/";
  std::vector<model::Redirect> redirects;
  for (const std::string_view from : old) redirects.push_back({from, &record});
  std::vector<model::Route> routes;
  routes.push_back({other, "text/html", {}});
  add_redirect_rules(site, redirects, routes);
  const auto found = std::ranges::find(routes, file, &model::Route::path);
  if (found == routes.end()) return "(no such file)";
  model::Workspace space;
  Diagnostics diagnostics;
  std::string text;
  found->produce(space, text, diagnostics);
  return text;
}

TEST(RedirectRules, lead_on_a_folder_with_what_stood_below) {
  EXPECT_THAT(rules("redirects.nginx.conf", {"foi/old/"}),
              HasSubstr("\nrewrite \"^/foi/old/(.*)$\" \"/foi/new/$1\" permanent;\n"));
  EXPECT_THAT(rules("redirects.apache.conf", {"foi/old/"}),
              HasSubstr("\nRedirectMatch 301 \"^/foi/old/(.*)$\" \"/foi/new/$1\"\n"));
  EXPECT_EQ(rules("_redirects", {"foi/old/"}), "/foi/old/* /foi/new/:splat 301!\n");
}

TEST(RedirectRules, lead_on_a_page_alone) {
  EXPECT_THAT(rules("redirects.nginx.conf", {"old.html"}),
              HasSubstr("\nrewrite \"^/old\\.html$\" \"/foi/new/\" permanent;\n"));
  EXPECT_EQ(rules("_redirects", {"old.html"}), "/old.html /foi/new/ 301!\n");
}

TEST(RedirectRules, leave_what_stands_below_an_old_address) {
  EXPECT_EQ(rules("_redirects", {"foi/old/"}, "/", "foi/old/letter/index.html"),
            "/foi/old/ /foi/new/ 301!\n");
}

TEST(RedirectRules, put_the_nearer_folder_first_and_the_base_path_before_all) {
  EXPECT_EQ(rules("_redirects", {"old/", "old/part/"}, "/open/"),
            "/open/old/part/* /open/foi/new/:splat 301!\n"
            "/open/old/* /open/foi/new/:splat 301!\n");
}

TEST(RedirectRules, are_no_files_without_redirects) {
  EXPECT_EQ(rules("_redirects", {}), "(no such file)");
}

}  // namespace
}  // namespace glasshouse::formats
