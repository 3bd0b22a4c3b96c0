#include <gtest/gtest.h>

#include "markdown/markdown.h"

namespace glasshouse::markdown {
namespace {

TEST(PlainText, is_what_people_read) {
  EXPECT_EQ(
      plain_text("# A *title*\n\nSome `code`,\n[words](/a) & ![a map](/b).\n\n- one\n- two\n"),
      "A title Some code, words & a map. one two");
  EXPECT_EQ(plain_text("| a | b |\n|-|-|\n| 1 | 2 \\| 3 |\n\nx<b>y</b>z"), "a b 1 2 | 3 xyz");
  EXPECT_EQ(plain_text(""), "");
  EXPECT_EQ(plain_text("<div>\nx\n</div>"), "");
}

TEST(PlainText, is_cut_after_a_word) {
  EXPECT_EQ(plain_text("one two three four", 18), "one two three four");
  EXPECT_EQ(plain_text("one two three four", 17), "one two three…");
  EXPECT_EQ(plain_text("one two, three four", 11), "one two…");
  EXPECT_EQ(plain_text("onetwothreefour", 5), "onet…");
  EXPECT_EQ(plain_text("üüüüüüüü", 4), "üüü…");
  EXPECT_EQ(plain_text("word", 0), "");
  EXPECT_EQ(plain_text("word", 1), "…");
}

}  // namespace
}  // namespace glasshouse::markdown
