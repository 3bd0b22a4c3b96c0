#include <fmt/format.h>

#include <cmath>

#include "template/conversion.h"
#include "template/runner.h"

namespace glasshouse::templating {

Value Runner::evaluate(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::literal:
      return static_cast<const LiteralExpression&>(expression).value;
    case ExpressionKind::local:
      return current_->slots[static_cast<const NameExpression&>(expression).slot];
    case ExpressionKind::name:
      return evaluate_name(static_cast<const NameExpression&>(expression));
    case ExpressionKind::member:
      return evaluate_member(static_cast<const MemberExpression&>(expression));
    case ExpressionKind::index: {
      const auto& index = static_cast<const IndexExpression&>(expression);
      const Value target = evaluate(*index.target);
      return index_of(arena_, target, evaluate(*index.index));
    }
    case ExpressionKind::slice:
      return evaluate_slice(static_cast<const SliceExpression&>(expression));
    case ExpressionKind::call:
      return evaluate_call(static_cast<const CallExpression&>(expression));
    case ExpressionKind::filter:
    case ExpressionKind::test: {
      const auto& filter = static_cast<const FilterExpression&>(expression);
      return call_entry(*filter.function, filter.arguments, filter.mark);
    }
    case ExpressionKind::negate:
    case ExpressionKind::plus:
    case ExpressionKind::invert:
      return evaluate_unary(static_cast<const UnaryExpression&>(expression));
    case ExpressionKind::add:
      return evaluate_sum(static_cast<const ListExpression&>(expression));
    case ExpressionKind::join:
      return evaluate_join(static_cast<const ListExpression&>(expression));
    case ExpressionKind::subtract:
    case ExpressionKind::multiply:
    case ExpressionKind::divide:
    case ExpressionKind::floor_divide:
    case ExpressionKind::modulo:
    case ExpressionKind::power:
      return evaluate_number(static_cast<const BinaryExpression&>(expression));
    case ExpressionKind::compare:
      return evaluate_compare(static_cast<const CompareExpression&>(expression));
    case ExpressionKind::contains:
      return evaluate_contains(static_cast<const BinaryExpression&>(expression));
    case ExpressionKind::both:
    case ExpressionKind::either:
      return evaluate_choice(static_cast<const BinaryExpression&>(expression));
    case ExpressionKind::conditional: {
      const auto& choice = static_cast<const ConditionalExpression&>(expression);
      if (is_truthy(evaluate(*choice.condition))) return evaluate(*choice.yes);
      return choice.no ? evaluate(*choice.no) : Value::string(arena_, "");
    }
    case ExpressionKind::list:
      return evaluate_list(static_cast<const ListExpression&>(expression));
    case ExpressionKind::map:
      return evaluate_map(static_cast<const MapExpression&>(expression));
    case ExpressionKind::sequence: {
      Value last;
      for (const Expression* item : static_cast<const ListExpression&>(expression).items)
        last = evaluate(*item);
      return last;
    }
    case ExpressionKind::capture:
    case ExpressionKind::super:
      return evaluate_output(expression);
    case ExpressionKind::closure:
      return Value::native(arena_.make<ClosureObject>(
          Object{ObjectKind::closure}, static_cast<const ClosureExpression&>(expression).code,
          current_, current_->scope));
  }
  return {};
}

Value Runner::evaluate_unary(const UnaryExpression& unary) {
  const Value operand = evaluate(*unary.operand);
  if (unary.kind == ExpressionKind::invert) return Value::boolean(!is_truthy(operand));
  const double number = number_of(operand);
  return Value::number(unary.kind == ExpressionKind::negate ? -number : number);
}

// `and` and `or` give one of their operands, as in JavaScript.
Value Runner::evaluate_choice(const BinaryExpression& choice) {
  const Value left = evaluate(*choice.left);
  const bool decided = is_truthy(left) == (choice.kind == ExpressionKind::either);
  return decided ? left : evaluate(*choice.right);
}

// What would be printed, as a value: of the body of a block set plain text, of super() HTML.
Value Runner::evaluate_output(const Expression& expression) {
  const std::size_t start = out_.size();
  const bool is_super = expression.kind == ExpressionKind::super;
  if (is_super) {
    run_super(expression.mark);
  } else {
    run(static_cast<const CaptureExpression&>(expression).body);
  }
  return failed_ ? Value() : take_output(start).with_safe(is_super);
}

Value Runner::evaluate_name(const NameExpression& name) {
  for (const std::uint32_t slot : name.slots) {
    const Value value = current_->slots[slot];
    if (!value.is_undefined()) return value;
  }
  if (name.hides) return {};
  Value& known = current_->outside[name.outside];
  if (is_unknown(known)) known = look_outside(name.symbol);
  return known;
}

// What the function sees of the places it was called from, then of its template, the page's data
// and the globals. While it runs none of them can change, so each name is looked up once.
Value Runner::look_outside(const Symbol* symbol) const {
  const Activation* from = current_;
  bool closure = from->code->kind == FunctionKind::caller;
  for (const Activation* seen = from->parent; seen; from = seen, seen = seen->parent) {
    for (const Scope* scope = from->parent_scope; scope; scope = scope->parent) {
      for (const Variable& variable : scope->variables) {
        if (variable.symbol != symbol) continue;
        const Value value = seen->slots[variable.slot];
        if (!value.is_undefined() || (closure && variable.hides)) return value;
      }
    }
    closure = closure && seen->code->kind == FunctionKind::caller;
  }
  return look_in_context(symbol);
}

