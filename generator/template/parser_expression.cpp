// Operators, from those that bind loosest to filters and tests.
#include <fmt/format.h>

#include "base/text.h"
#include "template/parser_state.h"

namespace glasshouse::templating {

namespace {
constexpr std::uint16_t kDeepest = 1000;  // operators on one another in an expression
}

void Parser::check_depth(Expression* expression, Expression* below) {
  if (!below || below->depth < expression->depth) return;
  if (below->depth >= kDeepest) {
    fail(expression->mark, "this expression is too long", "Split it with {% set %}.");
    return;
  }
  expression->depth = static_cast<std::uint16_t>(below->depth + 1);
}

Expression* Parser::make_constant(Mark mark, Value value) {
  auto* literal = make<LiteralExpression>(ExpressionKind::literal, mark, {});
  literal->value = value;
  return literal;
}

Expression* Parser::make_name(const Symbol* symbol, Mark mark) {
  auto* name = make<NameExpression>(ExpressionKind::name, mark, {});
  name->symbol = symbol;
  function_->use(name);
  return name;
}

Expression* Parser::make_binary(ExpressionKind kind, Expression* left, Expression* right) {
  auto* binary = make<BinaryExpression>(kind, left->mark, {left, right});
  binary->left = left;
  binary->right = right;
  return binary;
}

Expression* Parser::make_unary(ExpressionKind kind, Mark mark, Expression* operand) {
  auto* unary = make<UnaryExpression>(kind, mark, {operand});
  unary->operand = operand;
  return unary;
}

Expression* Parser::parse_expression() {
  const Nesting nesting(*this);
  Expression* value = parse_or();
  if (failed() || !skip_name("if")) return value;
  Expression* condition = parse_or();
  Expression* otherwise = skip_name("else") ? parse_expression() : nullptr;
  auto* choice = make<ConditionalExpression>(ExpressionKind::conditional, value->mark,
                                             {value, condition, otherwise});
  choice->condition = condition;
  choice->yes = value;
  choice->no = otherwise;
  return choice;
}

Expression* Parser::parse_or() {
  Expression* left = parse_and();
  while (skip_name("or")) left = make_binary(ExpressionKind::either, left, parse_and());
  return left;
}

Expression* Parser::parse_and() {
  Expression* left = parse_not();
  while (skip_name("and")) left = make_binary(ExpressionKind::both, left, parse_not());
  return left;
}

Expression* Parser::parse_not() {
  const Token& token = peek();
  if (!token.is_name("not")) return parse_in();
  const Nesting nesting(*this);
  const Mark mark = next().mark;
  return make_unary(ExpressionKind::invert, mark, parse_not());
}

Expression* Parser::parse_in() {
  Expression* left = parse_is();
  while (!failed()) {
    const bool inverted = peek().is_name("not") && peek(1).is_name("in");
    if (inverted) next();
    if (!skip_name("in")) break;
    left = make_binary(ExpressionKind::contains, left, parse_is());
    if (inverted) left = make_unary(ExpressionKind::invert, left->mark, left);
  }
  return left;
}

Expression* Parser::parse_is() {
  Expression* subject = parse_compare();
  while (skip_name("is")) {
    const bool inverted = skip_name("not");
    const Token& name = next();
    if (name.kind != TokenKind::name) {
      fail_at(name, "the name of a test");
      return subject;
    }
    subject = make_filter(subject, ExpressionKind::test, "test", options_.tests, name);
    if (inverted) subject = make_unary(ExpressionKind::invert, subject->mark, subject);
  }
  return subject;
}

Expression* Parser::parse_compare() {
  static constexpr std::pair<std::string_view, Comparison> kComparisons[] = {
      {"==", Comparison::eq},        {"!=", Comparison::ne}, {"===", Comparison::same},
      {"!==", Comparison::not_same}, {"<", Comparison::lt},  {">", Comparison::gt},
      {"<=", Comparison::le},        {">=", Comparison::ge}};
  Expression* first = parse_concatenation();
  std::vector<Expression*> others;
  std::vector<Comparison> comparisons;
  for (bool found = true; found && !failed();) {
    found = false;
    for (const auto& [text, comparison] : kComparisons) {
      if (!skip_symbol(text)) continue;
      comparisons.push_back(comparison);
      others.push_back(parse_concatenation());
      found = true;
      break;
    }
  }
  if (others.empty()) return first;
  auto* compare = make<CompareExpression>(ExpressionKind::compare, first->mark, {first});
  for (Expression* other : others) check_depth(compare, other);
  compare->first = first;
  compare->others = keep(arena_, others);
  compare->comparisons = keep(arena_, comparisons);
  return compare;
}

Expression* Parser::parse_concatenation() {
  Expression* first = parse_sum();
  if (!peek().is_symbol("~")) return first;
  std::vector<Expression*> items{first};
  while (skip_symbol("~")) items.push_back(parse_sum());
  auto* join = make<ListExpression>(ExpressionKind::join, first->mark, {});
  for (Expression* item : items) check_depth(join, item);
  join->items = keep(arena_, items);
  return join;
}

Expression* Parser::parse_sum() {
  Expression* left = parse_product();
  while (!failed()) {
    if (peek().is_symbol("+")) {
      std::vector<Expression*> items{left};
      while (skip_symbol("+")) items.push_back(parse_product());
      auto* sum = make<ListExpression>(ExpressionKind::add, left->mark, {});
      for (Expression* item : items) check_depth(sum, item);
      sum->items = keep(arena_, items);
      left = sum;
    } else if (skip_symbol("-")) {
      left = make_binary(ExpressionKind::subtract, left, parse_product());
    } else {
      break;
    }
  }
  return left;
}

Expression* Parser::parse_product() {
  Expression* left = parse_power();
  while (!failed()) {
    if (skip_symbol("*")) {
      left = make_binary(ExpressionKind::multiply, left, parse_power());
    } else if (skip_symbol("/")) {
      left = make_binary(ExpressionKind::divide, left, parse_power());
    } else if (skip_symbol("//")) {
      left = make_binary(ExpressionKind::floor_divide, left, parse_power());
    } else if (skip_symbol("%")) {
      left = make_binary(ExpressionKind::modulo, left, parse_power());
    } else {
      break;
    }
  }
  return left;
}

Expression* Parser::parse_power() {
  Expression* left = parse_unary(true);
  while (skip_symbol("**")) left = make_binary(ExpressionKind::power, left, parse_unary(true));
  return left;
}

Expression* Parser::parse_unary(bool filters) {
  const Token& token = peek();
  Expression* value = nullptr;
  if (token.is_symbol("-") || token.is_symbol("+")) {
    const Nesting nesting(*this);
    const bool minus = next().text == "-";
    value = make_unary(minus ? ExpressionKind::negate : ExpressionKind::plus, token.mark,
                       parse_unary(false));
  } else {
    value = parse_primary();
  }
  return filters ? parse_filters(value) : value;
}

Expression* Parser::parse_filters(Expression* subject) {
  while (skip_symbol("|")) {
    const Token& name = next();
    if (name.kind != TokenKind::name) {
      fail_at(name, "the name of a filter");
      return subject;
    }
    subject = make_filter(subject, ExpressionKind::filter, "filter", options_.filters, name);
  }
  return subject;
}

Expression* Parser::make_filter(Expression* subject, ExpressionKind kind, std::string_view what,
                                std::span<const FunctionEntry> functions, const Token& name) {
  const FunctionEntry* function = find_function(functions, name.text);
  if (!function) {
    std::vector<std::string_view> names;
    for (const FunctionEntry& entry : functions) names.push_back(entry.name);
    fail(name.mark, fmt::format("there is no {} \"{}\"", what, name.text),
         did_you_mean(name.text, names));
    return subject;
  }
  auto* filter = make<FilterExpression>(kind, name.mark, {subject});
  filter->function = function;
  filter->arguments.positional = keep(arena_, std::vector<Expression*>{subject});
  if (!skip_symbol("(")) return filter;
  filter->arguments = parse_arguments({subject});
  for (Expression* argument : filter->arguments.positional) check_depth(filter, argument);
  for (Expression* argument : filter->arguments.named) check_depth(filter, argument);
  return filter;
}

}  // namespace glasshouse::templating
