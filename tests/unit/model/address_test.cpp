#include <gtest/gtest.h>

#include "unit/model/written_site.h"

namespace glasshouse::model {
namespace {

TEST(Addresses, pages_and_the_files_beside_them_are_known) {
  WrittenSite written({
      {"things/collection.json", definition(R"("facets": ["colour"])")},
      {"things/schema.json", schema(R"("colour": {"type": "string"})")},
      {"things/a/index.md", "---\ntitle: A title\ncolour: red\n---\n"},
      {"things/a/reply.csv", "x\n1\n"},
      {"pages/collection.json", definition(R"("kind": "page")")},
      {"pages/schema.json", schema()},
      {"pages/about.md", "---\ntitle: About\n---\n"},
  });
  const auto site = written.build();
  for (const std::string_view path :
       {"", "things/", "things/page/2/", "things/colour/red/", "things/a/", "things/a/index.json",
        "things/a/reply.csv", "things/records.csv", "about/", "sitemap.xml"}) {
    EXPECT_TRUE(site->has_address(path)) << path;
  }
  for (const std::string_view path :
       {"things", "thing/", "things/b/", "things/a/other.csv", "things/colour/blue/", "x.xml",
        "things/page/x/", "../etc/passwd"}) {
    EXPECT_FALSE(site->has_address(path)) << path;
  }
}

}  // namespace
}  // namespace glasshouse::model
