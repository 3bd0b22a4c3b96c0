// Whether a template's top level depends on nothing: then an import of it is evaluated once.
#include <algorithm>

#include "template/store.h"

namespace glasshouse::templating {

namespace {

bool is_constant(const Expression* expression);

bool is_constant(std::span<Expression* const> expressions) {
  return std::all_of(expressions.begin(), expressions.end(),
                     [](const Expression* expression) { return is_constant(expression); });
}

// Lists and maps are not: a template may add to them. Nor is what may fail.
bool is_constant(const Expression* expression) {
  switch (expression->kind) {
    case ExpressionKind::literal:
    case ExpressionKind::name:
    case ExpressionKind::local:
      return true;
    case ExpressionKind::member:
      return is_constant(static_cast<const MemberExpression*>(expression)->target);
    case ExpressionKind::negate:
    case ExpressionKind::plus:
    case ExpressionKind::invert:
      return is_constant(static_cast<const UnaryExpression*>(expression)->operand);
    case ExpressionKind::add:
    case ExpressionKind::join:
      return is_constant(static_cast<const ListExpression*>(expression)->items);
    case ExpressionKind::subtract:
    case ExpressionKind::multiply:
    case ExpressionKind::divide:
    case ExpressionKind::both:
    case ExpressionKind::either: {
      const auto* binary = static_cast<const BinaryExpression*>(expression);
      return is_constant(binary->left) && is_constant(binary->right);
    }
    default:
      return false;
  }
}

bool is_constant_import(const Reference& reference, bool with_context) {
  return !with_context && reference.known && reference.known->module;
}

bool is_constant(const Statement* statement) {
  switch (statement->kind) {
    case StatementKind::text:
    case StatementKind::macro:
      return true;
    case StatementKind::set:
      return is_constant(static_cast<const SetStatement*>(statement)->value);
    case StatementKind::import: {
      const auto* import = static_cast<const ImportStatement*>(statement);
      return is_constant_import(import->reference, import->with_context);
    }
    case StatementKind::from_import: {
      const auto* import = static_cast<const FromImportStatement*>(statement);
      return is_constant_import(import->reference, import->with_context);
    }
    default:
      return false;
  }
}

}  // namespace

bool is_constant(const Template& owner) {
  const Block body = owner.body->body;
  return std::all_of(body.begin(), body.end(),
                     [](const Statement* statement) { return is_constant(statement); });
}

}  // namespace glasshouse::templating
