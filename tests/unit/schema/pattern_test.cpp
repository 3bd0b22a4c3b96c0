#include "schema/pattern/pattern.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <regex>

namespace glasshouse::schema {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  std::string problem;
  const auto compiled = Pattern::compile(pattern, problem);
  if (!compiled) ADD_FAILURE() << pattern << ": " << problem;
  return compiled && compiled->matches(text);
}

TEST(Pattern, matches_as_ecma_262_says) {
  const struct {
    const char* pattern;
    const char* text;
    bool matches;
  } cases[] = {
      {"", "", true},
      {"", "abc", true},
      {"a", "xay", true},
      {"^a", "ba", false},
      {"a$", "ab", false},
      {"^$", "", true},
      {"^$", "a", false},
      {"a|b", "xb", true},
      {"^(a|b)$", "ab", false},
      {"^a|b$", "xb", true},
      {"^a*$", "aaa", true},
      {"^a*$", "aab", false},
      {"^a+$", "", false},
      {"^a?$", "aa", false},
      {"^a{2}$", "aa", true},
      {"^a{2}$", "aaa", false},
      {"^a{2,}$", "aaaa", true},
      {"^a{2,3}$", "aaaa", false},
      {"^a{0}$", "", true},
      {"^a{0}$", "a", false},
      {"^a{0,1}b$", "b", true},
      {"^(ab){2}$", "abab", true},
      {"^(a*)*$", "aaa", true},
      {"^(a|)*b$", "aab", true},
      {"^[a-c]$", "b", true},
      {"^[a-c]$", "d", false},
      {"^[^a-c]$", "d", true},
      {"^[^a-c]$", "a", false},
      {"^[]$", "a", false},
      {"^[^]$", "\n", true},
      {"^[a-]$", "-", true},
      {"^[-a]$", "-", true},
      {"^[\\d-x]$", "-", true},
      {"^[a\\-z]$", "-", true},
      {"^[a\\-z]$", "b", false},
      {"^[\\]]$", "]", true},
      {"^\\d+$", "0123", true},
      {"^\\d+$", "१२", false},
      {"^\\D$", "a", true},
      {"^\\w+$", "a_1", true},
      {"^\\w$", "é", false},
      {"^\\W$", "é", true},
      {"^\\s$", "\u00A0", true},
      {"^\\S$", "\t", false},
      {"^.$", "\n", false},
      {"^.$", "é", true},
      {"^.$", "💡", true},
      {"^..$", "é", false},
      {"^[à-ü]$", "é", true},
      {"^é{2}$", "éé", true},
      {"^\\u00e9$", "é", true},
      {"^\\u{1F4A1}$", "💡", true},
      {"^\\uD83D\\uDCA1$", "💡", true},
      {"^\\x41$", "A", true},
      {"^\\cI$", "\t", true},
      {"^\\t\\n$", "\t\n", true},
      {"^\\.$", "a", false},
      {"^\\/$", "/", true},
      {"\\bcat\\b", "a cat!", true},
      {"\\bcat\\b", "cats", false},
      {"^a\\Bb$", "ab", true},
      {"^(?:ab)+$", "abab", true},
      {"^(?<year>\\d{4})$", "2018", true},
      {"^a*?$", "aa", true},
      {"^a{1,2}?$", "aa", true},
      {"^[\\b]$", "\b", true},
      {"^[\\s\\S]*$", "a\nb", true},
      {"^(a|b|c|d)*$", "abcd", true},
      {"$^", "", true},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(matches(c.pattern, c.text), c.matches) << c.pattern << " on " << c.text;
  }
}

TEST(Pattern, agrees_with_the_standard_library_on_random_patterns) {
  std::mt19937 random(42);
  const auto below = [&](std::size_t n) { return random() % n; };
  const char* kParts[] = {"a",   "b",     ".",    "[ab]",     "[^a]",
                          "\\w", "(a|b)", "(ab)", "(?:ba|b)", "(a*b)"};
  const char* kCounts[] = {"", "", "*", "+", "?", "{2}", "{1,3}", "*?"};
  int matched = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string pattern = below(2) ? "^" : "";
    for (std::size_t n = 1 + below(3); n-- > 0;) {
      pattern += kParts[below(std::size(kParts))];
      pattern += kCounts[below(std::size(kCounts))];
      if (below(5) == 0) pattern += "|";
    }
    if (below(2)) pattern += "$";
    std::string text;
    for (std::size_t n = below(7); n-- > 0;) text += "abc "[below(4)];
    const bool expected = std::regex_search(text, std::regex(pattern));
    EXPECT_EQ(matches(pattern, text), expected) << pattern << " on " << text;
    matched += expected;
  }
  EXPECT_GT(matched, 1000);
}

TEST(Pattern, takes_time_in_proportion_to_the_text) {
  const std::string many(200'000, 'a');
  const auto start = std::chrono::steady_clock::now();
  // Each of these takes a backtracking matcher longer than the universe has, or its whole stack.
  EXPECT_FALSE(matches("^(a+)+$", many + "!"));
  EXPECT_FALSE(matches("^(a|aa)+$", many + "!"));
  EXPECT_FALSE(matches("^(.*)*x$", many));
  EXPECT_FALSE(matches("(a*)*(a*)*b", many));
  EXPECT_TRUE(matches("^([^b]|[^c])*$", many));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(Pattern, refuses_what_is_too_large) {
  std::string problem;
  EXPECT_FALSE(Pattern::compile(std::string(1001, 'a'), problem));
  EXPECT_EQ(problem, "it is longer than 1000 characters");
  EXPECT_FALSE(Pattern::compile(std::string(400, '(') + std::string(400, ')'), problem));
  EXPECT_EQ(problem, "its groups are too deep");
  EXPECT_FALSE(Pattern::compile(std::string(900, '|'), problem));
  EXPECT_EQ(problem, "it has too many alternatives");
  EXPECT_FALSE(Pattern::compile("((a{40}){40}){40}", problem));
  EXPECT_EQ(problem, "it is too large");
}

TEST(Pattern, is_not_tried_on_a_text_that_would_take_too_long) {
  std::string problem;
  const auto pattern = Pattern::compile("^(a{500}){3}$", problem);
  ASSERT_TRUE(pattern);
  EXPECT_FALSE(pattern->is_too_much(std::string(10'000, 'a')));
  EXPECT_TRUE(pattern->is_too_much(std::string(1'000'000, 'a')));
}

TEST(Pattern, any_bytes_can_be_compiled_without_harm) {
  std::mt19937 random(7);
  const std::string_view alphabet = "ab()[]{}|*+?^$\\-.,0129xudwsbBcpk<>:=!é\xFF";
  int good = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 12; n-- > 0;) text += alphabet[random() % alphabet.size()];
    std::string problem;
    const auto pattern = Pattern::compile(text, problem);
    EXPECT_EQ(pattern.has_value(), problem.empty());
    if (pattern) {
      (void)pattern->matches("ab{2}-é\xFF");
      ++good;
    }
  }
  EXPECT_GT(good, 500);
}

}  // namespace
}  // namespace glasshouse::schema
