// Mutations of small texts, from a fixed seed: nothing that comes out may be malformed, and the two
// ways to read tables must agree.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "rendering.h"
#include "well_formed.h"

namespace glasshouse::markdown {
namespace {

constexpr std::string_view kPieces[] = {"a",
                                        "b c",
                                        " ",
                                        "  ",
                                        "    ",
                                        "\n",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\t",
                                        "*",
                                        "**",
                                        "_",
                                        "`",
                                        "``",
                                        "```\n",
                                        "[",
                                        "]",
                                        "](",
                                        ")",
                                        "![",
                                        "[a](/b)",
                                        "[a][r]",
                                        "\n[r]: /u\n",
                                        "<",
                                        ">",
                                        "<b>",
                                        "</b>",
                                        "<!--",
                                        "-->",
                                        "<div>\n",
                                        "<https://x.y>",
                                        "# ",
                                        "## ",
                                        "\n===\n",
                                        "\n---\n",
                                        "> ",
                                        "- ",
                                        "1. ",
                                        "2. ",
                                        "|",
                                        "|",
                                        "| ",
                                        "\\|",
                                        "\\",
                                        "-",
                                        ":-",
                                        "|-|\n",
                                        "|-|-|\n",
                                        "\n|a|b|\n|-|-|\n|1|2|\n",
                                        "\n\n|a|\n|-|\n|1|\n\n",
                                        "a|b\n-|-\n",
                                        "&amp;",
                                        "&#9;",
                                        "javascript:",
                                        "//",
                                        "ü",
                                        "\xE2\x80",
                                        "\xFF",
                                        std::string_view("\0", 1),
                                        "'",
                                        "\"",
                                        "(",
                                        "{",
                                        "~",
                                        "+ ",
                                        "* ",
                                        "#"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string result;
    for (std::size_t pieces = 1 + random_() % 40; pieces > 0; --pieces) {
      result += kPieces[random_() % std::size(kPieces)];
    }
    for (std::size_t edits = random_() % 3; edits > 0 && !result.empty(); --edits) {
      result[random_() % result.size()] = static_cast<char>(random_());
    }
    return result;
  }

 private:
  std::mt19937 random_;
};

TEST(Fuzz, output_is_well_formed) {
  Writer writer(20'180'630);
  for (int i = 0; i < 10'000; ++i) {
    const std::string text = writer.text();
    for (const bool bare : {true, false}) {
      const Rendered rendered = render(text, {.bare = bare});
      ASSERT_EQ(find_fault(rendered.html), "") << text << "\n->\n" << rendered.html;
      for (const Diagnostic& problem : rendered.problems) {
        ASSERT_GE(problem.place.line, 1U) << text;
        ASSERT_LE(problem.place.line, 2 + text.size()) << text;
      }
    }
    static_cast<void>(plain_text(text, i % 100U));
  }
}

/// A table at the end that is not plain makes the whole text take the way over two trees.
TEST(Fuzz, both_ways_to_read_tables_agree) {
  Writer writer(7);
  int agreed = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string text = writer.text() + "\n\n|a|\n|-|\n|1|\n\n" + writer.text();
    const std::string plain = render(text + "\n\n|y|z|\n|-|-|\n", {.bare = true}).html;
    const std::string other = render(text + "\n\ny|z\n-|-\n", {.bare = true}).html;
    if (!plain.ends_with("</table>\n") || !other.ends_with("</table>\n")) continue;
    ++agreed;
    ASSERT_EQ(plain, other) << text;
  }
  EXPECT_GT(agreed, 4'000);
}

}  // namespace
}  // namespace glasshouse::markdown
