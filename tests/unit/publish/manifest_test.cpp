#include "publish/manifest.h"

#include <gtest/gtest.h>

namespace glasshouse::publish {
namespace {

TEST(Manifest, reads_back_what_it_wrote) {
  Manifest manifest;
  manifest.files = {{"a.html", 3, sha256("one")}, {"b/ü.csv", 12345678901, sha256("two")}};
  const auto read = parse_manifest(manifest_text(manifest));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->files.size(), 2u);
  EXPECT_EQ(read->files[1].path, "b/ü.csv");
  EXPECT_EQ(read->files[1].size, 12345678901u);
  EXPECT_EQ(read->files[1].digest, sha256("two"));
  EXPECT_NE(read->find("a.html"), nullptr);
  EXPECT_EQ(read->find("a"), nullptr);
  EXPECT_TRUE(parse_manifest(manifest_text({})));
}

TEST(Manifest, is_written_in_this_form) {
  Manifest manifest;
  manifest.files = {{"a.html", 3, sha256("")}};
  EXPECT_EQ(manifest_text(manifest),
            "{\n  \"generator\": \"Glasshouse\",\n  \"files\": [\n"
            "    {\"path\": \"a.html\", \"size\": 3, \"sha256\": "
            "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n  ]\n}\n");
}

TEST(Manifest, takes_no_other_text_for_its_own) {
  Manifest manifest;
  manifest.files = {{"a", 1, sha256("x")}, {"b", 2, sha256("y")}};
  const std::string text = manifest_text(manifest);
  for (std::size_t size = 0; size < text.size(); ++size) {
    EXPECT_FALSE(parse_manifest(text.substr(0, size))) << size;
  }
  EXPECT_FALSE(parse_manifest(text + " "));
  std::swap(manifest.files[0], manifest.files[1]);
  EXPECT_FALSE(parse_manifest(manifest_text(manifest)));
}

}  // namespace
}  // namespace glasshouse::publish
