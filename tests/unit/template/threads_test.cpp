#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "page.h"

namespace glasshouse::templating {
namespace {

// Imports that are kept, dynamic includes that are compiled while pages are rendered, counters.
const Texts kTexts = {
    {"page",
     "{% extends \"base\" %}{% from \"m\" import row, next %}{% block b %}{% for r in rows %}{{ "
     "row(r) }}"
     "{% include \"part-\" + (loop.index0 % 4) %}{% endfor %}{{ next() }}{% endblock %}"},
    {"base", "<{% block b %}{% endblock %}>{% set c = cycler(1, 2) %}{{ c.next() }}{{ c.next() }}"},
    {"m",
     "{% set label = \"row\" %}{% macro row(r) %}{{ label }}={{ r.name | upper | trim }};{% "
     "endmacro %}"
     "{% macro next() %}{% set l = [] %}{% set _ = l.push(1) %}{{ l }}{% endmacro %}"},
    {"part-0", "a"},
    {"part-1", "b{{ r.name }}"},
    {"part-2", "c"},
    {"part-3", "d{% include \"part-0\" %}"},
};

TEST(Threads, render_the_same_page_at_once) {
  Arena data;
  List* rows = List::make(data);
  for (int i = 0; i < 40; ++i)
    rows->push(data, Map::of(data, {{"name", Value::string(data, "name " + std::to_string(i))}}));
  const Value context = Map::of(data, {{"rows", Value::list(rows)}});
  const Engine engine({}, make_memory_loader(kTexts));
  const std::string expected = render_with(Engine({}, make_memory_loader(kTexts)), context).text;
  ASSERT_TRUE(expected.find("row=NAME 39;") != std::string::npos) << expected;
  std::atomic<int> same = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&] {
        Diagnostics diagnostics;
        Arena arena;
        std::string out;
        const Template* page = engine.load("page", diagnostics);
        for (int i = 0; i < 200; ++i) {
          out.clear();
          arena.reset();
          if (page && engine.render(*page, context, arena, out, diagnostics) && out == expected)
            ++same;
        }
      });
    }
  }
  EXPECT_EQ(same, 8 * 200);
}

TEST(Threads, a_page_needs_no_memory_of_the_one_before) {
  const Engine engine({},
                      make_memory_loader({{"page", "{% set l = [1] %}{{ l.push(2) }}{{ l }}"}}));
  Diagnostics diagnostics;
  Arena arena;
  const Template* page = engine.load("page", diagnostics);
  ASSERT_NE(page, nullptr);
  for (int i = 0; i < 3; ++i) {
    std::string out;
    EXPECT_TRUE(engine.render(*page, {}, arena, out, diagnostics));
    EXPECT_EQ(out, "21,2");
    arena.reset();
  }
}

}  // namespace
}  // namespace glasshouse::templating
