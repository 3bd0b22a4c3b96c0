#include "template/scopes.h"

namespace glasshouse::templating {

FunctionBuilder::FunctionBuilder(FunctionKind kind, Arena& arena)
    : kind_(kind), arena_(arena), current_(nullptr) {
  open_scope();
}

void FunctionBuilder::open_scope() {
  Scope* scope = arena_.make<Scope>();
  scope->parent = current_ ? current_->scope : nullptr;
  scopes_.push_back(std::make_unique<Building>(Building{current_, {}, scope}));
  current_ = scopes_.back().get();
}

const Scope* FunctionBuilder::close_scope() {
  const Scope* scope = current_->scope;
  current_ = current_->parent;
  return scope;
}

std::uint32_t FunctionBuilder::declare(const Symbol* symbol, bool hides) {
  for (Variable& variable : current_->variables) {
    if (variable.symbol != symbol) continue;
    variable.hides = variable.hides || hides;
    return variable.slot;
  }
  current_->variables.push_back({symbol, slots_, hides});
  return slots_++;
}

void FunctionBuilder::use(NameExpression* name) { uses_.emplace_back(name, current_); }

void FunctionBuilder::write(Target* target) {
  declare(target->symbol, false);
  writes_.emplace_back(target, current_);
}

FunctionBuilder::Slots FunctionBuilder::find(const Building* from, const Symbol* symbol) {
  std::vector<std::uint32_t> slots;
  bool hides = false;
  for (const Building* scope = from; scope && !hides; scope = scope->parent) {
    for (const Variable& variable : scope->variables) {
      if (variable.symbol != symbol) continue;
      slots.push_back(variable.slot);
      hides = variable.hides;
    }
  }
  return {keep(arena_, slots), hides};
}

std::uint32_t FunctionBuilder::outside(const Symbol* symbol) {
  const auto [entry, is_new] =
      outside_numbers_.try_emplace(symbol, static_cast<std::uint32_t>(outside_.size()));
  if (is_new) outside_.push_back(symbol);
  return entry->second;
}

void FunctionBuilder::finish(FunctionCode& code) {
  for (const auto& [name, scope] : uses_) {
    const Slots found = find(scope, name->symbol);
    name->slots = found.slots;
    name->hides = found.hides;
    if (!found.slots.empty()) name->slot = found.slots.front();
    if (found.slots.size() == 1 && found.hides) {
      name->kind = ExpressionKind::local;
    } else if (!found.hides) {
      name->outside = outside(name->symbol);
    }
  }
  for (const auto& [target, scope] : writes_) {
    const Slots found = find(scope, target->symbol);
    target->slots = found.slots;
    target->hides = found.hides;
  }
  for (const auto& building : scopes_) {
    building->scope->variables = keep(arena_, building->variables);
  }
  code.scope = scopes_.front()->scope;
  code.slots = slots_;
  code.outside = keep(arena_, outside_);
}

}  // namespace glasshouse::templating
