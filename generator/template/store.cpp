#include "template/store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "template/objects.h"
#include "template/runner.h"

namespace glasshouse::templating {

namespace {

void put(std::vector<FunctionEntry>& sorted, const FunctionEntry& entry) {
  const auto at =
      std::lower_bound(sorted.begin(), sorted.end(), entry.name,
                       [](const FunctionEntry& e, std::string_view name) { return e.name < name; });
  if (at != sorted.end() && at->name == entry.name) {
    *at = entry;
  } else {
    sorted.insert(at, entry);
  }
}

}  // namespace

Store::Store(EngineOptions options, std::unique_ptr<Loader> loader)
    : options_(std::move(options)), loader_(std::move(loader)) {
  const auto filters = builtin_filters();
  filters_.assign(filters.begin(), filters.end());
  const auto tests = builtin_tests();
  tests_.assign(tests.begin(), tests.end());
  for (const FunctionEntry& entry : builtin_globals()) {
    add_global(entry.name,
               Value::native(arena_.make<FunctionObject>(Object{ObjectKind::function}, &entry)));
  }
}

void Store::add_filter(std::string_view name, Function function) {
  auto added = std::make_unique<Added>(Added{std::string(name), std::move(function), {}});
  added->entry = {.name = added->name, .added = &added->function};
  put(filters_, added->entry);
  added_.push_back(std::move(added));
}

void Store::add_function(std::string_view name, Function function) {
  auto added = std::make_unique<Added>(Added{std::string(name), std::move(function), {}});
  added->entry = {.name = added->name, .added = &added->function};
  add_global(name, Value::native(
                       arena_.make<FunctionObject>(Object{ObjectKind::function}, &added->entry)));
  added_.push_back(std::move(added));
}

void Store::add_global(std::string_view name, Value value) {
  Symbol* symbol = symbols_.intern(name);
  symbol->global = value;
  symbol->is_global = true;
}

const Template* Store::load(std::string_view name, Diagnostics& diagnostics) {
  const std::lock_guard lock(compiling_);
  Batch batch{.templates = {}, .by_name = {}, .pending = {}, .diagnostics = diagnostics};
  const auto resolved = resolve_name(name, "");
  const Template* result = resolved ? find_locked(*resolved, batch) : nullptr;
  if (!result && !batch.failed) {
    diagnostics.error("template-error", Place(), fmt::format("there is no template \"{}\"", name),
                      nearest_name(name));
    return nullptr;
  }
  return finish(result, batch);
}

const Template* Store::load_text(std::string_view name, std::string_view text,
                                 Diagnostics& diagnostics) {
  const std::lock_guard lock(compiling_);
  Batch batch{.templates = {}, .by_name = {}, .pending = {}, .diagnostics = diagnostics};
  const Template* result = compile({std::string(text), std::string(name)}, name, batch);
  batch.by_name.erase(std::string(name));
  return finish(result, batch);
}

const Template* Store::find(std::string_view name, Diagnostics& diagnostics) {
  {
    const std::shared_lock lock(reading_);
    if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
    if (missing_.contains(name)) return nullptr;
  }
  const std::lock_guard lock(compiling_);
  Batch batch{.templates = {}, .by_name = {}, .pending = {}, .diagnostics = diagnostics};
  const Template* result = find_locked(name, batch);
  if (!result && !batch.failed) {
    const std::unique_lock writing(reading_);
    missing_.emplace(name);
    return nullptr;
  }
  return finish(result, batch);
}

std::string Store::nearest_name(std::string_view name) const {
  const std::vector<std::string> names = loader_->names();
  const std::vector<std::string_view> views(names.begin(), names.end());
  return did_you_mean(name, views);
}

const Template* Store::find_locked(std::string_view name, Batch& batch) {
  if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
  if (const auto found = batch.by_name.find(name); found != batch.by_name.end())
    return found->second;
  std::optional<Source> source = loader_->read(name);
  return source ? compile(std::move(*source), name, batch) : nullptr;
}

// nullptr when the text is wrong. What it names is left for `finish`.
Template* Store::compile(Source source, std::string_view name, Batch& batch) {
  auto made = std::make_unique<Template>();
  Template* result = made.get();
  result->name = name;
  result->file = std::move(source.file);
  result->text = std::move(source.text);
  const ParserOptions options{.lexer = {options_.trim_blocks, options_.lstrip_blocks},
                              .nesting = options_.limits.nesting,
                              .filters = filters_,
                              .tests = tests_};
  SyntaxError error;
  std::optional<std::vector<StaticReference>> references;
  if (const auto bad = find_invalid_utf8(result->text)) {
    const auto line =
        1 + std::count(result->text.begin(),
                       result->text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    error = {{static_cast<std::uint32_t>(line), 0}, "this line is not UTF-8", {}};
  } else if (result->text.size() > options_.limits.template_bytes) {
    error = {{},
             fmt::format("the template is larger than {} bytes", options_.limits.template_bytes),
             {}};
  } else {
    references = parse(*result, symbols_, options, error);
  }
  if (!references) {
    batch.failed = true;
    batch.diagnostics.error("template-error", Place(result->file, error.mark), error.message,
                            error.hint);
    return nullptr;
  }
  for (const StaticReference& reference : *references) batch.pending.push_back({result, reference});
  batch.by_name.emplace(name, result);
  batch.templates.push_back(std::move(made));
  return result;
}

bool Store::link(Template& owner, const StaticReference& reference, Batch& batch) {
  const auto name = resolve_name(reference.name, owner.name);
  const Template* found = name ? find_locked(*name, batch) : nullptr;
  if (!found) {
    if (batch.failed || reference.optional) return !batch.failed;
    batch.failed = true;
    batch.diagnostics.error(
        "template-error", Place(owner.file, reference.mark),
        name ? fmt::format("there is no template \"{}\"", reference.name)
             : fmt::format("\"{}\" is outside the folders of templates", reference.name),
        name ? nearest_name(*name) : std::string());
    return false;
  }
  reference.reference->known = found;
  if (reference.is_parent) {
    // A second "extends" may stand in the other branch of an "if".
    if (owner.parent) owner.has_dynamic_parent = true;
    owner.parent = found;
  }
  return true;
}

// The names of `from … import` must be exported, as far as that can be known.
void Store::check_import(const Template& owner, const StaticReference& reference,
                         Batch& batch) const {
  if (!reference.from_import || !reference.reference->known) return;
  std::vector<std::string_view> exported;
  std::size_t steps = 0;
  for (const Template* module = reference.reference->known; module; module = module->parent) {
    if (module->has_dynamic_parent || ++steps > 100) return;
    for (const Global& global : module->globals) {
      if (global.exported) exported.push_back(global.symbol->text());
    }
  }
  for (const ImportedName& name : reference.from_import->names) {
    if (std::find(exported.begin(), exported.end(), name.name->text()) != exported.end()) continue;
    batch.failed = true;
    batch.diagnostics.error("template-error", Place(owner.file, name.mark),
                            fmt::format("\"{}\" has nothing called \"{}\" to import",
                                        reference.reference->known->name, name.name->text()),
                            did_you_mean(name.name->text(), exported));
  }
}

const Template* Store::finish(const Template* first, Batch& batch) {
  // Linking adds what it finds at the end.
  for (std::size_t i = 0; i < batch.pending.size(); ++i) {
    const auto [owner, reference] = batch.pending[i];
    link(*owner, reference, batch);
  }
  if (!batch.failed) {
    for (const auto& [owner, reference] : batch.pending) check_import(*owner, reference, batch);
  }
  if (batch.failed) return nullptr;
  for (bool found = true; found;) {
    found = false;
    for (const auto& made : batch.templates) {
      if (!made->module && is_constant(*made)) found = keep_constant(*made) || found;
    }
  }
  const std::unique_lock writing(reading_);
  by_name_.insert(batch.by_name.begin(), batch.by_name.end());
  for (auto& made : batch.templates) templates_.push_back(std::move(made));
  return first;
}

bool Store::keep_constant(Template& owner) {
  std::string out;
  Diagnostics unheard;  // should it fail, each import will fail, and say so
  Runner runner(*this, arena_, out, Value(), unheard);
  const Context* module = runner.evaluate_module(owner, nullptr, nullptr);
  if (!module) return false;
  owner.exports = runner.exports_of(*module);
  owner.module = module;
  return true;
}

}  // namespace glasshouse::templating
