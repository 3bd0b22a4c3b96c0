#include <fmt/format.h>

#include "template/conversion.h"
#include "template/runner.h"
#include "template/unicode.h"

namespace glasshouse::templating {

void Runner::run(Block block) {
  for (const Statement* statement : block) {
    switch (statement->kind) {
      case StatementKind::text:
        out_ += static_cast<const TextStatement*>(statement)->text;
        continue;
      case StatementKind::print:
        print(*static_cast<const PrintStatement*>(statement)->value, autoescape_);
        break;
      case StatementKind::condition:
        run_condition(*static_cast<const ConditionStatement*>(statement));
        break;
      case StatementKind::loop:
        run_loop(*static_cast<const LoopStatement*>(statement));
        break;
      case StatementKind::set:
        run_set(*static_cast<const SetStatement*>(statement));
        break;
      case StatementKind::macro: {
        const auto& macro = *static_cast<const MacroStatement*>(statement);
        assign(macro.target, Value::native(arena_.make<MacroObject>(
                                 Object{ObjectKind::macro}, macro.code, current_->context)));
        break;
      }
      case StatementKind::import:
        run_import(*static_cast<const ImportStatement*>(statement));
        break;
      case StatementKind::from_import:
        run_from_import(*static_cast<const FromImportStatement*>(statement));
        break;
      case StatementKind::include:
        run_include(*static_cast<const IncludeStatement*>(statement));
        break;
      case StatementKind::extends:
        run_extends(*static_cast<const ExtendsStatement*>(statement));
        break;
      case StatementKind::block:
        run_block(*static_cast<const BlockStatement*>(statement));
        break;
      case StatementKind::choice:
        run_choice(*static_cast<const ChoiceStatement*>(statement));
        break;
    }
    if (failed_) return;
  }
}

void Runner::run_condition(const ConditionStatement& statement) {
  for (const Branch& branch : statement.branches) {
    if (branch.condition && !is_truthy(evaluate(*branch.condition))) {
      if (failed_) return;
      continue;
    }
    run(branch.body);
    return;
  }
}

template <class Next>
void Runner::run_turns(const LoopStatement& statement, std::size_t length, Next next) {
  auto* loop = arena_.make<LoopObject>(Object{ObjectKind::loop}, 0u, length);
  current_->slots[statement.loop] = Value::native(loop);
  while (!failed_ && next(loop->index)) {
    if (++iterations_ > limits_.iterations) {
      fail(statement.mark, "template-limit",
           fmt::format("the loops of the page turn more than {} times", limits_.iterations));
      return;
    }
    run(statement.body);
    if (!within_limits(statement.mark)) return;
    ++loop->index;
  }
}

void Runner::run_loop(const LoopStatement& statement) {
  const Value over = evaluate(*statement.list);
  if (failed_) return;
  Value* slots = current_->slots;
  const Scope* outer = current_->scope;
  current_->scope = statement.scope;
  for (const Variable& variable : statement.scope->variables) slots[variable.slot] = Value();
  const std::span<const std::uint32_t> variables = statement.variables;
  std::size_t length = 0;
  if (over.is_list()) {
    const List& list = over.as_list();
    length = list.size();
    run_turns(statement, length, [&](std::size_t i) {
      if (i >= list.size()) return false;
      const Value item = list[i];
      if (variables.size() == 1) {
        slots[variables[0]] = item;
        return true;
      }
      if (!item.has_value()) {
        fail(statement.list->mark, fmt::format("item {} of this list has no parts to take", i + 1));
        return false;
      }
      for (std::size_t u = 0; u < variables.size(); ++u)
        slots[variables[u]] = index_of(arena_, item, Value::number(static_cast<double>(u)));
      return true;
    });
  } else if (over.is_map() && variables.size() > 1) {
    const Map& map = over.as_map();
    const std::vector<std::uint32_t> order = javascript_order(map);
    length = map.size();
    run_turns(statement, length, [&](std::size_t i) {
      if (i >= length) return false;
      const Map::Entry& entry = map[order.empty() ? i : order[i]];
      slots[variables[0]] = entry.key;
      slots[variables[1]] = entry.value;
      return true;
    });
  } else if (over.is_string() && variables.size() == 1) {
    const std::string_view text = over.as_string();
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) ++length;
    run_turns(statement, length, [&](std::size_t) {
      if (at >= text.size()) return false;
      const std::size_t size = character_length(text, at);
      slots[variables[0]] = Value::string(arena_, text.substr(at, size));
      at += size;
      return true;
    });
  }
  if (length == 0 && !failed_) run(statement.otherwise);
  current_->scope = outer;
}

void Runner::run_choice(const ChoiceStatement& statement) {
  const Value subject = evaluate(*statement.subject);
  bool found = false;
  for (const Case& option : statement.cases) {
    if (failed_) return;
    found = found || !option.value || is_strictly_equal(subject, evaluate(*option.value));
    if (!found || (option.body.empty() && option.value)) continue;
    run(option.body);
    return;
  }
}

void Runner::run_set(const SetStatement& statement) {
  const Value value = evaluate(*statement.value);
  if (failed_) return;
  for (const Target& target : statement.targets) assign(target, value);
}

void Runner::assign(const Target& target, Value value) {
  std::uint32_t slot = target.slots.front();
  if (target.slots.size() > 1) {
    for (const std::uint32_t candidate : target.slots) {
      const bool last = candidate == target.slots.back();
      if (current_->slots[candidate].is_undefined() && !(last && target.hides)) continue;
      slot = candidate;
      break;
    }
  }
  current_->slots[slot] = value;
  if (target.global < 0) return;
  current_->layer->values[target.global] = value;
  if (value.is_undefined()) hide_outside(target.symbol);
}

// A top-level name that is set to undefined hides the page's data, also where that was read before.
void Runner::hide_outside(const Symbol* symbol) {
  const std::span<const Symbol* const> names = current_->code->outside;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == symbol) current_->outside[i] = unknown();
  }
}

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
