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
        if (!within_limits(statement->mark)) return;
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
  } else if (over.is_string()) {
    // With two names, the first is the number of the character, as a map's key.
    const std::string_view text = over.as_string();
    std::size_t at = 0;
    length = character_count(text);
    run_turns(statement, length, [&](std::size_t i) {
      if (at >= text.size()) return false;
      const std::size_t size = character_length(text, at);
      const Value character = Value::string(arena_, text.substr(at, size));
      const bool keyed = variables.size() > 1 && !over.is_safe();
      slots[variables.front()] = keyed ? Value::string(arena_, std::to_string(i)) : character;
      if (keyed) slots[variables[1]] = character;
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

}  // namespace glasshouse::templating
