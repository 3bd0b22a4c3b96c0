#include "template/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "page.h"
#include "template/library.h"

namespace glasshouse::templating {
namespace {

TEST(Engine, calls_added_filters_with_arguments_keywords_and_context) {
  Engine engine(
      {}, make_memory_loader({{"page", "{{ \"a\" | shout(2, mark=\"?\") }}{{ \"<\" | bold }}"}}));
  engine.add_filter("shout", [](Call& call) {
    std::string text(call.argument(0).text());
    text += call.context["lang"].text();
    for (int i = 0; i < call.argument(1).as_number(); ++i) text += call.argument(9, "mark").text();
    return Value::string(call.arena, text);
  });
  engine.add_filter("bold", [](Call& call) { return Value::safe_string(call.arena, "<b>"); });
  Arena data;
  EXPECT_EQ(render_with(engine, Map::of(data, {{"lang", Value::string(data, "cy")}})).text,
            "acy\?\?<b>");
}

TEST(Engine, tells_the_error_of_an_added_filter) {
  Engine engine({}, make_memory_loader({{"page", "{{ 1 | bad }}"}}));
  engine.add_filter("bad", [](Call& call) {
    call.error = "it is bad";
    return Value();
  });
  EXPECT_EQ(render_with(engine).text, "page:1:8: error: it is bad [template-error]\n");
}

TEST(Engine, lets_a_filter_be_replaced) {
  Engine engine({}, make_memory_loader({{"page", "{{ 1 | upper }}"}}));
  engine.add_filter("upper", [](Call&) { return Value::number(2); });
  EXPECT_EQ(render_with(engine).text, "2");
}

TEST(Engine, shows_globals_to_macros_and_imports_and_lets_a_page_hide_them) {
  Arena data;
  Engine engine({},
                make_memory_loader(
                    {{"page", "{% from \"m\" import show %}{{ show() }}{{ site }}{{ t(\"x\") }}"},
                     {"m", "{% macro show() %}{{ site }}{{ t(\"y\") }}{% endmacro %}"}}));
  engine.add_global("site", Value::string(data, "global"));
  engine.add_function("t", [](Call& call) {
    return Value::string(call.arena, "<" + std::string(call.argument(0).text()));
  });
  EXPECT_EQ(render_with(engine, Map::of(data, {{"site", Value::string(data, "own")}})).text,
            "global&lt;yown&lt;x");
}

TEST(Engine, loads_a_template_once) {
  const Engine engine({}, make_memory_loader({{"page", "x"}}));
  Diagnostics diagnostics;
  EXPECT_EQ(engine.load("page", diagnostics), engine.load("page", diagnostics));
}

TEST(Engine, loads_text_that_names_templates) {
  const Engine engine({}, make_memory_loader({{"dir/part", "{{ x }}"}}));
  Diagnostics diagnostics;
  const Template* page = engine.load_text("dir/here", "<{% include \"./part\" %}>", diagnostics);
  ASSERT_NE(page, nullptr);
  Arena data, arena;
  std::string out;
  EXPECT_TRUE(
      engine.render(*page, Map::of(data, {{"x", Value::number(1)}}), arena, out, diagnostics));
  EXPECT_EQ(out, "<1>");
}

TEST(Engine, writes_after_what_is_in_the_output) {
  const Engine engine({}, make_memory_loader({{"page", "{% set x %}a{% endset %}{{ x }}b"}}));
  Diagnostics diagnostics;
  Arena arena;
  std::string out = "before ";
  EXPECT_TRUE(engine.render(*engine.load("page", diagnostics), {}, arena, out, diagnostics));
  EXPECT_EQ(out, "before ab");
}

TEST(Engine, never_writes_to_the_data_it_is_given) {
  Arena data;
  List* list = List::make(data);
  list->push(data, Value::number(2));
  list->push(data, Value::number(1));
  const Value context = Map::of(data, {{"list", Value::list(list)}});
  EXPECT_EQ(output("{{ list | sort }}{{ list | reverse }}{{ list.concat(3) }}{% set a = "
                   "list.slice() %}{{ a.push(9) }}"
                   "{% for k, v in {a: list} %}{{ k }}{% endfor %}{% set list = [] %}{{ list }}",
                   context),
            "1,21,22,1,33a");
  EXPECT_EQ(list->size(), 2u);
  EXPECT_EQ((*list)[0].as_number(), 2);
}

TEST(Documentation, names_every_filter_test_global_and_method) {
  std::ifstream in(std::string(GLASSHOUSE_SOURCE) + "/generator/template/README.md");
  std::stringstream text;
  text << in.rdbuf();
  const std::string readme = text.str();
  const Engine engine({}, make_memory_loader({}));
  std::vector<std::string_view> names = engine.filter_names();
  for (const auto& more : {engine.test_names(), engine.global_names()})
    names.insert(names.end(), more.begin(), more.end());
  Arena arena;
  for (const Value receiver :
       {Value::string(arena, ""), List::of(arena, {}), Map::of(arena, {}), Value::number(1)}) {
    const std::vector<std::string_view> methods = methods_of(receiver);
    names.insert(names.end(), methods.begin(), methods.end());
  }
  std::string missing;
  for (const std::string_view name : names) {
    const std::string quoted = "`" + std::string(name) + "`";
    if (readme.find(quoted) == std::string::npos) missing += quoted;
  }
  EXPECT_EQ(missing, "");
}

}  // namespace
}  // namespace glasshouse::templating
