// The compiled templates of an engine, and what they may use.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <vector>

#include "base/diagnostic.h"
#include "template/engine.h"
#include "template/parser.h"
#include "template/template.h"

namespace glasshouse::templating {

class Store {
 public:
  Store(EngineOptions options, std::unique_ptr<Loader> loader);

  /// The template, compiled with all it names. nullptr having said why.
  const Template* load(std::string_view name, Diagnostics& diagnostics);
  const Template* load_text(std::string_view name, std::string_view text, Diagnostics& diagnostics);
  /// The same while a page is rendered, from any thread. nullptr when there is no such template, or
  /// it is wrong; then `diagnostics` has an error.
  const Template* find(std::string_view name, Diagnostics& diagnostics);
  /// A hint with the nearest template's name, or empty.
  [[nodiscard]] std::string nearest_name(std::string_view name) const;

  [[nodiscard]] const EngineOptions& options() const { return options_; }
  [[nodiscard]] Symbols& symbols() { return symbols_; }

  void add_filter(std::string_view name, Function function);
  void add_function(std::string_view name, Function function);
  void add_global(std::string_view name, Value value);
  [[nodiscard]] const std::vector<FunctionEntry>& filters() const { return filters_; }
  [[nodiscard]] const std::vector<FunctionEntry>& tests() const { return tests_; }

 private:
  struct Added {
    std::string name;
    Function function;
    FunctionEntry entry;
  };
  // Those compiled together: all of them are kept, or none.
  struct Batch {
    std::vector<std::unique_ptr<Template>> templates;
    std::map<std::string, Template*, std::less<>> by_name;
    std::vector<std::pair<Template*, StaticReference>> pending;
    Diagnostics& diagnostics;
    bool failed = false;
  };
  Template* compile(Source source, std::string_view name, Batch& batch);
  bool link(Template& owner, const StaticReference& reference, Batch& batch);
  void check_import(const Template& owner, const StaticReference& reference, Batch& batch) const;
  const Template* find_locked(std::string_view name, Batch& batch);
  const Template* finish(const Template* first, Batch& batch);
  bool keep_constant(Template& owner);

  EngineOptions options_;
  std::unique_ptr<Loader> loader_;
  Symbols symbols_;
  Arena arena_;
  std::vector<std::unique_ptr<Added>> added_;
  std::vector<FunctionEntry> filters_, tests_;
  std::mutex compiling_;
  std::shared_mutex reading_;  // of the two below
  std::map<std::string, Template*, std::less<>> by_name_;
  std::set<std::string, std::less<>> missing_;
  std::vector<std::unique_ptr<Template>> templates_;
};

/// Whether an import of the template gives the same each time, whoever imports it.
[[nodiscard]] bool is_constant(const Template& owner);

}  // namespace glasshouse::templating
