// What the tests of this room share: a page of templates in memory.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "template/engine.h"

namespace glasshouse::templating {

using Texts = std::map<std::string, std::string>;

/// What a page prints, or the problems as people read them.
struct Rendered {
  bool done = false;
  std::string text;
};

inline Rendered render_with(const Engine& engine, Value context = {}) {
  Diagnostics diagnostics;
  Arena arena;
  std::string out;
  const Template* page = engine.load("page", diagnostics);
  if (page && engine.render(*page, context, arena, out, diagnostics)) return {true, out};
  return {false, out + to_text(diagnostics.sorted(), "/nowhere")};
}

inline Rendered render(Texts texts, Value context = {}, EngineOptions options = {}) {
  return render_with(Engine(std::move(options), make_memory_loader(std::move(texts))), context);
}

inline std::string output(const std::string& text, Value context = {}) {
  const Rendered page = render({{"page", text}}, context);
  EXPECT_TRUE(page.done) << page.text;
  return page.text;
}

inline std::string problem(Texts texts, Value context = {}, EngineOptions options = {}) {
  const Rendered page = render(std::move(texts), context, std::move(options));
  EXPECT_FALSE(page.done) << page.text;
  return page.text;
}

}  // namespace glasshouse::templating
