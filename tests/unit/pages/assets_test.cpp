#include "pages/assets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace glasshouse::pages {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(WithoutGovernmentMarksTest, fonts_and_crest_are_gone_and_the_rest_stays) {
  const std::string css = without_government_marks(
      "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
      ".a{font-family:GDS Transport,arial,sans-serif;color:red}"
      "@font-face{font-family:GDS Transport;src:url(/assets/fonts/b.woff2)}"
      ".b{background-image:url(/assets/images/govuk-crest.svg)}"
      "\n/*# sourceMappingURL=x.css.map */");
  EXPECT_THAT(css, Not(HasSubstr("GDS Transport")));
  EXPECT_THAT(css, Not(HasSubstr("url(")));
  EXPECT_THAT(css, Not(HasSubstr("sourceMappingURL")));
  EXPECT_THAT(css, HasSubstr("color:red"));
  EXPECT_THAT(css, HasSubstr(".b{background-image:none}"));
}

TEST(BrandRuleTest, the_words_on_the_brand_are_the_ones_that_read_better) {
  EXPECT_THAT(brand_rule("#0b4f6c"), HasSubstr("--gh-brand-text:#ffffff"));
  EXPECT_THAT(brand_rule("#ffdd00"), HasSubstr("--gh-brand-text:#0b0c0c"));
}

class PrepareAssetsTest : public testing::Test {
 protected:
  PrepareAssetsTest() {
    root = std::filesystem::path(testing::TempDir()) /
           (std::string("assets_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(root);
  }
  ~PrepareAssetsTest() override { std::filesystem::remove_all(root); }

  void write(const std::string& name, std::string_view text) {
    const auto path = root / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  std::optional<Assets> prepare(std::string_view base_path) {
    const AssetOptions options{{root / "site", root / "theme"}, base_path, "#0b4f6c"};
    return prepare_assets(options, arena, diagnostics);
  }

  std::filesystem::path root;
  Arena arena;
  Diagnostics diagnostics;
};

TEST_F(PrepareAssetsTest, each_file_has_its_fingerprint_and_the_base_path) {
  write("theme/govuk/govuk-frontend.min.css", "a{}");
  write("theme/govuk/govuk-frontend.min.js", "export{};");
  write("theme/assets/site.css", "b{}");
  write("theme/assets/site.js", "import './govuk-frontend.js';");
  write("theme/assets/logo.svg", "<svg/>");
  write("site/assets/logo.svg", "<svg>own</svg>");
  const auto assets = prepare("/transparency/");
  ASSERT_TRUE(assets);
  EXPECT_EQ(assets->files.size(), 4u);
  const std::string css(assets->addresses["site.css"].text());
  EXPECT_THAT(css, testing::MatchesRegex("/transparency/assets/site-[0-9a-f]{10}\\.css"));
  for (const Asset& asset : assets->files) {
    EXPECT_THAT(asset.path, StartsWith("assets/"));
    if (asset.path.ends_with(".svg")) {
      EXPECT_EQ(asset.bytes, "<svg>own</svg>");
    }
    if (asset.path.starts_with("assets/site-") && asset.path.ends_with(".js")) {
      EXPECT_THAT(asset.bytes,
                  testing::MatchesRegex("import '\\./govuk-frontend-[0-9a-f]{10}\\.js';"));
    }
  }
}

TEST_F(PrepareAssetsTest, other_bytes_get_another_name) {
  write("theme/govuk/govuk-frontend.min.css", "a{}");
  write("theme/govuk/govuk-frontend.min.js", "");
  write("theme/assets/site.css", "b{}");
  write("theme/assets/site.js", "");
  const std::string before(prepare("/")->addresses["site.css"].text());
  write("theme/assets/site.css", "c{}");
  EXPECT_NE(prepare("/")->addresses["site.css"].text(), before);
}

TEST_F(PrepareAssetsTest, a_missing_part_is_said_with_what_to_do) {
  write("theme/assets/site.css", "");
  write("theme/assets/site.js", "");
  EXPECT_FALSE(prepare("/"));
  const auto problems = diagnostics.sorted();
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].id, "theme-incomplete");
  EXPECT_THAT(problems[0].hint, HasSubstr("npm ci"));
}

}  // namespace
}  // namespace glasshouse::pages
