#include <gtest/gtest.h>

#include "markdown/table_syntax.h"
#include "rendering.h"
#include "well_formed.h"

namespace glasshouse::markdown {
namespace {

std::string bare(std::string_view text) {
  return render(text, {.keep_heading_levels = true, .bare = true}).html;
}

/// "a|b!1|2" as the bare table that it stands for.
std::string table(std::string_view rows) {
  std::string html = "<table>\n<thead>\n<tr>\n";
  std::string tag = "th";
  std::string cell;
  const auto end_cell = [&] {
    html += "<" + tag + ">" + cell + "</" + tag + ">\n";
    cell.clear();
  };
  for (const char c : rows) {
    if (c == '|') {
      end_cell();
    } else if (c == '!') {
      end_cell();
      html += tag == "th" ? "</tr>\n</thead>\n<tbody>\n<tr>\n" : "</tr>\n<tr>\n";
      tag = "td";
    } else {
      cell += c;
    }
  }
  end_cell();
  return html + (tag == "th" ? "</tr>\n</thead>\n</table>\n" : "</tr>\n</tbody>\n</table>\n");
}

TEST(Tables, columns_of_a_row_of_dashes) {
  using enum Align;
  EXPECT_EQ(delimiter_row("| --- | :-- | :-: | --: |"),
            (std::vector<Align>{none, left, centre, right}));
  EXPECT_EQ(delimiter_row("-|-"), (std::vector<Align>{none, none}));
  EXPECT_EQ(delimiter_row(":-"), (std::vector<Align>{left}));
  for (const std::string_view line :
       {"", "|", "| |", "|-|x|", "|--:-|", "|:|", "|::-|", "| - - |"}) {
    EXPECT_FALSE(delimiter_row(line)) << line;
  }
}

TEST(Tables, cells_of_a_row) {
  const auto cells = [](std::string_view line) {
    std::vector<std::string_view> result;
    split_row(line, result);
    return result;
  };
  using Cells = std::vector<std::string_view>;
  EXPECT_EQ(cells("| a | b |"), (Cells{"a", "b"}));
  EXPECT_EQ(cells("a|b"), (Cells{"a", "b"}));
  EXPECT_EQ(cells("|a|"), (Cells{"a"}));
  EXPECT_EQ(cells("||a"), (Cells{"", "a"}));
  EXPECT_EQ(cells("| |"), (Cells{""}));
  EXPECT_EQ(cells("|"), Cells{});
  EXPECT_EQ(cells("a \\| b | c"), (Cells{"a \\| b", "c"}));
  EXPECT_EQ(cells("a \\\\| b"), (Cells{"a \\\\| b"}));
}

TEST(Tables, a_table_stands_by_itself_or_after_words) {
  EXPECT_EQ(bare("| a | b |\n| - | - |\n| 1 | 2 |\n"), table("a|b!1|2"));
  EXPECT_EQ(bare("a|b\n-|-\n1|2\n"), table("a|b!1|2"));
  EXPECT_EQ(bare("words\n| a |\n| - |\n| 1 |"), "<p>words</p>\n" + table("a!1"));
  EXPECT_EQ(bare("# h\n| a |\n| - |\n"), "<h1>h</h1>\n" + table("a"));
  EXPECT_EQ(bare("| a |\r\n| - |\r\n| 1 |\r\n\r\nx"), table("a!1") + "<p>x</p>\n");
}

TEST(Tables, alignment_is_a_class_or_an_attribute) {
  const std::string_view text = "| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |\n";
  EXPECT_NE(bare(text).find("<td align=\"center\">2</td>"), std::string::npos);
  const std::string html = render(text).html;
  EXPECT_NE(html.find("<th scope=\"col\" class=\"align-right\">c</th>"), std::string::npos);
  EXPECT_NE(html.find("<td class=\"align-centre\">2</td>"), std::string::npos);
}

TEST(Tables, short_rows_are_filled_and_long_ones_told) {
  EXPECT_EQ(bare("|a|b|c|\n|-|-|-|\n|1|\n"), table("a|b|c!1||"));
  const Rendered rendered = render("|a|b|\n|-|-|\n|1|2|3|\n", {.bare = true});
  EXPECT_EQ(rendered.html, table("a|b!1|2"));
  EXPECT_EQ(told(rendered.problems),
            "3:1 warning table-row-too-long: this row has 3 cells, its table 2 columns: the rest "
            "is left out\n");
}

TEST(Tables, an_unequal_row_of_dashes_makes_no_table) {
  const Rendered rendered = render("x\n\n|a|b|c|\n|-|-|\n|1|2|\n", {.bare = true});
  EXPECT_EQ(rendered.html, "<p>x</p>\n<p>|a|b|c|\n|-|-|\n|1|2|</p>\n");
  EXPECT_EQ(told(rendered.problems),
            "4:1 warning table-columns: this is no table: its row of dashes has 2 columns, its "
            "heading row 3\n");
}

TEST(Tables, cells_hold_inline_text_and_nothing_else) {
  EXPECT_EQ(bare("|a|\n|-|\n|# x|\n|- x|\n|1. x|\n|> x|\n|`x`|\n"),
            table("a!# x!- x!1. x!&gt; x!<code>x</code>"));
  EXPECT_EQ(bare("|a|\n|-|\n|x #|\n|x ##|\n|#|\n|x#|\n|x \\#|\n"), table("a!x #!x ##!#!x#!x #"));
  EXPECT_EQ(bare("|a|\n|-|\n|`a \\| b`|\n|**a \\| b**|\n"),
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>a | "
            "b</code></td>\n</tr>\n<tr>\n<td><strong>a | b</strong></td>\n</tr>\n</tbody>\n"
            "</table>\n");
  EXPECT_EQ(bare("|a|\n|-|\n|[x][r]|\n\n[r]: /y"), table("a!<a href=\"/y\">x</a>"));
}

TEST(Tables, a_table_ends_at_another_block) {
  const std::string head = "|a|\n|-|\n|1|\n";
  EXPECT_EQ(bare(head + "\nx"), table("a!1") + "<p>x</p>\n");
  EXPECT_EQ(bare(head + "x"), table("a!1!x"));
  EXPECT_EQ(bare(head + "> x"), table("a!1") + "<blockquote>\n<p>x</p>\n</blockquote>\n");
  EXPECT_EQ(bare(head + "# x"), table("a!1") + "<h1>x</h1>\n");
  EXPECT_EQ(bare(head + "- x"), table("a!1") + "<ul>\n<li>x</li>\n</ul>\n");
  EXPECT_EQ(bare(head + "2. x"), table("a!1") + "<ol start=\"2\">\n<li>x</li>\n</ol>\n");
  EXPECT_EQ(bare(head + "---"), table("a!1") + "<hr />\n");
  EXPECT_EQ(bare(head + "==="), table("a!1!==="));
  EXPECT_EQ(bare(head + "    x"), table("a!1") + "<pre><code>x\n</code></pre>\n");
  EXPECT_EQ(bare(head + "```\nx\n```"), table("a!1") + "<pre><code>x\n</code></pre>\n");
}

TEST(Tables, a_heading_above_dashes_is_no_table) {
  EXPECT_EQ(bare("a\n---\n\nb|c\n-|-\n"), "<h2>a</h2>\n" + table("b|c"));
}

TEST(Tables, what_is_code_is_no_table) {
  EXPECT_EQ(bare("```\n|a|\n|-|\n```"), "<pre><code>|a|\n|-|\n</code></pre>\n");
  EXPECT_EQ(bare("```\n\n|a|\n|-|\n\n```"), "<pre><code>\n|a|\n|-|\n\n</code></pre>\n");
  EXPECT_EQ(bare("    |a|\n    |-|"), "<pre><code>|a|\n|-|\n</code></pre>\n");
  EXPECT_EQ(bare("<!--\n\n|a|\n|-|\n\n-->"), "");
  EXPECT_EQ(bare("```\n\n|a|\n|-|\n\n```\n\n|b|\n|-|"),
            "<pre><code>\n|a|\n|-|\n\n</code></pre>\n" + table("b"));
}

TEST(Tables, stand_in_lists_and_quotes) {
  EXPECT_EQ(bare("> |a|b|\n> |-|-|\n> |1|2|"),
            "<blockquote>\n" + table("a|b!1|2") + "</blockquote>\n");
  EXPECT_EQ(bare("- |a|b|\n  |-|-|\n  |1|2|"),
            "<ul>\n<li>\n" + table("a|b!1|2") + "</li>\n</ul>\n");
  EXPECT_EQ(bare("1. x\n\n   |a|\n   |-|\n"),
            "<ol>\n<li>\n<p>x</p>\n" + table("a") + "</li>\n</ol>\n");
  EXPECT_EQ(bare("> - |a|b|\n>   |-|-|\n"),
            "<blockquote>\n<ul>\n<li>\n" + table("a|b") + "</li>\n</ul>\n</blockquote>\n");
}

TEST(Tables, a_lazy_line_is_no_row) {
  EXPECT_EQ(bare("> |a|\n> |-|\n|1|"),
            "<blockquote>\n" + table("a") + "</blockquote>\n<p>|1|</p>\n");
  EXPECT_EQ(bare("> |a|\n|-|"), "<blockquote>\n<p>|a|\n|-|</p>\n</blockquote>\n");
  EXPECT_EQ(bare("- x\n\n  |a|\n  |-|\n|1|"),
            "<ul>\n<li>\n<p>x</p>\n" + table("a") + "</li>\n</ul>\n<p>|1|</p>\n");
}

TEST(Tables, scroll_in_a_region_of_their_own_name) {
  const std::string html = html_of("|x|\n|-|\n\n## Costs & gains\n\n|x|\n|-|\n\n|x|\n|-|\n");
  EXPECT_NE(html.find("<section aria-label=\"Table 1\" tabindex=\"0\">\n<table>"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("aria-label=\"Table 2: Costs &amp; gains\""), std::string::npos) << html;
  EXPECT_NE(html.find("aria-label=\"Table 3: Costs &amp; gains\""), std::string::npos) << html;
}

TEST(Tables, an_empty_corner_heads_nothing) {
  const std::string html = html_of("| | 2017 |\n|-|-|\n| Potholes | 4 |\n");
  EXPECT_NE(html.find("<tr>\n<td></td>\n<th scope=\"col\">2017</th>"), std::string::npos) << html;
  EXPECT_EQ(find_fault(html), "");
}

}  // namespace
}  // namespace glasshouse::markdown
