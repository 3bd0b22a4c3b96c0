// The tags that name other templates, and blocks.
#include <fmt/format.h>

#include <algorithm>

#include "template/parser_state.h"

namespace glasshouse::templating {

Statement* Parser::parse_named_block(Mark mark) {
  auto* block = make<BlockStatement>(StatementKind::block, mark);
  block->name = expect_name("the name of the block");
  end_tag("block");
  FunctionBuilder builder(FunctionKind::block, arena_);
  FunctionBuilder* outer = std::exchange(function_, &builder);
  const Symbol* outer_block = std::exchange(block_, block->name);
  const Block body = parse_block({"endblock"}, "block", mark);
  next();
  if (!failed() && peek().kind == TokenKind::name) {
    const Token& name = next();
    if (name.text != block->name->text()) {
      fail(name.mark,
           fmt::format("block \"{}\" ends with the name \"{}\"", block->name->text(), name.text));
    }
  }
  end_tag("endblock");
  function_ = outer;
  block_ = outer_block;
  if (failed()) return block;
  const auto same = [&](const FunctionCode* code) { return code->name == block->name; };
  if (std::any_of(blocks_.begin(), blocks_.end(), same)) {
    fail(mark, fmt::format("there are two blocks \"{}\" in this template", block->name->text()));
    return block;
  }
  blocks_.push_back(finish_function(builder, FunctionKind::block, block->name, mark, {}, 0, body));
  return block;
}

void Parser::refer(Reference& reference, bool optional, bool is_parent,
                   const FromImportStatement* from_import) {
  reference.known = nullptr;
  if (failed()) return;
  const Expression* name = reference.name;
  if (name->kind != ExpressionKind::literal) {
    if (is_parent) result_.has_dynamic_parent = true;
    return;
  }
  const Value value = static_cast<const LiteralExpression*>(name)->value;
  if (!value.is_string()) {
    fail(name->mark, "the name of a template must be a string");
    return;
  }
  references_.push_back(
      {&reference, value.as_string(), name->mark, optional, is_parent, from_import});
}

Statement* Parser::parse_extends(Mark mark) {
  auto* extends = make<ExtendsStatement>(StatementKind::extends, mark);
  extends->reference.name = parse_expression();
  end_tag("extends");
  refer(extends->reference, false, true);
  if (function_->kind() != FunctionKind::body) {
    fail(mark, "\"extends\" must not stand in a block, macro or call");
  }
  return extends;
}

Statement* Parser::parse_include(Mark mark) {
  auto* include = make<IncludeStatement>(StatementKind::include, mark);
  include->reference.name = parse_expression();
  include->ignore_missing = false;
  if (skip_name("ignore")) {
    if (!skip_name("missing")) fail_at(peek(), "\"missing\"");
    include->ignore_missing = true;
  }
  end_tag("include");
  refer(include->reference, include->ignore_missing, false);
  return include;
}

bool Parser::parse_with_context() {
  const bool with = peek().is_name("with");
  if (!with && !peek().is_name("without")) return false;
  next();
  if (!skip_name("context")) fail_at(peek(), "\"context\"");
  return with;
}

Statement* Parser::parse_import(Mark mark) {
  auto* import = make<ImportStatement>(StatementKind::import, mark);
  import->reference.name = parse_expression();
  if (!skip_name("as")) fail_at(peek(), "\"as\"");
  const Symbol* name = expect_name("the name for what is imported");
  import->with_context = parse_with_context();
  end_tag("import");
  refer(import->reference, false, false);
  write(&import->target, name, false);
  return import;
}

Statement* Parser::parse_from(Mark mark) {
  auto* from = make<FromImportStatement>(StatementKind::from_import, mark);
  from->reference.name = parse_expression();
  if (!skip_name("import")) fail_at(peek(), "\"import\"");
  from->with_context = false;
  std::vector<ImportedName> names;
  std::vector<const Symbol*> locals;
  do {
    const Token& token = peek();
    const Symbol* name = expect_name("the name of what is imported");
    if (!failed() && name->text().starts_with('_')) {
      fail(token.mark, fmt::format("\"{}\" cannot be imported: names that start with \"_\" are the "
                                   "template's own",
                                   name->text()));
    }
    names.push_back({name, token.mark, {}});
    locals.push_back(skip_name("as") ? expect_name("the name for what is imported") : name);
    if (peek().is_name("with") || peek().is_name("without"))
      from->with_context = parse_with_context();
  } while (skip_symbol(","));
  end_tag("from");
  const std::span<ImportedName> kept = keep(arena_, names);
  for (std::size_t i = 0; i < kept.size(); ++i) write(&kept[i].target, locals[i], false);
  from->names = kept;
  refer(from->reference, false, false, from);
  return from;
}

}  // namespace glasshouse::templating
