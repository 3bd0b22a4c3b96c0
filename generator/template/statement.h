// Statements as the renderer runs them: text, prints and tags, in an arena. Only trivial types.
#pragma once

#include "template/expression.h"

namespace glasshouse::templating {

struct Scope;
struct Template;

enum class StatementKind : std::uint8_t {
  text,
  print,
  condition,
  loop,
  set,
  macro,
  import,
  from_import,
  include,
  extends,
  block,
  choice,
};

struct Statement {
  StatementKind kind;
  Mark mark;
};

struct TextStatement : Statement {
  std::string_view text;
};

struct PrintStatement : Statement {
  Expression* value;
};

struct Branch {
  Expression* condition;  // nullptr: else
  Block body;
};

struct ConditionStatement : Statement {
  std::span<const Branch> branches;
};

/// A variable that is written: the first slot that is defined, else the first.
struct Target {
  const Symbol* symbol;
  std::span<const std::uint32_t> slots;
  bool hides;           // the last slot is written even when it is not defined
  std::int32_t global;  // number among the template's top-level names; -1: not at top level
};

struct LoopStatement : Statement {
  std::span<const std::uint32_t> variables;  // slots
  std::uint32_t loop;                        // slot of `loop`
  Expression* list;
  const Scope* scope;
  Block body, otherwise;
};

struct SetStatement : Statement {
  std::span<const Target> targets;
  Expression* value;  // for a block set, a capture
};

struct MacroStatement : Statement {
  Target target;
  const FunctionCode* code;
};

/// A template that a tag names: known when it is compiled, or found by the value of `name`.
struct Reference {
  Expression* name;
  const Template* known;
};

struct ImportStatement : Statement {
  Reference reference;
  Target target;
  bool with_context;
};

struct ImportedName {
  const Symbol* name;
  Mark mark;
  Target target;
};

struct FromImportStatement : Statement {
  Reference reference;
  std::span<const ImportedName> names;
  bool with_context;
};

struct IncludeStatement : Statement {
  Reference reference;
  bool ignore_missing;
};

struct ExtendsStatement : Statement {
  Reference reference;
};

struct BlockStatement : Statement {
  const Symbol* name;
};

struct Case {
  Expression* value;  // nullptr: default
  Block body;         // an empty one falls through to the next
};

struct ChoiceStatement : Statement {
  Expression* subject;
  std::span<const Case> cases;
};

}  // namespace glasshouse::templating
