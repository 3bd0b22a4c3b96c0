// Expressions as the renderer evaluates them: in an arena, with constants made, names bound to
// slots, and filters and tests found. Only trivial types.
#pragma once

#include <span>

#include "base/value.h"
#include "template/library.h"
#include "template/symbol.h"

namespace glasshouse::templating {

struct FunctionCode;
struct Statement;
using Block = std::span<Statement* const>;

enum class ExpressionKind : std::uint8_t {
  literal,
  name,
  local,
  member,
  index,
  slice,
  call,
  filter,
  test,
  negate,
  plus,
  invert,
  add,
  join,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  power,
  compare,
  contains,
  both,
  either,
  conditional,
  list,
  map,
  sequence,
  capture,
  closure,
  super,
};

struct Expression {
  ExpressionKind kind;
  std::uint16_t depth;  // of the tree below
  Mark mark;
};

struct LiteralExpression : Expression {
  Value value;
};

/// A variable: the first of `slots` that is defined; after them, what is seen from outside the
/// function under `symbol`, unless the last slot hides it. A `local` is one slot that hides it.
struct NameExpression : Expression {
  const Symbol* symbol;
  std::uint32_t slot;     // the first of `slots`
  std::uint32_t outside;  // number among the names that the function takes from outside
  std::span<const std::uint32_t> slots;
  bool hides;
};

/// target.name
struct MemberExpression : Expression {
  Expression* target;
  const Symbol* symbol;
  Method method;
};

struct IndexExpression : Expression {
  Expression* target;
  Expression* index;
};

struct SliceExpression : Expression {
  Expression* target;
  Expression *start, *stop, *step;  // nullptr: left out
};

struct Arguments {
  std::span<Expression* const> positional;
  std::span<Expression* const> named;
  std::span<const Symbol* const> names;  // one for each of `named`
};

struct CallExpression : Expression {
  Expression* callee;
  Arguments arguments;
};

/// Also a test; `arguments.positional[0]` is the subject.
struct FilterExpression : Expression {
  const FunctionEntry* function;
  Arguments arguments;
};

struct UnaryExpression : Expression {
  Expression* operand;
};

struct BinaryExpression : Expression {
  Expression *left, *right;
};

enum class Comparison : std::uint8_t { eq, ne, same, not_same, lt, gt, le, ge };

/// a < b < c is a < b and b < c.
struct CompareExpression : Expression {
  Expression* first;
  std::span<Expression* const> others;
  std::span<const Comparison> comparisons;
};

struct ConditionalExpression : Expression {
  Expression *condition, *yes, *no;  // `no` may be nullptr
};

/// A list, a sequence whose last is its value, or the operands of + or ~.
struct ListExpression : Expression {
  std::span<Expression* const> items;
};

struct MapExpression : Expression {
  std::span<const Symbol* const> keys;
  std::span<Expression* const> values;
};

struct CaptureExpression : Expression {
  Block body;
};

struct ClosureExpression : Expression {
  const FunctionCode* code;
};

}  // namespace glasshouse::templating
