// Binds the names of one function of a template to slots, while it is parsed.
#pragma once

#include <memory>
#include <vector>

#include "template/template.h"

namespace glasshouse::templating {

class FunctionBuilder {
 public:
  FunctionBuilder(FunctionKind kind, Arena& arena);

  [[nodiscard]] FunctionKind kind() const { return kind_; }
  /// Whether the current place is in the function's own scope, not in a loop.
  [[nodiscard]] bool is_outermost() const { return current_ == scopes_.front().get(); }

  void open_scope();
  /// The scope that was opened last; its final form is there once the function is finished.
  const Scope* close_scope();

  /// The slot of a variable of the current scope, made when it is new.
  std::uint32_t declare(const Symbol* symbol, bool hides);
  /// Binds at the end: all variables must be known first. The nodes must stay where they are.
  void use(NameExpression* name);
  /// Declares the symbol in the current scope, too.
  void write(Target* target);

  /// Fills in slots, names from outside and scopes.
  void finish(FunctionCode& code);

 private:
  struct Building {
    Building* parent;
    std::vector<Variable> variables;
    Scope* scope;
  };
  struct Slots {
    std::span<const std::uint32_t> slots;
    bool hides;
  };
  Slots find(const Building* from, const Symbol* symbol);
  std::uint32_t outside(const Symbol* symbol);

  FunctionKind kind_;
  Arena& arena_;
  std::uint32_t slots_ = 0;
  std::vector<std::unique_ptr<Building>> scopes_;
  Building* current_;
  std::vector<std::pair<NameExpression*, Building*>> uses_;
  std::vector<std::pair<Target*, Building*>> writes_;
  std::vector<const Symbol*> outside_;
  std::unordered_map<const Symbol*, std::uint32_t> outside_numbers_;
};

/// A span in the arena with the items of the vector.
template <class T>
[[nodiscard]] std::span<T> keep(Arena& arena, const std::vector<T>& items) {
  if (items.empty()) return {};
  T* copy = arena.allocate_array<T>(items.size());
  std::copy(items.begin(), items.end(), copy);
  return {copy, items.size()};
}

}  // namespace glasshouse::templating
