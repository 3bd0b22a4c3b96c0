#include "template/loader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"
#include "page.h"

namespace glasshouse::templating {
namespace {

namespace fs = std::filesystem;

TEST(ResolveName, takes_names_from_the_roots) {
  EXPECT_EQ(resolve_name("a.njk", "b/c.njk"), "a.njk");
  EXPECT_EQ(resolve_name("a/b.njk", ""), "a/b.njk");
}

TEST(ResolveName, takes_relative_names_from_the_folder_of_the_template) {
  EXPECT_EQ(resolve_name("./a.njk", "b/c.njk"), "b/a.njk");
  EXPECT_EQ(resolve_name("../a.njk", "b/c/d.njk"), "b/a.njk");
  EXPECT_EQ(resolve_name("../../macros/a.njk", "govuk/components/tag/template.njk"),
            "govuk/macros/a.njk");
  EXPECT_EQ(resolve_name("./x/../y.njk", "b/c.njk"), "b/y.njk");
}

TEST(ResolveName, refuses_what_leaves_the_roots) {
  for (const std::string_view name :
       {"", "/etc/passwd", "../x", "./../../x", "a/../../x", "a/../b", "..", "a\\..\\x", "."}) {
    EXPECT_EQ(resolve_name(name, "b.njk"), std::nullopt) << name;
  }
  EXPECT_EQ(resolve_name(std::string_view("a\0b", 3), ""), std::nullopt);
}

class Folders : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("glasshouse-templates-" + std::to_string(getpid()));
    fs::create_directories(folder_ / "site/sub");
    fs::create_directories(folder_ / "theme");
    write_file(folder_ / "secret.njk", "secret");
    write_file(folder_ / "site/a.njk", "site a");
    write_file(folder_ / "theme/a.njk", "theme a");
    write_file(folder_ / "theme/b.njk", "theme b");
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] Engine engine() const {
    return Engine({.roots = {folder_ / "site", folder_ / "theme"}});
  }
  [[nodiscard]] std::string text(const std::string& name) const {
    const auto loader = make_folder_loader({folder_ / "site", folder_ / "theme"}, 100);
    const std::optional<Source> source = loader->read(name);
    return source ? source->text : "none";
  }

  fs::path folder_;
};

TEST_F(Folders, the_first_root_wins) {
  EXPECT_EQ(text("a.njk"), "site a");
  EXPECT_EQ(text("b.njk"), "theme b");
  EXPECT_EQ(text("c.njk"), "none");
}

TEST_F(Folders, a_symbolic_link_out_of_the_root_does_not_exist) {
  fs::create_symlink(folder_ / "secret.njk", folder_ / "site/link.njk");
  fs::create_directory_symlink(folder_, folder_ / "site/up");
  EXPECT_EQ(text("link.njk"), "none");
  EXPECT_EQ(text("up/secret.njk"), "none");
}

TEST_F(Folders, a_symbolic_link_within_the_root_is_followed) {
  fs::create_symlink(folder_ / "theme/b.njk", folder_ / "theme/same.njk");
  EXPECT_EQ(text("same.njk"), "theme b");
}

TEST_F(Folders, a_folder_and_a_file_over_the_limit_are_no_templates) {
  write_file(folder_ / "site/large.njk", std::string(101, 'x'));
  EXPECT_EQ(text("sub"), "none");
  EXPECT_EQ(text("large.njk"), "none");
}

TEST_F(Folders, no_template_reaches_a_file_outside) {
  const Engine engine({.roots = {folder_ / "site"}});
  for (const std::string name :
       {"../secret.njk", "./../secret.njk", "/etc/passwd", "sub/../../secret.njk"}) {
    for (const std::string& text : std::vector<std::string>{
             "{% include \"" + name + "\" %}", "{% set n = \"" + name + "\" %}{% include n %}",
             "{% extends \"" + name + "\" %}", "{% import \"" + name + "\" as x %}"}) {
      Diagnostics diagnostics;
      Arena arena;
      std::string out;
      const Template* page = engine.load_text("page.njk", text, diagnostics);
      EXPECT_FALSE(page && engine.render(*page, {}, arena, out, diagnostics)) << text;
    }
  }
}

TEST_F(Folders, problems_name_the_file) {
  write_file(folder_ / "site/bad.njk", "{% if %}");
  const Engine engine({.roots = {folder_ / "site"}});
  Diagnostics diagnostics;
  EXPECT_EQ(engine.load("bad.njk", diagnostics), nullptr);
  ASSERT_EQ(diagnostics.sorted().size(), 1u);
  EXPECT_EQ(diagnostics.sorted()[0].place, Place((folder_ / "site/bad.njk").string(), 1, 7));
}

}  // namespace
}  // namespace glasshouse::templating
