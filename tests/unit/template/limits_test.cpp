// Templates that are too much: refused in little time, without a crash.
#include <gtest/gtest.h>

#include "page.h"

namespace glasshouse::templating {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

bool mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string limited(const std::string& text, Limits limits = {}) {
  EngineOptions options;
  options.limits = limits;
  return problem({{"page", text}}, {}, options);
}

constexpr std::size_t kMany = 100'000;

TEST(Limits, brackets_within_brackets) {
  for (const std::string_view open : {"(", "[", "-", "not ", "f(", "a[", "x|default("}) {
    const std::string text = limited("{{ " + repeated(open, kMany) + " }}");
    EXPECT_TRUE(mentions(text, "deep in one another")) << open << text.substr(0, 200);
  }
  EXPECT_TRUE(mentions(limited("{{ " + repeated("{a:", kMany) + "1" + repeated("}", kMany) + " }}"),
                       "deep in one another"));
}

TEST(Limits, tags_within_tags) {
  for (const std::string_view open :
       {"{% if a %}", "{% for x in y %}", "{% set x %}", "{% filter upper %}", "{% call m() %}"}) {
    EXPECT_TRUE(mentions(limited(repeated(open, kMany)), "deep in one another")) << open;
  }
}

TEST(Limits, long_chains_of_operators) {
  for (const std::string_view link : {" - 1", " * 2", ".a", "|upper", " and 1", "[0]", "()"}) {
    EXPECT_TRUE(mentions(limited("{{ a" + repeated(link, kMany) + " }}"), "too long")) << link;
  }
}

TEST(Limits, long_sums_and_lists_are_no_problem) {
  EXPECT_EQ(output("{{ 0" + repeated(" + 1", kMany) + " }}"), "100000");
  EXPECT_EQ(output("{{ [0" + repeated(", 1", kMany) + "] | length }}"), "100001");
  EXPECT_EQ(output("{{ (\"\"" + repeated(" ~ 1", kMany) + ") | length }}"), "100000");
  EXPECT_EQ(output("{% if 0 %}" + repeated("{% elif 0 %}", kMany) + "{% else %}x{% endif %}"), "x");
}

TEST(Limits, a_macro_that_calls_itself) {
  const std::string text = limited("{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}");
  EXPECT_TRUE(mentions(text,
                       "page:1:20: error: includes, macros and blocks stand more than 120 deep "
                       "in one another [template-limit]\n  in macro \"m\", called at page:1:20\n"))
      << text;
  EXPECT_LT(text.size(), 2000u);
}

TEST(Limits, an_include_and_a_parent_of_itself) {
  EXPECT_TRUE(mentions(limited("{% include \"page\" %}"), "[template-limit]"));
  EXPECT_TRUE(mentions(limited("{% extends \"page\" %}"), "[template-limit]"));
  EXPECT_TRUE(mentions(limited("{% import \"page\" as p %}"), "[template-limit]"));
}

TEST(Limits, a_macro_that_calls_itself_within_deep_brackets) {
  limited("{% macro m() %}{{ " + repeated("(1 + ", 150) + "m()" + repeated(")", 150) +
          " }}{% endmacro %}{{ m() }}");
}

TEST(Limits, turns_of_loops) {
  const std::string text = limited(
      "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}"
      "{% endfor %}{% endfor %}",
      {.iterations = 10'000});
  EXPECT_TRUE(mentions(text, "the loops of the page turn more than 10000 times [template-limit]"))
      << text;
}

TEST(Limits, a_list_that_grows_in_its_own_loop) {
  EXPECT_TRUE(
      mentions(limited("{% set l = [1] %}{% for x in l %}{% set _ = l.push(x) %}{% endfor %}",
                       {.iterations = 10'000}),
               "[template-limit]"));
}

TEST(Limits, bytes_of_the_page) {
  EXPECT_TRUE(mentions(
      limited("{% for a in range(100000) %}0123456789{% endfor %}", {.output_bytes = 1000}),
      "the page is larger than 1000 bytes [template-limit]"));
}

TEST(Limits, bytes_and_memory_without_a_loop) {
  const std::string text = "{% set s = \"x\".repeat(1000000) %}";
  EXPECT_TRUE(mentions(limited(text + repeated("{{ s }}", 1000)), "the page is larger than"));
  EXPECT_TRUE(mentions(limited(text + repeated("{% set a = s + s %}", 1000)), "bytes of memory"));
  EXPECT_TRUE(mentions(limited(text + "{{ [s" + repeated(", s | upper", 1000) + "] | length }}"),
                       "bytes of memory"));
}

TEST(Limits, text_that_doubles) {
  EXPECT_TRUE(mentions(
      limited("{% set s = \"xx\" %}{% for i in range(60) %}{% set s = s + s %}{% endfor %}",
              {.output_bytes = 1u << 20}),
      "[template-limit]"));
  EXPECT_TRUE(mentions(
      limited("{% set s = \"xx\" %}{% for i in range(60) %}{% set s %}{{ s }}{{ s }}{% endset %}"
              "{% endfor %}",
              {.output_bytes = 1u << 20}),
      "[template-limit]"));
}

TEST(Limits, memory_of_lists) {
  EXPECT_TRUE(mentions(
      limited("{% set l = [1] %}{% for i in range(60) %}{% set l = l.concat(l) %}{% endfor %}",
              {.memory_bytes = 10u << 20}),
      "bytes of memory [template-limit]"));
}

TEST(Limits, results_of_filters_and_methods) {
  for (const std::string_view expression :
       {"\"x\" | indent(1e)", "\"x\" | center(9999999999)", "\"x\".repeat(9999999999)",
        "\"x\".padStart(9999999999)", "range(9999999999)", "range(0, 1, 0.000000001)",
        "[1] | batch(9999999999, 1)", "[1] | slice(9999999999)",
        "\"a\\nb\" | indent(9999999999)"}) {
    limited("{{ " + std::string(expression) + " }}");
  }
}

TEST(Limits, lists_within_themselves) {
  EXPECT_EQ(output("{% set l = [1] %}{% set _ = (l.push(l), l.push(l)) %}{{ l }}"), "1,,");
  const std::string nested =
      "{% set l = [] %}{% for i in range(60) %}{% set l = [l, l] %}{% endfor %}";
  EXPECT_TRUE(mentions(limited(nested + "{{ l }}"),
                       "this list is too long to be printed [template-limit]"));
  EXPECT_TRUE(mentions(limited(nested + "{{ l | dump }}", {.output_bytes = 1u << 20}),
                       "too large for JSON"));
  EXPECT_TRUE(mentions(limited("{% set l = [] %}{% set _ = l.push(l) %}{{ l | json }}"),
                       "stands in itself"));
}

TEST(Limits, text_with_many_starts_of_tags) {
  output(repeated("{ ", kMany) + repeated("#", kMany));
  EXPECT_EQ(output("{{ \"" + repeated("<a", kMany) + "\" | striptags | length }}"), "200000");
  EXPECT_EQ(output("{{ \"" + repeated("<!--", kMany) + " >\" | striptags | length }}"), "400002");
  limited(repeated("{% raw %}", kMany));
  limited(repeated("{#", kMany));
}

TEST(Limits, a_template_that_is_too_large) {
  EXPECT_TRUE(mentions(limited(std::string(2000, 'x'), {.template_bytes = 1000}),
                       "larger than 1000 bytes"));
}

}  // namespace
}  // namespace glasshouse::templating
