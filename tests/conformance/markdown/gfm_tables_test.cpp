// The examples of tables in cmark-gfm's extension tests. Left out are those of other extensions
// (strikethrough, links of bare addresses and task lists are no part of our subset), and those
// whose author writes HTML.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "examples.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {
namespace {

bool is_of_tables(const Example& example) {
  return example.section != "Interop" && (example.html.find("<table>") != std::string::npos ||
                                          example.section.find("able") != std::string::npos);
}

TEST(Gfm, examples_of_tables_hold) {
  const auto examples = json_examples(data_folder() / "markdown/gfm-extensions_tests.json");
  if (examples.empty()) GTEST_SKIP() << "no published examples: set GLASSHOUSE_DATA";
  int compared = 0;
  std::map<std::string, int> left_out;
  for (const Example& example : examples) {
    if (!is_of_tables(example)) {
      ++left_out[fmt::format("another extension ({})", example.section)];
      continue;
    }
    SCOPED_TRACE(
        fmt::format("example {} ({})\n{}", example.number, example.section, example.markdown));
    std::string html;
    Diagnostics diagnostics;
    to_html(example.markdown,
            {.keep_heading_levels = true, .bare = true, .diagnostics = &diagnostics}, html);
    const auto problems = diagnostics.sorted();
    if (!problems.empty() && problems.front().id == "raw-html") {
      ++left_out["raw HTML"];
      continue;
    }
    EXPECT_EQ(html, example.html);
    ++compared;
  }
  fmt::print("GFM: {} examples, {} compared\n", examples.size(), compared);
  for (const auto& [reason, number] : left_out) {
    fmt::print("  left out for {}: {}\n", reason, number);
  }
}

}  // namespace
}  // namespace glasshouse::markdown
