#include <gtest/gtest.h>

#include "page.h"

namespace glasshouse::templating {
namespace {

std::string problem_of(const std::string& text) { return problem({{"page", text}}); }

TEST(Errors, an_unknown_filter_is_named_with_the_nearest) {
  EXPECT_EQ(problem_of("<p>\n  {{ title | uper }}"),
            "page:2:14: error: there is no filter \"uper\" [template-error]\n"
            "  Did you mean \"upper\"?\n");
}

TEST(Errors, an_unknown_test_is_named_with_the_nearest) {
  EXPECT_EQ(problem_of("{% if x is defind %}{% endif %}"),
            "page:1:12: error: there is no test \"defind\" [template-error]\n"
            "  Did you mean \"defined\"?\n");
}

TEST(Errors, an_unknown_tag_is_named_with_the_nearest) {
  EXPECT_EQ(problem_of("{% inlcude \"x\" %}"),
            "page:1:4: error: there is no tag \"inlcude\" [template-error]\n"
            "  Did you mean \"include\"?\n");
}

TEST(Errors, a_missing_template_is_named_with_the_nearest) {
  EXPECT_EQ(
      problem({{"page", "a\n{% include \"partials/heder.njk\" %}"}, {"partials/header.njk", ""}}),
      "page:2:12: error: there is no template \"partials/heder.njk\" [template-error]\n"
      "  Did you mean \"partials/header.njk\"?\n");
}

TEST(Errors, a_name_that_an_import_does_not_export_is_named_with_the_nearest) {
  EXPECT_EQ(
      problem({{"page", "{% from \"m\" import tga %}"}, {"m", "{% macro tag() %}{% endmacro %}"}}),
      "page:1:20: error: \"m\" has nothing called \"tga\" to import [template-error]\n"
      "  Did you mean \"tag\"?\n");
}

TEST(Errors, a_call_of_an_undefined_macro_is_named_with_the_nearest) {
  EXPECT_EQ(problem_of("{% macro button() %}{% endmacro %}\n{{ buton() }}"),
            "page:2:4: error: `buton` is not defined, so it cannot be called [template-error]\n"
            "  Did you mean \"button\"?\n");
}

TEST(Errors, a_call_of_an_undefined_method_is_named_with_the_nearest) {
  EXPECT_EQ(problem_of("{{ \"a\".toUppercase() }}"),
            "page:1:8: error: `this.toUppercase` is not defined, so it cannot be called "
            "[template-error]\n"
            "  Did you mean \"toUpperCase\"?\n");
}

TEST(Errors, the_chain_of_macros_and_includes_is_told) {
  EXPECT_EQ(problem({{"page", "{% from \"m\" import row %}\n{{ row(1) }}"},
                     {"m", "{% macro row(x) %}\n  {% include \"cell\" %}\n{% endmacro %}"},
                     {"cell", "{{ x.y.z() }}"}}),
            "cell:1:8: error: `x.y.z` is not defined, so it cannot be called [template-error]\n"
            "  in \"cell\", used at m:2:6\n"
            "  in macro \"row\", called at page:2:4\n");
}

TEST(Errors, the_chain_of_blocks_and_parents_is_told) {
  EXPECT_EQ(problem({{"page", "{% extends \"base\" %}{% block b %}{{ 1 in 2 }}{% endblock %}"},
                     {"base", "<p>\n{% block b %}{% endblock %}"}}),
            "page:1:37: error: \"in\" cannot look for \"1\" in this [template-error]\n"
            "  in block \"b\", called at base:2:4\n"
            "  in \"base\", extended by page\n");
}

TEST(Errors, a_tag_without_its_end_is_told_at_its_start) {
  EXPECT_EQ(problem_of("a\n  {% for x in y %}\nb"),
            "page:2:6: error: this \"for\" has no end [template-error]\n"
            "  It ends with \"{% endfor %}\".\n");
  EXPECT_EQ(problem_of("{{ x"),
            "page:1:1: error: this \"{{\" has no end [template-error]\n  It ends with \"}}\".\n");
  EXPECT_EQ(problem_of("{# x"),
            "page:1:1: error: this comment has no end [template-error]\n"
            "  A comment ends with \"#}\".\n");
  EXPECT_EQ(problem_of("{% raw %}x"),
            "page:1:1: error: this \"raw\" has no end [template-error]\n"
            "  It ends with \"{% endraw %}\".\n");
}

TEST(Errors, what_stands_in_the_wrong_place_is_named) {
  EXPECT_EQ(problem_of("{{ a b }}"),
            "page:1:6: error: the name \"b\" stands where \"}}\" or an operator is wanted "
            "[template-error]\n");
  EXPECT_EQ(problem_of("{% if %}"),
            "page:1:7: error: \"%}\" stands where a value is wanted [template-error]\n");
  EXPECT_EQ(problem_of("{% endif %}"),
            "page:1:4: error: there is nothing that this \"endif\" belongs to [template-error]\n");
}

TEST(Errors, columns_count_characters) {
  EXPECT_EQ(problem_of("ŵŷ£ {{ x | nope12 }}"),
            "page:1:12: error: there is no filter \"nope12\" [template-error]\n");
}

TEST(Errors, an_error_of_a_filter_stands_at_the_filter) {
  EXPECT_EQ(problem_of("{{ \"soon\" | date }}"),
            "page:1:13: error: \"soon\" is not a date like 2018-03-05 [template-error]\n");
}

TEST(Errors, a_regular_expression_is_refused_with_a_way_out) {
  EXPECT_EQ(
      problem_of("{{ r/a+/ }}"),
      "page:1:4: error: regular expressions are not supported [template-error]\n"
      "  Use replace, includes, startsWith or endsWith with plain text; to divide, put a space "
      "before \"/\".\n");
}

TEST(Errors, the_data_of_the_site_cannot_be_changed) {
  Arena data;
  const Value context = Map::of(data, {{"list", List::of(data, {Value::number(1)})}});
  EXPECT_EQ(problem({{"page", "{{ list.push(2) }}"}}, context),
            "page:1:9: error: this list is the site's data and cannot be changed; make one with [] "
            "and concat [template-error]\n");
}

TEST(Errors, an_error_in_a_template_that_a_page_finds_at_run_time_is_told) {
  const std::string text =
      problem({{"page", "{% set n = \"other\" %}{% include n %}"}, {"other", "{{"}});
  EXPECT_NE(text.find("other:1:1: error: this \"{{\" has no end"), std::string::npos) << text;
  EXPECT_NE(text.find("page:1:25: error: the template \"other\" has errors"), std::string::npos)
      << text;
}

TEST(Errors, an_error_leaves_the_output_as_it_was) {
  const Engine engine({}, make_memory_loader({{"page", "text {{ nope() }}"}}));
  Diagnostics diagnostics;
  Arena arena;
  std::string out = "before";
  const Template* page = engine.load("page", diagnostics);
  ASSERT_NE(page, nullptr);
  EXPECT_FALSE(engine.render(*page, {}, arena, out, diagnostics));
  EXPECT_EQ(out, "before");
}

TEST(Errors, a_wrong_template_is_told_of_each_time_it_is_loaded) {
  const Engine engine(
      {}, make_memory_loader({{"page", "{% include \"part\" %}"}, {"part", "{% if %}"}}));
  for (int i = 0; i < 2; ++i) {
    Diagnostics diagnostics;
    EXPECT_EQ(engine.load("page", diagnostics), nullptr);
    EXPECT_EQ(diagnostics.count(Severity::error), 1u);
  }
}

TEST(Errors, text_that_is_not_utf8_is_refused) {
  EXPECT_EQ(problem_of("a\nb\xFFz"), "page:2: error: this line is not UTF-8 [template-error]\n");
}

}  // namespace
}  // namespace glasshouse::templating