Value Runner::look_in_context(const Symbol* symbol) const {
  for (const Context* context = current_->context; context; context = context->outer) {
    for (const Layer* layer = context->layers; layer; layer = layer->next) {
      const std::span<const Global> globals = layer->owner->globals;
      for (std::size_t i = 0; i < globals.size(); ++i) {
        if (globals[i].symbol == symbol && !is_unknown(layer->values[i])) return layer->values[i];
      }
    }
  }
  const Value data = current_->context->data;
  if (data.is_map()) {
    if (const Map::Entry* entry = data.as_map().find(symbol->key)) return entry->value;
  }
  return symbol->global;
}

Value Runner::evaluate_member(const MemberExpression& member) {
  const Value target = evaluate(*member.target);
  if (target.is_map()) return target.as_map().get(member.symbol->key);
  return target.has_value() ? member_of(arena_, target, member.symbol->key, member.method)
                            : Value();
}

Value Runner::finish_text(std::size_t start, Mark mark) {
  Value value;
  if (text_.size() - start > limits_.output_bytes) {
    fail(mark, "template-limit",
         fmt::format("a text is larger than {} bytes", limits_.output_bytes));
  } else {
    value = Value::string(arena_, std::string_view(text_).substr(start));
    within_limits(mark);
  }
  text_.resize(start);
  return value;
}

// JavaScript's +: from the first operand that is text on, everything is text.
Value Runner::evaluate_sum(const ListExpression& sum) {
  const auto is_plain = [](Value value) {
    return value.is_number() || value.is_boolean() || !value.has_value();
  };
  Value total = evaluate(*sum.items[0]);
  std::size_t i = 1;
  for (; i < sum.items.size(); ++i) {
    const Value next = evaluate(*sum.items[i]);
    if (!is_plain(total) || !is_plain(next)) {
      const std::size_t start = text_.size();
      append_text(text_, total);
      append_text(text_, next);
      for (++i; i < sum.items.size(); ++i) {
        const Value item = evaluate(*sum.items[i]);
        append_text(text_, item);
      }
      return finish_text(start, sum.mark);
    }
    total = Value::number(number_of(total) + number_of(next));
  }
  return total;
}

Value Runner::evaluate_join(const ListExpression& join) {
  const std::size_t start = text_.size();
  for (const Expression* item : join.items) {
    const Value value = evaluate(*item);
    append_text(text_, value);
  }
  return finish_text(start, join.mark);
}

Value Runner::evaluate_number(const BinaryExpression& operation) {
  const double a = number_of(evaluate(*operation.left));
  const double b = number_of(evaluate(*operation.right));
  switch (operation.kind) {
    case ExpressionKind::subtract:
      return Value::number(a - b);
    case ExpressionKind::multiply:
      return Value::number(a * b);
    case ExpressionKind::divide:
      return Value::number(a / b);
    case ExpressionKind::floor_divide:
      return Value::number(std::floor(a / b));
    case ExpressionKind::modulo:
      return Value::number(std::fmod(a, b));
    default:
      return Value::number(std::pow(a, b));
  }
}

Value Runner::evaluate_compare(const CompareExpression& compare_expression) {
  Value left = evaluate(*compare_expression.first);
  for (std::size_t i = 0; i < compare_expression.others.size(); ++i) {
    const Value right = evaluate(*compare_expression.others[i]);
    bool holds = false;
    switch (compare_expression.comparisons[i]) {
      case Comparison::eq:
        holds = is_loosely_equal(left, right);
        break;
      case Comparison::ne:
        holds = !is_loosely_equal(left, right);
        break;
      case Comparison::same:
        holds = is_strictly_equal(left, right);
        break;
      case Comparison::not_same:
        holds = !is_strictly_equal(left, right);
        break;
      case Comparison::lt:
        holds = compare(left, right) == Order::less;
        break;
      case Comparison::gt:
        holds = compare(left, right) == Order::greater;
        break;
      case Comparison::le: {
        const Order order = compare(left, right);
        holds = order == Order::less || order == Order::equal;
        break;
      }
      case Comparison::ge: {
        const Order order = compare(left, right);
        holds = order == Order::greater || order == Order::equal;
        break;
      }
    }
    if (!holds) return Value::boolean(false);
    left = right;
  }
  return Value::boolean(true);
}

Value Runner::evaluate_contains(const BinaryExpression& contains) {
  const Value item = evaluate(*contains.left);
  const Value in = evaluate(*contains.right);
  if (in.is_list()) {
    for (const Value candidate : in.as_list()) {
      if (is_strictly_equal(candidate, item)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  std::string buffer;
  if (in.is_string())
    return Value::boolean(in.as_string().find(text_of(item, buffer)) != std::string_view::npos);
  if (in.is_map()) return Value::boolean(in.as_map().find(text_of(item, buffer)) != nullptr);
  fail(contains.mark, fmt::format("\"in\" cannot look for \"{}\" in {}", text_of(item, buffer),
                                  source_of(*contains.right)));
  return {};
}

Value Runner::evaluate_list(const ListExpression& list) {
  List* result = List::make(arena_, list.items.size());
  for (const Expression* item : list.items) result->push(arena_, evaluate(*item));
  return Value::list(result);
}

Value Runner::evaluate_map(const MapExpression& map) {
  Map* result = Map::make(arena_, map.keys.size());
  for (std::size_t i = 0; i < map.keys.size(); ++i)
    result->set(arena_, map.keys[i]->name, evaluate(*map.values[i]));
  return Value::map(result);
}

}  // namespace glasshouse::templating
