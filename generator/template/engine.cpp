#include "template/engine.h"

#include <algorithm>

#include "template/runner.h"
#include "template/store.h"

namespace glasshouse::templating {

struct Engine::State : Store {
  using Store::Store;
};

namespace {

std::unique_ptr<Loader> loader_of(const EngineOptions& options) {
  return make_folder_loader(options.roots, options.limits.template_bytes);
}

std::vector<std::string_view> names_of(const std::vector<FunctionEntry>& entries) {
  std::vector<std::string_view> names;
  names.reserve(entries.size());
  for (const FunctionEntry& entry : entries) names.push_back(entry.name);
  return names;
}

}  // namespace

Engine::Engine(const EngineOptions& options) : Engine(options, loader_of(options)) {}

Engine::Engine(EngineOptions options, std::unique_ptr<Loader> loader)
    : state_(std::make_unique<State>(std::move(options), std::move(loader))) {}

Engine::~Engine() = default;

void Engine::add_filter(std::string_view name, FilterFunction function) {
  state_->add_filter(name, std::move(function));
}

void Engine::add_function(std::string_view name, Function function) {
  state_->add_function(name, std::move(function));
}

void Engine::add_global(std::string_view name, Value value) { state_->add_global(name, value); }

std::vector<std::string_view> Engine::filter_names() const { return names_of(state_->filters()); }
std::vector<std::string_view> Engine::test_names() const { return names_of(state_->tests()); }
std::vector<std::string_view> Engine::global_names() const { return state_->symbols().globals(); }

const Template* Engine::load(std::string_view name, Diagnostics& diagnostics) const {
  return state_->load(name, diagnostics);
}

const Template* Engine::load_text(std::string_view name, std::string_view text,
                                  Diagnostics& diagnostics) const {
  return state_->load_text(name, text, diagnostics);
}

bool Engine::render(const Template& page, Value context, Arena& arena, std::string& out,
                    Diagnostics& diagnostics) const {
  return Runner(*state_, arena, out, context, diagnostics).run(page);
}

}  // namespace glasshouse::templating
