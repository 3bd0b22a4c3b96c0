#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "base/files.h"

namespace glasshouse {
namespace {

class DiagnosticText : public testing::Test {
 protected:
  void SetUp() override {
    site_ = std::filesystem::path(testing::TempDir()) /
            testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(site_);
    std::filesystem::create_directories(site_ / "content");
  }
  void TearDown() override { std::filesystem::remove_all(site_); }

  void write(std::string_view text) { write_file(site_ / "content/a.md", text); }
  std::string shown(std::size_t limit = 100) {
    return to_text(diagnostics_.sorted(), site_, limit);
  }

  std::filesystem::path site_;
  Diagnostics diagnostics_;
};

TEST_F(DiagnosticText, shows_the_line_a_caret_and_the_hint) {
  write("---\ntitle: x\noutcome: grantd\n---\n");
  diagnostics_.error("unknown-value", Place("content/a.md", 3, 10), "outcome is \"grantd\"",
                     "Did you mean \"granted\"?");
  EXPECT_EQ(shown(),
            "content/a.md:3:10: error: outcome is \"grantd\" [unknown-value]\n"
            "  outcome: grantd\n"
            "           ^\n"
            "  Did you mean \"granted\"?\n");
}

TEST_F(DiagnosticText, columns_count_characters_and_a_byte_order_mark_is_none) {
  write("\xEF\xBB\xBF\xC2\xA3 x\r\n");
  diagnostics_.warning("w", Place("content/a.md", 1, 3), "x");
  EXPECT_EQ(shown(), "content/a.md:1:3: warning: x [w]\n  \xC2\xA3 x\n    ^\n");
}

TEST_F(DiagnosticText, bytes_that_a_terminal_must_not_see_are_replaced) {
  write("a\x1B[31mb\xFFz\n");
  diagnostics_.error("e", Place("content/a.md", 1, 2), "x");
  EXPECT_EQ(shown(), "content/a.md:1:2: error: x [e]\n  a [31mb\xEF\xBF\xBDz\n   ^\n");
}

TEST_F(DiagnosticText, each_byte_that_is_no_utf8_is_a_column) {
  write("Caf\xE9 \x96 x\n");  // of Windows-1252
  diagnostics_.error("e", Place("content/a.md", 1, 8), "x");
  EXPECT_EQ(shown(),
            "content/a.md:1:8: error: x [e]\n  Caf\xEF\xBF\xBD \xEF\xBF\xBD x\n         ^\n");
}

TEST_F(DiagnosticText, lines_are_found_in_any_order) {
  write("a\nb\nc\n");
  for (const std::uint32_t line : {3U, 1U, 2U, 9U}) {
    diagnostics_.error("e", Place("content/a.md", line, 1), "x");
    diagnostics_.error("e", Place("content/b.md", line, 1), "x");
  }
  auto problems = diagnostics_.sorted();
  std::reverse(problems.begin(), problems.end());
  const std::string text = to_text(problems, site_);
  EXPECT_NE(text.find("a.md:3:1: error: x [e]\n  c\n"), std::string::npos) << text;
  EXPECT_NE(text.find("a.md:2:1: error: x [e]\n  b\n"), std::string::npos) << text;
  EXPECT_NE(text.find("a.md:1:1: error: x [e]\n  a\n"), std::string::npos) << text;
}

TEST_F(DiagnosticText, a_long_line_is_cut_around_the_column) {
  write(std::string(1000, 'a') + "X" + std::string(1000, 'b') + "\n");
  diagnostics_.error("e", Place("content/a.md", 1, 1001), "x");
  const std::string text = shown();
  const auto line = text.find("\n  ") + 3;
  EXPECT_EQ(text[line + (text.find('^') - text.rfind('\n', text.find('^')) - 3)], 'X');
  EXPECT_LT(text.size(), 500u);
}

TEST_F(DiagnosticText, what_is_over_the_limit_is_counted) {
  for (std::uint32_t i = 1; i <= 5; ++i) diagnostics_.error("e", Place("b", i), "x");
  diagnostics_.warning("w", Place("a", 1), "y");
  EXPECT_EQ(shown(2),
            "a:1: warning: y [w]\nb:1: error: x [e]\nb:2: error: x [e]\nand 3 more errors\n");
}

TEST_F(DiagnosticText, a_problem_told_twice_stands_once) {
  diagnostics_.error("e", Place("b", 1), "x");
  diagnostics_.error("e", Place("b", 1), "x");
  EXPECT_EQ(diagnostics_.sorted().size(), 1u);
}

TEST(Diagnostics, are_sorted_by_place) {
  Diagnostics diagnostics;
  diagnostics.error("e", Place("b", 2, 1), "3");
  diagnostics.error("e", Place("b", 1, 9), "2");
  diagnostics.warning("e", Place("a", 7, 1), "1");
  std::string order;
  for (const Diagnostic& d : diagnostics.sorted()) order += d.message;
  EXPECT_EQ(order, "123");
}

}  // namespace
}  // namespace glasshouse
