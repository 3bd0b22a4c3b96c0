// The worst texts: those of cmark's own tests, and those that tables add. Each is rendered within a
// bound on processor time, or refused.
#include "markdown/limits.h"

#include <gtest/gtest.h>

#include <ctime>
#include <functional>

#include "rendering.h"
#include "well_formed.h"

namespace glasshouse::markdown {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kSlowdown = 10;
#else
constexpr double kSlowdown = 1;
#endif

std::string times(int count, std::string_view text) {
  std::string result;
  result.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

std::string series(int first, int last, const std::function<std::string(int)>& line) {
  std::string result;
  for (int i = first; i <= last; ++i) result += line(i);
  return result;
}

struct Case {
  std::string name;
  std::string text;
};

/// After test/pathological_tests.py of cmark.
std::vector<Case> cases_of_cmark() {
  return {
      {"nested strong emph", times(32'500, "*a **a ") + "b" + times(32'500, " a** a*")},
      {"many emph closers with no openers", times(32'500, "a_ ")},
      {"many emph openers with no closers", times(32'500, "_a ")},
      {"many link closers with no openers", times(32'500, "a]")},
      {"many link openers with no closers", times(32'500, "[a")},
      {"mismatched openers and closers", times(25'000, "*a_ ")},
      {"issue 389", times(20'000, "*a ") + times(20'000, "_a*_ ")},
      {"openers and closers multiple of 3", "a**b" + times(25'000, "c* ")},
      {"link openers and emph closers", times(25'000, "[ a_")},
      {"pattern [ (]( repeated", times(40'000, "[ (](")},
      {"pattern ![[]() repeated", times(160'000, "![[]()")},
      {"nested brackets", times(25'000, "[") + "a" + times(25'000, "]")},
      {"nested block quotes", times(25'000, "> ") + "a"},
      {"unclosed links A", times(30'000, "[a](<b")},
      {"unclosed links B", times(30'000, "[a](b")},
      {"unclosed <!--", "</" + times(300'000, "<!--")},
      {"unclosed <?", "a " + times(100'000, "<?")},
      {"unclosed <![CDATA[", "a " + times(100'000, "<![CDATA[")},
      {"empty lines in deep lists", times(30'000, "- ") + "x" + times(30'000, "\n")},
      {"empty lines in deep lists in quotes",
       "> " + times(30'000, "- ") + "x\n" + times(30'000, ">\n")},
      {"emph in deep quotes", times(100'000, ">") + times(100'000, "a*")},
      {"nested inlines", times(20'000, "*") + "a" + times(20'000, "*")},
      {"deeply nested lists", series(0, 499, [](int x) { return times(x, "  ") + "* a\n"; })},
      {"backticks", series(1, 2499, [](int x) { return "e" + times(x, "`"); })},
  };
}

std::vector<Case> further_cases() {
  return {
      {"definitions", series(1, 50'000, [](int x) { return "[a" + std::to_string(x) + "]: u\n"; })},
      {"the same definition", times(100'000, "[a]: u\n")},
      {"unclosed definitions", times(50'000, "[a]: <u\n")},
      {"one long definition, used often",
       "[a]: /" + times(10'000, "x") + "\n\n" + times(50'000, "[a] ")},
      {"pictures short of the limit", times(200, "![") + times(100'000, "[]()")},
      {"lists short of the limit", times(50, "- ") + "x" + times(200'000, "\n")},
      {"deep by indentation",
       series(0, 400, [](int x) { return times(x, "  ") + "- a\n"; }) + times(100'000, "\n")},
      {"quotes that are continued", times(90, ">") + "a\n" + times(100'000, "b\n")},
      {"many headings of one name", times(100'000, "# a\n")},
      {"many headings of numbered names",
       series(1, 20'000, [](int x) { return "# a " + std::to_string(x) + "\n# a\n"; })},
      {"a long heading over many tables",
       "# " + times(100'000, "a") + "\n" + times(10'000, "\n|a|\n|-|\n")},
      {"many unknown anchors", times(20'000, "[a](#b)\n") + times(20'000, "\n# c\n")},
      {"many raw tags", times(100'000, "<i> &amp; ")},
      {"many refused addresses", times(100'000, "[w](x:y) ")},
      {"many refused addresses in a table", "|a|\n|-|\n" + times(50'000, "|[w](x:y)|\n")},
      {"empty addresses", times(100'000, "[]()")},
      {"entities", times(200'000, "&amp;&")},
      {"a long line of dashes", "a\n" + times(500'000, "-") + "|"},
  };
}

std::vector<Case> cases_of_tables() {
  return {
      {"many rows", "|a|b|\n|-|-|\n" + times(100'000, "|1|2|\n")},
      {"many columns",
       times(100'000, "|a") + "\n" + times(100'000, "|-") + "\n" + times(100'000, "|1") + "\n"},
      {"many columns and rows",
       times(5'000, "|a") + "\n" + times(5'000, "|-") + "\n" + times(50'000, "|1\n")},
      {"many tables", times(50'000, "|a|\n|-|\n\n")},
      {"many heads in one paragraph", times(100'000, "|a|\n|-|-|\n")},
      {"many rows of dashes", times(200'000, "|-|\n")},
      {"escaped pipes", "|a|\n|-|\n|" + times(200'000, "\\|") + "|\n"},
      {"a wide row in deep quotes",
       times(90, "> ") + times(20'000, "|a") + "\n" + times(90, "> ") + times(20'000, "|-")},
      {"rows that are lazy", "> |a|\n> |-|\n" + times(100'000, "|1|\n")},
      {"tables that are lazy", times(20'000, "> |a|\n> |-|\n|1|\n\n")},
      {"rows as lists", "a|b\n-|-\n" + times(50'000, "2. |\n")},
      {"open code before tables", "```\n\n" + times(50'000, "|a|\n|-|\n\n")},
      {"brackets in cells", "|a|\n|-|\n" + times(20'000, "|![[]()![[]()|\n")},
      {"brackets in one cell", "|a|\n|-|\n|" + times(50'000, "![[]()") + "|\n"},
  };
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void expect_cheap(const std::vector<Case>& cases) {
  for (const auto& [name, text] : cases) {
    const double start = processor_seconds();
    const Rendered rendered = render(text);
    const double seconds = processor_seconds() - start;
    EXPECT_LT(seconds, kSlowdown * 2) << name;
    EXPECT_LT(rendered.html.size(), 2'000'000 + text.size() * 60) << name;
    EXPECT_LE(rendered.problems.size(), 2 * kMaxProblems + 1) << name;
    EXPECT_EQ(find_fault(rendered.html), "") << name;
    if (seconds > 0.5) std::printf("%s: %.2f s\n", name.c_str(), seconds);
  }
}

TEST(Limits, cases_of_cmark_are_cheap_or_refused) { expect_cheap(cases_of_cmark()); }
TEST(Limits, further_cases_are_cheap_or_refused) { expect_cheap(further_cases()); }
TEST(Limits, cases_of_tables_are_cheap_or_refused) { expect_cheap(cases_of_tables()); }

TEST(Limits, a_refusal_is_one_error_and_no_html) {
  const Rendered rendered = render("x\n\n" + times(101, "> ") + "a");
  EXPECT_EQ(rendered.html, "");
  EXPECT_EQ(told(rendered.problems),
            "3:1 error markdown-too-complex: this text cannot be published: lists or quotes stand "
            "too deep inside each other\n");
  EXPECT_EQ(told(render("x\n\n" + times(101, "*") + "a" + times(101, "*")).problems), "");
  EXPECT_EQ(told(render("x\n\n" + times(300, "*") + "a" + times(300, "*")).problems),
            "3:1 error markdown-too-complex: this text cannot be published: lists, quotes or "
            "emphasis stand too deep inside each other\n");
  EXPECT_EQ(plain_text(times(101, "> ") + "a"), "");
}

TEST(Limits, what_people_write_is_not_refused) {
  EXPECT_FALSE(refuse(times(20, "- ") + "x"));
  EXPECT_FALSE(refuse(series(0, 40, [](int x) { return times(x, "    ") + "1. a\n"; })));
  EXPECT_FALSE(refuse(times(1000, "![a](b)\n\n")));
  EXPECT_FALSE(refuse(times(2000, " ") + "code"));
  EXPECT_FALSE(refuse(times(200, "-") + "\n" + times(200, "*") + "\n" + times(200, "=")));
  EXPECT_EQ(render("|a|b|\n|-|-|\n" + times(5'000, "|1\n")).problems.size(), 0U);
}

}  // namespace
}  // namespace glasshouse::markdown
