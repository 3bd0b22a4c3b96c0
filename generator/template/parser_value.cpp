// Values: names, literals, and what may follow them: members, indices, calls.
#include "template/parser_state.h"

namespace glasshouse::templating {

Expression* Parser::parse_primary() {
  const Token& token = next();
  const Mark mark = token.mark;
  switch (token.kind) {
    case TokenKind::string: {
      // As a symbol, so that it is hashed once where it is the key of a look-up.
      return parse_postfix(make_constant(mark, symbols_.intern(token.text)->name));
    }
    case TokenKind::number:
      return parse_postfix(make_constant(mark, Value::number(token.number)));
    case TokenKind::name:
      if (token.text == "true" || token.text == "false")
        return parse_postfix(make_constant(mark, Value::boolean(token.text == "true")));
      if (token.text == "none" || token.text == "null")
        return parse_postfix(make_constant(mark, Value::null()));
      return parse_postfix(make_name(symbols_.intern(token.text), mark));
    case TokenKind::symbol:
      if (token.text == "(") return parse_postfix(parse_sequence(mark));
      if (token.text == "[") return parse_postfix(parse_list(mark));
      if (token.text == "{") return parse_postfix(parse_map(mark));
      break;
    default:
      break;
  }
  fail_at(token, "a value");
  return make_constant(mark, Value());
}

Expression* Parser::parse_postfix(Expression* target) {
  while (!failed()) {
    const Token& token = peek();
    const Mark mark = token.mark;
    if (skip_symbol(".")) {
      const Token& name = next();
      if (name.kind != TokenKind::name) {
        fail_at(name, "a name after \".\"");
        break;
      }
      auto* member = make<MemberExpression>(ExpressionKind::member, name.mark, {target});
      member->target = target;
      member->symbol = symbols_.intern(name.text);
      member->method = find_method(name.text);
      target = member;
    } else if (skip_symbol("[")) {
      target = parse_index(target, mark);
    } else if (skip_symbol("(")) {
      if (target->kind == ExpressionKind::name && block_ &&
          static_cast<NameExpression*>(target)->symbol->text() == "super") {
        if (!expect_symbol(")", "super()")) break;
        target = make<Expression>(ExpressionKind::super, target->mark, {});
        continue;
      }
      auto* call = make<CallExpression>(ExpressionKind::call, target->mark, {target});
      call->callee = target;
      call->arguments = parse_arguments({});
      for (Expression* argument : call->arguments.positional) check_depth(call, argument);
      for (Expression* argument : call->arguments.named) check_depth(call, argument);
      target = call;
    } else {
      break;
    }
  }
  return target;
}

Expression* Parser::parse_index(Expression* target, Mark mark) {
  Expression* parts[3] = {nullptr, nullptr, nullptr};
  std::size_t colons = 0;
  while (!failed() && !peek().is_symbol("]")) {
    if (skip_symbol(":")) {
      if (++colons > 2) fail(mark, "a slice has three parts at most: [start:stop:step]");
      continue;
    }
    if (parts[colons]) break;
    parts[colons] = parse_expression();
  }
  expect_symbol("]", "an index");
  if (colons > 0) {
    auto* slice =
        make<SliceExpression>(ExpressionKind::slice, mark, {target, parts[0], parts[1], parts[2]});
    slice->target = target;
    slice->start = parts[0];
    slice->stop = parts[1];
    slice->step = parts[2];
    return slice;
  }
  if (!parts[0]) {
    fail(mark, "this index is empty");
    return target;
  }
  if (parts[0]->kind == ExpressionKind::literal) {
    const Value name = static_cast<LiteralExpression*>(parts[0])->value;
    if (name.is_string()) {
      auto* member = make<MemberExpression>(ExpressionKind::member, parts[0]->mark, {target});
      member->target = target;
      member->symbol = symbols_.intern(name.as_string());
      member->method = find_method(name.as_string());
      return member;
    }
  }
  auto* index = make<IndexExpression>(ExpressionKind::index, mark, {target, parts[0]});
  index->target = target;
  index->index = parts[0];
  return index;
}

Expression* Parser::parse_sequence(Mark mark) {
  std::vector<Expression*> items;
  do {
    items.push_back(parse_expression());
  } while (skip_symbol(","));
  expect_symbol(")", "\"(\"");
  if (items.size() == 1) return items.front();
  auto* sequence = make<ListExpression>(ExpressionKind::sequence, mark, {});
  for (Expression* item : items) check_depth(sequence, item);
  sequence->items = keep(arena_, items);
  return sequence;
}

Expression* Parser::parse_list(Mark mark) {
  std::vector<Expression*> items;
  while (!failed() && !peek().is_symbol("]")) {
    items.push_back(parse_expression());
    if (!skip_symbol(",")) break;
  }
  expect_symbol("]", "a list");
  auto* list = make<ListExpression>(ExpressionKind::list, mark, {});
  for (Expression* item : items) check_depth(list, item);
  list->items = keep(arena_, items);
  return list;
}

Expression* Parser::parse_map(Mark mark) {
  std::vector<const Symbol*> keys;
  std::vector<Expression*> values;
  while (!failed() && !peek().is_symbol("}")) {
    const Token& key = next();
    if (key.kind != TokenKind::name && key.kind != TokenKind::string) {
      fail_at(key, "a name or a string as the key");
      break;
    }
    if (!expect_symbol(":", "the key of a map")) break;
    keys.push_back(symbols_.intern(key.text));
    values.push_back(parse_expression());
    if (!skip_symbol(",")) break;
  }
  expect_symbol("}", "a map");
  auto* map = make<MapExpression>(ExpressionKind::map, mark, {});
  for (Expression* value : values) check_depth(map, value);
  map->keys = keep(arena_, keys);
  map->values = keep(arena_, values);
  return map;
}

Arguments Parser::parse_arguments(std::vector<Expression*> positional) {
  std::vector<Expression*> named;
  std::vector<const Symbol*> names;
  while (!failed() && !peek().is_symbol(")")) {
    if (peek().kind == TokenKind::name && peek(1).is_symbol("=")) {
      names.push_back(symbols_.intern(next().text));
      next();
      named.push_back(parse_expression());
    } else {
      positional.push_back(parse_expression());
    }
    if (!skip_symbol(",")) break;
  }
  expect_symbol(")", "the arguments");
  return {keep(arena_, positional), keep(arena_, named), keep(arena_, names)};
}

}  // namespace glasshouse::templating
