#include "markdown/headings.h"

#include <gtest/gtest.h>

#include "rendering.h"

namespace glasshouse::markdown {
namespace {

std::vector<std::string> ids_of(std::initializer_list<std::string_view> headings) {
  HeadingIds ids;
  std::vector<std::string> result;
  for (const std::string_view heading : headings) result.push_back(ids.next(heading));
  return result;
}

TEST(Headings, an_id_is_given_once) {
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids_of({"Costs", "Costs", "Costs"}), (Ids{"costs", "costs-1", "costs-2"}));
  EXPECT_EQ(ids_of({"A", "A", "A 1", "A"}), (Ids{"a", "a-1", "a-1-1", "a-2"}));
  EXPECT_EQ(ids_of({"A 1", "A", "A", "A"}), (Ids{"a-1", "a", "a-2", "a-3"}));
  EXPECT_EQ(ids_of({"?", "数字", "Section"}), (Ids{"section", "section-1", "section-2"}));
  EXPECT_EQ(ids_of({std::string(500, 'a')})[0], std::string(80, 'a'));
}

TEST(Headings, nest_without_a_gap) {
  const auto levels = [](int top, std::initializer_list<int> written) {
    HeadingLevels nested(top);
    std::vector<int> result;
    for (const int level : written) result.push_back(nested.next(level));
    return result;
  };
  using Levels = std::vector<int>;
  EXPECT_EQ(levels(2, {1, 2, 3}), (Levels{2, 3, 4}));
  EXPECT_EQ(levels(2, {2, 2, 3, 2}), (Levels{2, 2, 3, 2}));
  EXPECT_EQ(levels(2, {3, 2, 1, 3}), (Levels{2, 2, 2, 3}));
  EXPECT_EQ(levels(2, {1, 4, 3, 4}), (Levels{2, 3, 3, 4}));
  EXPECT_EQ(levels(3, {1, 2, 3, 4, 5, 6}), (Levels{3, 4, 5, 6, 6, 6}));
}

TEST(Headings, carry_their_id_with_the_prefix) {
  const Rendered rendered = render("# The *first* `one`\n\nThe second\n===\n\n[up](#the-first-one)",
                                   {.id_prefix = "reply-"});
  EXPECT_EQ(rendered.html,
            "<h2 id=\"reply-the-first-one\">The <em>first</em> <code>one</code></h2>\n"
            "<h2 id=\"reply-the-second\">The second</h2>\n"
            "<p><a href=\"#reply-the-first-one\">up</a></p>\n");
  ASSERT_EQ(rendered.headings.size(), 2U);
  EXPECT_EQ(rendered.headings[0].level, 2);
  EXPECT_EQ(rendered.headings[0].id, "reply-the-first-one");
  EXPECT_EQ(rendered.headings[0].text, "The first one");
  EXPECT_EQ(told(rendered.problems), "");
}

TEST(Headings, cells_of_tables_are_none) {
  EXPECT_TRUE(render("|a|\n|-|\n|b|\n").headings.empty());
}

TEST(Headings, without_words_are_told) {
  const Rendered rendered = render("#\n\n# ![](/a.png)", {});
  EXPECT_EQ(rendered.html, "<p></p>\n<p><img src=\"/a.png\" alt=\"\"></p>\n");
  EXPECT_EQ(
      told(rendered.problems),
      "1:1 warning empty-heading: this heading has no words\n"
      "3:1 warning empty-heading: this heading has no words\n"
      "3:3 warning image-without-alt: this picture has no words for those who cannot see it\n");
}

}  // namespace
}  // namespace glasshouse::markdown
