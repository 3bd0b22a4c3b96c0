// CommonMark's own examples through our renderer, in the bare style. An example is left out only
// for one of three reasons, each computed and none a list of numbers:
//   raw HTML      the expected HTML holds the author's own: we leave that out. Then cmark's safe
//                 output, without its "omitted" comments, is what ours is compared with
//   URL policy    a link's scheme is not on our allow-list
//   newer text    the specification changed after the version that cmark itself passes
#include <cmark.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "examples.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {
namespace {

std::string by_cmark(const std::string& markdown, int options) {
  char* html = cmark_markdown_to_html(markdown.data(), markdown.size(), options);
  std::string result(html);
  std::free(html);
  return result;
}

struct Ours {
  std::string html;
  bool unsafe_url = false;
};

Ours by_us(const std::string& markdown) {
  Diagnostics diagnostics;
  Ours ours;
  to_html(markdown,
          {.file = "a.md", .keep_heading_levels = true, .bare = true, .diagnostics = &diagnostics},
          ours.html);
  for (const Diagnostic& problem : diagnostics.sorted()) {
    ours.unsafe_url |= problem.id == "unsafe-url";
  }
  return ours;
}

/// Without cmark's comments for HTML it left out, and without the line ends around them.
std::string without_omissions(std::string html) {
  constexpr std::string_view kComment = "<!-- raw HTML omitted -->";
  for (std::size_t at; (at = html.find(kComment)) != std::string::npos;) {
    html.erase(at, kComment.size());
  }
  std::erase(html, '\n');
  return html;
}

struct Count {
  int compared = 0;
  int compared_with_safe_mode = 0;
  std::map<std::string, std::vector<int>> left_out;
};

void compare(const std::vector<Example>& examples, Count& count) {
  for (const Example& example : examples) {
    SCOPED_TRACE(
        fmt::format("example {} ({})\n{}", example.number, example.section, example.markdown));
    const Ours ours = by_us(example.markdown);
    const std::string unsafe = by_cmark(example.markdown, CMARK_OPT_UNSAFE);
    const std::string safe = by_cmark(example.markdown, CMARK_OPT_DEFAULT);
    if (unsafe != example.html) {
      count.left_out["newer text"].push_back(example.number);
    } else if (ours.unsafe_url) {
      count.left_out["URL policy"].push_back(example.number);
    } else if (safe != unsafe) {
      count.left_out["raw HTML"].push_back(example.number);
      ++count.compared_with_safe_mode;
      EXPECT_EQ(without_omissions(ours.html), without_omissions(safe));
    } else {
      ++count.compared;
      EXPECT_EQ(ours.html, example.html);
    }
  }
}

void report(const std::string& name, const std::vector<Example>& examples, const Count& count) {
  fmt::print("{}: {} examples, {} compared as they are, {} with cmark's safe mode\n", name,
             examples.size(), count.compared, count.compared_with_safe_mode);
  for (const auto& [reason, numbers] : count.left_out) {
    fmt::print("  left out for {}: {} ({})\n", reason, numbers.size(), fmt::join(numbers, ", "));
  }
}

TEST(CommonMark, the_specification_of_our_cmark_holds) {
  const auto examples = specification_examples(std::filesystem::path(GLASSHOUSE_SOURCE) /
                                               "node_modules/commonmark-spec/spec.txt");
  if (examples.empty()) GTEST_SKIP() << "commonmark-spec is not installed: run `npm ci`";
  Count count;
  compare(examples, count);
  report("CommonMark 0.30", examples, count);
  EXPECT_EQ(examples.size(), 652U);
  EXPECT_GT(count.compared, 560);
}

TEST(CommonMark, the_published_examples_hold) {
  const auto examples = json_examples(data_folder() / "markdown/commonmark-spec_tests.json");
  if (examples.empty()) GTEST_SKIP() << "no published examples: set GLASSHOUSE_DATA";
  Count count;
  compare(examples, count);
  report("CommonMark, newest", examples, count);
  EXPECT_GT(count.compared, 560);
}

}  // namespace
}  // namespace glasshouse::markdown
