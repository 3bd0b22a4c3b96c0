// The tags that lead to other templates, and blocks.
#include <fmt/format.h>

#include "template/conversion.h"
#include "template/runner.h"

namespace glasshouse::templating {

const Template* Runner::find_template(const Reference& reference, Mark mark, bool optional) {
  if (reference.known) return reference.known;
  const Value name = evaluate(*reference.name);
  if (failed_) return nullptr;
  const bool several = name.is_list();
  const std::span<const Value> names = several ? name.items() : std::span(&name, 1);
  for (const Value& candidate : names) {
    if (!candidate.is_string()) {
      std::string buffer;
      fail(reference.name->mark, fmt::format("the name of a template must be a string, not {}",
                                             text_of(candidate, buffer)));
      return nullptr;
    }
    const auto resolved = resolve_name(candidate.as_string(), current_->code->owner->name);
    Diagnostics found;
    const Template* result = resolved ? store_.find(*resolved, found) : nullptr;
    if (result) return result;
    if (found.has_errors()) {
      for (Diagnostic& diagnostic : found.sorted()) diagnostics_.add(std::move(diagnostic));
      fail(mark, fmt::format("the template \"{}\" has errors", candidate.as_string()));
      return nullptr;
    }
  }
  if (optional) return nullptr;
  if (several) {
    fail(reference.name->mark, "there is none of these templates");
  } else {
    fail(reference.name->mark, "template-error",
         fmt::format("there is no template \"{}\"", name.as_string()),
         store_.nearest_name(name.as_string()));
  }
  return nullptr;
}

void Runner::run_include(const IncludeStatement& statement) {
  const Template* included =
      find_template(statement.reference, statement.mark, statement.ignore_missing);
  if (!included) return;
  current_->at = statement.mark;
  auto* context = arena_.make<Context>();
  context->outer = current_->context;
  context->data = current_->context->data;
  run_body(*included, *context, current_);
}

const Context* Runner::import(const Reference& reference, Mark mark, bool with_context,
                              const Template** module) {
  *module = find_template(reference, mark, false);
  if (!*module) return nullptr;
  if ((*module)->module && !with_context) return (*module)->module;
  current_->at = mark;
  return with_context ? evaluate_module(**module, current_->context, current_)
                      : evaluate_module(**module, nullptr, nullptr);
}

void Runner::run_import(const ImportStatement& statement) {
  const Template* module = nullptr;
  const Context* context =
      import(statement.reference, statement.mark, statement.with_context, &module);
  if (!context) return;
  assign(statement.target, context == module->module ? module->exports : exports_of(*context));
}

void Runner::run_from_import(const FromImportStatement& statement) {
  const Template* module = nullptr;
  const Context* context =
      import(statement.reference, statement.mark, statement.with_context, &module);
  if (!context) return;
  for (const ImportedName& name : statement.names) {
    bool found = false;
    Value value;
    for (const Layer* layer = context->layers; layer && !found; layer = layer->next) {
      for (std::size_t i = 0; i < layer->owner->globals.size(); ++i) {
        if (layer->owner->globals[i].symbol != name.name || !layer->owner->globals[i].exported)
          continue;
        if (is_unknown(layer->values[i])) continue;
        found = true;
        value = layer->values[i];
      }
    }
    if (!found) {
      fail(name.mark, fmt::format("\"{}\" has nothing called \"{}\" to import", module->name,
                                  name.name->text()));
      return;
    }
    assign(name.target, value);
  }
}

void Runner::run_extends(const ExtendsStatement& statement) {
  if (current_->extended) {
    fail(statement.mark, "this template extends another already");
    return;
  }
  current_->extended = find_template(statement.reference, statement.mark, false);
  current_->at = statement.mark;
}

void Runner::run_block(const BlockStatement& statement) {
  // The top level of a template that extends another prints nothing.
  if (current_->extended) return;
  run_block(statement.name, current_->context->lineage, statement.mark);
}

void Runner::run_block(const Symbol* name, const Lineage* from, Mark mark) {
  for (; from; from = from->next) {
    const FunctionCode* code = find_block(*from->owner, name);
    if (!code) continue;
    Activation* activation = make_activation(*code, current_->context);
    activation->parent = current_;
    activation->parent_scope = current_->scope;
    activation->lineage = from;
    if (!enter(*activation, mark)) return;
    run(code->body);
    leave(*activation);
    return;
  }
  fail(mark, fmt::format("there is no block \"{}\" to show with super()", name->text()));
}

void Runner::run_super(Mark mark) {
  const Activation* block = current_;
  while (block && block->code->kind != FunctionKind::block) block = block->parent;
  if (!block) {
    fail(mark, "super() has a meaning in a block only");
    return;
  }
  run_block(block->code->name, block->lineage->next, mark);
}

}  // namespace glasshouse::templating
