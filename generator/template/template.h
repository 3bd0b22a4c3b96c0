// A compiled template: its functions (the body, macros, blocks, bodies of calls) and the variables
// of each.
#pragma once

#include <string>
#include <vector>

#include "template/statement.h"

namespace glasshouse::templating {

struct Variable {
  const Symbol* symbol;
  std::uint32_t slot;
  bool hides;  // an argument or a loop's own variable: also when it is undefined
};

/// Variables seen together: of a function, or of a loop in it.
struct Scope {
  const Scope* parent;  // of the same function
  std::span<const Variable> variables;
};

struct Parameter {
  const Symbol* symbol;
  std::uint32_t slot;
  Expression* value;  // nullptr: no default
};

enum class FunctionKind : std::uint8_t { body, macro, block, caller };

struct FunctionCode {
  FunctionKind kind;
  const Template* owner;
  const Symbol* name;  // of a macro or block, else nullptr
  Mark mark;
  std::span<const Parameter> parameters;  // those without a default first
  std::uint32_t required;                 // how many have none
  std::uint32_t caller;                   // slot of `caller`, of a macro
  Block body;
  std::uint32_t slots;
  std::span<const Symbol* const> outside;  // names it takes from outside
  const Scope* scope;
};

/// A name that the template sets at top level: its macros and blocks see it.
struct Global {
  const Symbol* symbol;
  bool exported;  // may be imported
};

struct Context;

struct Template {
  std::string name;  // among the roots
  std::string file;  // as problems name it
  std::string text;
  Arena arena;  // of all that follows
  const FunctionCode* body = nullptr;
  std::span<const FunctionCode* const> blocks = {};
  std::span<const Global> globals = {};  // by number
  bool has_dynamic_parent = false;
  const Template* parent = nullptr;  // when it is named in so many words
  const Context* module = nullptr;   // what an import gives, when that is always the same
  Value exports = {};                // the same as a map
};

/// The block of this name, or nullptr.
[[nodiscard]] inline const FunctionCode* find_block(const Template& owner, const Symbol* name) {
  for (const FunctionCode* block : owner.blocks) {
    if (block->name == name) return block;
  }
  return nullptr;
}

}  // namespace glasshouse::templating
