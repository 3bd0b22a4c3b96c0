// The template engine: Nunjucks 3.2 syntax, compiled once, rendered from many threads. Start here.
//
//   Engine engine({.roots = {"site/templates", "templates"}});
//   engine.add_filter("markdown", …);
//   const Template* page = engine.load("pages/record.njk", diagnostics);
//   …on each thread, with an arena of its own:
//   if (page) engine.render(*page, context, arena, out, diagnostics);
//
// What differs from Nunjucks, and all filters, tests and globals, stand in README.md.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"
#include "template/function.h"
#include "template/loader.h"

namespace glasshouse::templating {

/// A compiled template. Owned by its Engine.
struct Template;

/// What one render may use; over it, the page fails with a diagnostic.
struct Limits {
  std::size_t template_bytes = 4u << 20;  // of one template's text
  unsigned nesting = 200;                 // of tags, brackets and operators in a template
  unsigned depth = 120;                   // of includes, macros, blocks and parents in one another
  std::size_t iterations = 20'000'000;    // turns of all loops of a page
  std::size_t output_bytes = 64u << 20;   // of a page, or of one text
  std::size_t memory_bytes = 512u << 20;  // of the arena
};

struct EngineOptions {
  std::vector<std::filesystem::path> roots = {};  // searched in order: a site's override first
  bool trim_blocks = true;
  bool lstrip_blocks = true;
  bool autoescape = true;
  Limits limits = {};
};

/// Filters and globals are added first, by one thread; then `load` and `render` may be called from
/// any number of threads.
class Engine {
 public:
  explicit Engine(const EngineOptions& options);
  /// With templates from elsewhere than `options.roots`.
  Engine(EngineOptions options, std::unique_ptr<Loader> loader);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Adds a filter, or replaces the one of this name. Before the first `load`.
  void add_filter(std::string_view name, FilterFunction function);
  /// Adds a function that templates call as `name(…)`. Before the first `load`.
  void add_function(std::string_view name, Function function);
  /// Adds a name that all templates see, macros too. The value is not copied: its arena must
  /// outlive the engine. A page's context hides a global of the same name. Before the first `load`.
  void add_global(std::string_view name, Value value);

  /// Names of all filters, tests and globals there are, sorted: what documentation must name.
  [[nodiscard]] std::vector<std::string_view> filter_names() const;
  [[nodiscard]] std::vector<std::string_view> test_names() const;
  [[nodiscard]] std::vector<std::string_view> global_names() const;

  /// Loads and compiles a template and all it names in so many words; the second time it is at
  /// hand. nullptr when something is wrong, having said what: the template's file, line and column,
  /// and the nearest right name.
  [[nodiscard]] const Template* load(std::string_view name, Diagnostics& diagnostics) const;
  /// The same for text that is not among the roots' files, as `name`. Not kept under that name.
  [[nodiscard]] const Template* load_text(std::string_view name, std::string_view text,
                                          Diagnostics& diagnostics) const;

  /// Adds the page to `out`. `context` is a map; it and all it leads to is only read, and may be
  /// shared by threads. `arena` is the thread's own; values made while rendering live in it, and it
  /// may be reset once this returns. When something is wrong: false, a diagnostic that names the
  /// place and the includes and macros that led there, and `out` as it was.
  [[nodiscard]] bool render(const Template& page, Value context, Arena& arena, std::string& out,
                            Diagnostics& diagnostics) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace glasshouse::templating
