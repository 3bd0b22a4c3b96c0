// Prints, conditions, loops, variables, macros and calls.
#include <fmt/format.h>

#include <algorithm>

#include "template/parser_state.h"

namespace glasshouse::templating {

Statement* Parser::parse_print() {
  auto* print = make<PrintStatement>(StatementKind::print, peek().mark);
  print->value = parse_expression();
  const Token& token = next();
  if (token.kind != TokenKind::print_end) fail_at(token, "\"}}\" or an operator");
  return print;
}

Statement* Parser::parse_if(Mark mark) {
  auto* statement = make<ConditionStatement>(StatementKind::condition, mark);
  std::vector<Branch> branches;
  bool otherwise = false;
  while (!failed()) {
    Expression* condition = otherwise ? nullptr : parse_expression();
    end_tag(otherwise ? "else" : "if");
    if (otherwise) {
      branches.push_back({nullptr, parse_block({"endif"}, "if", mark)});
    } else {
      branches.push_back({condition, parse_block({"elif", "elseif", "else", "endif"}, "if", mark)});
    }
    const Token& end = next();
    if (end.text == "endif") break;
    otherwise = end.text == "else";
  }
  end_tag("endif");
  statement->branches = keep(arena_, branches);
  return statement;
}

Statement* Parser::parse_for(Mark mark) {
  auto* loop = make<LoopStatement>(StatementKind::loop, mark);
  std::vector<const Symbol*> names;
  do {
    names.push_back(expect_name("the name of the loop's variable"));
  } while (skip_symbol(","));
  if (!skip_name("in")) fail_at(peek(), "\"in\"");
  loop->list = parse_expression();
  end_tag("for");
  function_->open_scope();
  std::vector<std::uint32_t> slots;
  slots.reserve(names.size());
  for (const Symbol* name : names) slots.push_back(function_->declare(name, true));
  loop->variables = keep(arena_, slots);
  loop->loop = function_->declare(symbols_.intern("loop"), false);
  loop->body = parse_block({"else", "endfor"}, "for", mark);
  if (skip_name("else")) {
    end_tag("else");
    loop->otherwise = parse_block({"endfor"}, "for", mark);
  }
  next();
  end_tag("endfor");
  loop->scope = function_->close_scope();
  return loop;
}

void Parser::write(Target* target, const Symbol* symbol, bool exported) {
  target->symbol = symbol;
  target->global = -1;
  function_->write(target);
  if (function_->kind() != FunctionKind::body || !function_->is_outermost()) return;
  const auto [entry, is_new] =
      global_numbers_.try_emplace(symbol, static_cast<std::int32_t>(globals_.size()));
  if (is_new) globals_.push_back({symbol, false});
  target->global = entry->second;
  if (exported && !symbol->text().starts_with('_'))
    globals_[static_cast<std::size_t>(entry->second)].exported = true;
}

Statement* Parser::parse_set(Mark mark) {
  auto* set = make<SetStatement>(StatementKind::set, mark);
  std::vector<const Symbol*> names;
  do {
    names.push_back(expect_name("the name of a variable"));
  } while (skip_symbol(","));
  if (skip_symbol("=")) {
    set->value = parse_expression();
    end_tag("set");
  } else if (peek().kind == TokenKind::tag_end) {
    next();
    auto* capture = make<CaptureExpression>(ExpressionKind::capture, mark, {});
    capture->body = parse_block({"endset"}, "set", mark);
    next();
    end_tag("endset");
    set->value = capture;
  } else {
    fail_at(peek(), "\"=\" or \"%}\"");
  }
  const std::span<Target> targets = keep(arena_, std::vector<Target>(names.size()));
  for (std::size_t i = 0; i < names.size(); ++i) write(&targets[i], names[i], true);
  set->targets = targets;
  return set;
}

// From after "(" to after ")".
void Parser::parse_parameters(std::vector<Parameter>& parameters) {
  while (!failed() && !peek().is_symbol(")")) {
    const Symbol* name = expect_name("the name of an argument");
    if (skip_symbol("=")) {
      // An argument with a default is a plain variable: when it is undefined, what is seen from
      // outside under its name shows through, as in Nunjucks.
      Expression* value = parse_expression();
      parameters.push_back({name, function_->declare(name, false), value});
    } else {
      parameters.push_back({name, function_->declare(name, true), nullptr});
    }
    if (!skip_symbol(",")) break;
  }
  expect_symbol(")", "the arguments");
  std::stable_partition(parameters.begin(), parameters.end(),
                        [](const Parameter& parameter) { return parameter.value == nullptr; });
}

FunctionCode* Parser::finish_function(FunctionBuilder& builder, FunctionKind kind,
                                      const Symbol* name, Mark mark,
                                      const std::vector<Parameter>& parameters,
                                      std::uint32_t caller, Block body) {
  auto* code = arena_.make<FunctionCode>();
  code->kind = kind;
  code->owner = &result_;
  code->name = name;
  code->mark = mark;
  code->parameters = keep(arena_, parameters);
  code->required = static_cast<std::uint32_t>(
      std::count_if(parameters.begin(), parameters.end(),
                    [](const Parameter& parameter) { return parameter.value == nullptr; }));
  code->caller = caller;
  code->body = body;
  builder.finish(*code);
  return code;
}

Statement* Parser::parse_macro(Mark mark) {
  auto* macro = make<MacroStatement>(StatementKind::macro, mark);
  const Symbol* name = expect_name("the name of the macro");
  FunctionBuilder builder(FunctionKind::macro, arena_);
  FunctionBuilder* outer = std::exchange(function_, &builder);
  const Symbol* outer_block = std::exchange(block_, nullptr);
  std::vector<Parameter> parameters;
  if (skip_symbol("(")) {
    parse_parameters(parameters);
  } else {
    fail_at(peek(), "\"(\"");
  }
  end_tag("macro");
  const std::uint32_t caller = builder.declare(symbols_.intern("caller"), false);
  const Block body = parse_block({"endmacro"}, "macro", mark);
  next();
  end_tag("endmacro");
  function_ = outer;
  block_ = outer_block;
  if (failed()) return macro;
  macro->code = finish_function(builder, FunctionKind::macro, name, mark, parameters, caller, body);
  write(&macro->target, name, true);
  return macro;
}

Statement* Parser::parse_call(Mark mark) {
  FunctionBuilder builder(FunctionKind::caller, arena_);
  FunctionBuilder* outer = std::exchange(function_, &builder);
  std::vector<Parameter> parameters;
  if (skip_symbol("(")) parse_parameters(parameters);
  function_ = outer;
  auto* print = make<PrintStatement>(StatementKind::print, mark);
  print->value = parse_primary();
  if (!failed() && print->value->kind != ExpressionKind::call) {
    fail(print->value->mark, "\"call\" needs the call of a macro, as in {% call box() %}");
  }
  end_tag("call");
  function_ = &builder;
  const Block body = parse_block({"endcall"}, "call", mark);
  next();
  end_tag("endcall");
  function_ = outer;
  if (failed()) return print;
  auto* closure = make<ClosureExpression>(ExpressionKind::closure, mark, {});
  closure->code =
      finish_function(builder, FunctionKind::caller, nullptr, mark, parameters, 0, body);
  auto* call = static_cast<CallExpression*>(print->value);
  std::vector<Expression*> named(call->arguments.named.begin(), call->arguments.named.end());
  std::vector<const Symbol*> names(call->arguments.names.begin(), call->arguments.names.end());
  named.push_back(closure);
  names.push_back(symbols_.intern("caller"));
  call->arguments.named = keep(arena_, named);
  call->arguments.names = keep(arena_, names);
  return print;
}

Statement* Parser::parse_filter_block(Mark mark) {
  auto* print = make<PrintStatement>(StatementKind::print, mark);
  const Token& name = next();
  if (name.kind != TokenKind::name) fail_at(name, "the name of a filter");
  auto* capture = make<CaptureExpression>(ExpressionKind::capture, mark, {});
  if (failed()) return print;
  print->value = make_filter(capture, ExpressionKind::filter, "filter", options_.filters, name);
  end_tag("filter");
  capture->body = parse_block({"endfilter"}, "filter", mark);
  next();
  end_tag("endfilter");
  return print;
}

Statement* Parser::parse_switch(Mark mark) {
  auto* choice = make<ChoiceStatement>(StatementKind::choice, mark);
  choice->subject = parse_expression();
  end_tag("switch");
  parse_block({"case", "default", "endswitch"}, "switch", mark);  // what stands before is dropped
  std::vector<Case> cases;
  while (!failed() && !peek().is_name("endswitch")) {
    const bool otherwise = next().text == "default";
    Expression* value = otherwise ? nullptr : parse_expression();
    end_tag(otherwise ? "default" : "case");
    if (otherwise) {
      cases.push_back({nullptr, parse_block({"endswitch"}, "switch", mark)});
    } else {
      cases.push_back({value, parse_block({"case", "default", "endswitch"}, "switch", mark)});
    }
  }
  next();
  end_tag("endswitch");
  choice->cases = keep(arena_, cases);
  return choice;
}

}  // namespace glasshouse::templating
