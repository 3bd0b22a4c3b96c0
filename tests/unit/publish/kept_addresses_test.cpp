#include "publish/kept_addresses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scratch.h"

namespace glasshouse::publish {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is said when `before` was published and the site, which has no records, now has `after`.
std::vector<std::string> said(const std::vector<std::string>& before, const Pages& after,
                              const std::vector<schema::Waiver>& waivers = {}) {
  Manifest manifest;
  for (const std::string& path : before) manifest.files.push_back({path, 1, {}});
  std::ranges::sort(manifest.files, {}, &ManifestFile::path);
  model::Site site;
  site.settings.waivers = waivers;
  Diagnostics diagnostics;
  const auto routes = routes_of(after);
  check_kept_addresses(manifest, {routes, site}, diagnostics);
  std::vector<std::string> result;
  for (const Diagnostic& d : diagnostics.sorted()) result.push_back(d.id + ": " + d.message);
  return result;
}

TEST(KeptAddresses, says_nothing_where_all_is_still_there) {
  EXPECT_THAT(said({"index.html", "foi/index.html"},
                   {{"index.html", ""}, {"foi/index.html", ""}, {"new/index.html", ""}}),
              IsEmpty());
}

TEST(KeptAddresses, says_a_page_once_with_all_below_it) {
  EXPECT_THAT(
      said({"foi/index.html", "foi/a/index.html", "foi/a/index.json", "foi/a/letter.pdf"}, {}),
      ElementsAre("address-gone: /foi/ was published with 3 files below it, and would be gone"));
  EXPECT_THAT(said({"foi/a/index.html", "foi/a/index.json"}, {}),
              ElementsAre("address-gone: /foi/a/ was published with a file below it, and would be "
                          "gone"));
}

TEST(KeptAddresses, says_a_file_whose_page_stays) {
  EXPECT_THAT(said({"foi/a/index.html", "foi/a/letter.pdf"}, {{"foi/a/index.html", ""}}),
              ElementsAre("address-gone: /foi/a/letter.pdf was published, and would be gone"));
}

TEST(KeptAddresses, holds_on_to_nothing_that_comes_and_goes) {
  EXPECT_THAT(said({"assets/site-0123.css", "foi/page/2/index.html", "foi/records/12.json",
                    "foi/outcome/granted/page/3/index.html", "sitemap-2.xml"},
                   {}),
              IsEmpty());
}

TEST(KeptAddresses, holds_on_to_what_only_looks_like_that) {
  EXPECT_EQ(
      said({"foi/page/two/index.html", "foi/records/all.json", "foi/records.json"}, {}).size(), 3u);
}

TEST(KeptAddresses, lets_go_what_is_waived) {
  const schema::Waiver folder{"/foi/a/", "Published twice.", "2018-06-01", {}};
  const schema::Waiver file{"/foi/b.pdf", "Published twice.", "2018-06-01", {}};
  EXPECT_THAT(said({"foi/a/index.html", "foi/a/index.json", "foi/b.pdf"}, {}, {folder, file}),
              IsEmpty());
  EXPECT_THAT(said({"foi/ab.pdf", "foi/b.pdf.html"}, {}, {folder, file}).size(), 4u);
}

TEST(KeptAddresses, says_a_waiver_of_what_is_there) {
  const schema::Waiver waiver{"/foi/a/", "Published twice.", "2018-06-01", {}};
  EXPECT_THAT(said({"foi/a/index.html"}, {{"foi/a/index.html", ""}}, {waiver}),
              ElementsAre("unused-waiver: nothing that was published at /foi/a/ is gone"));
}

}  // namespace
}  // namespace glasshouse::publish
