// Where problems are told to be: the line and column that the author sees.
#include <gtest/gtest.h>

#include "rendering.h"

namespace glasshouse::markdown {
namespace {

/// The places of all problems: "4:10 7:1".
std::string places(std::string_view text, Options options = {}) {
  std::string result;
  for (const Diagnostic& problem : render(text, std::move(options)).problems) {
    if (!result.empty()) result += ' ';
    result += std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column);
  }
  return result;
}

TEST(Problems, stand_at_the_first_character) {
  EXPECT_EQ(places("a [w](x:y) b"), "1:3");
  EXPECT_EQ(places("a <b>w</b>"), "1:3");
  EXPECT_EQ(places("a ![w](x:y)"), "1:3");
  EXPECT_EQ(places("a <xx:yy>"), "1:3");
  EXPECT_EQ(places("# a <b>w</b>"), "1:5");
  EXPECT_EQ(places("x\n\n<div>\nw\n</div>"), "3:1");
}

TEST(Problems, columns_count_characters) {
  EXPECT_EQ(places("Kraków – [w](x:y)"), "1:10");
  EXPECT_EQ(places("|ü ü|\n|-|\n|ü \\| <b>|"), "3:7");
}

TEST(Problems, lines_are_right_in_quotes_lists_and_after_definitions) {
  EXPECT_EQ(places("> a\n> b <i>"), "2:5");
  EXPECT_EQ(places("- a\n  b <i>"), "2:5");
  EXPECT_EQ(places("- a\n- > b\n  > c <i>"), "3:7");
  EXPECT_EQ(places("[r]: /u\n[s]: /u\na <i>"), "3:3");
  EXPECT_EQ(places("[r]: /u\n[w](x:y)"), "2:1");
  EXPECT_EQ(places("`a\nb` <i>\nc [w](x:y)"), "2:4 3:3");
  EXPECT_EQ(places("[a\nb](/u) <i>"), "2:8");
  EXPECT_EQ(places("a\r\nb <i>\r\n\r\n<u>x</u>"), "2:3 4:1");
  EXPECT_EQ(places("a &amp; b <i>"), "1:11");
}

TEST(Problems, places_in_tables_are_those_of_the_source) {
  EXPECT_EQ(places("| a | <b> |\n| - | - |\n| 1 | 2 |\n| [w](x:y) | <i> |\n\n<u>x"),
            "1:7 4:3 4:14 6:1");
  EXPECT_EQ(places("- | a | <b> |\n  | - | - |\n  | `\\|` | <i> |"), "1:9 3:12");
  EXPECT_EQ(places("a|b\n-|-\n1|<i>"), "3:3");
}

TEST(Problems, lines_count_from_where_the_text_starts_in_its_file) {
  EXPECT_EQ(places("a\n\n<i>", {.start = {12, 1}}), "14:1");
  EXPECT_EQ(places("a <i>\n<b>", {.start = {12, 5}}), "12:7 13:1");
  EXPECT_EQ(places("a\n\n<i>\n\n<b>", {.start = {7, 3}, .line_for_line = false}), "7:3 7:3");
}

TEST(Problems, raw_html_is_left_out_and_told) {
  const Rendered rendered = render(
      "a <b>w</b> <br>\n\n<div class=\"x\">\nw\n</div>\n\nz <!-- note -->\n\n<!-- note -->", {});
  EXPECT_EQ(rendered.html, "<p>a w </p>\n<p>z </p>\n");
  EXPECT_EQ(told(rendered.problems),
            "1:3 warning raw-html: HTML is left out: \"<b>\"\n"
            "1:12 warning raw-html: HTML is left out: \"<br>\"\n"
            "3:1 warning raw-html: HTML is left out, with the lines that belong to it: \"<div "
            "class=\"x\">\"\n");
  EXPECT_EQ(places("<!-- never closed\n\nwords"), "1:1");
  EXPECT_EQ(places("</div>\nwords that are lost"), "1:1");
}

TEST(Problems, the_first_hundred_are_told) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "<i>\n\nx\n\n";
  const Rendered rendered = render(text);
  EXPECT_EQ(rendered.problems.size(), 101U);
  EXPECT_EQ(told(rendered.problems).substr(0, 63),
            "1:1 warning more-problems: this text has more problems than are");
}

TEST(Problems, long_addresses_are_cut_between_characters) {
  std::string address = "x:";
  for (int i = 0; i < 100; ++i) address += "ü";
  const Rendered rendered = render("[w](" + address + ")");
  ASSERT_EQ(rendered.problems.size(), 1U);
  EXPECT_LT(rendered.problems[0].message.size(), 200U);
  EXPECT_NE(rendered.problems[0].message.find("ü…\""), std::string::npos);
}

}  // namespace
}  // namespace glasshouse::markdown
