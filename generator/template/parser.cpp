#include "template/parser.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "template/parser_state.h"

namespace glasshouse::templating {

namespace {
constexpr std::string_view kTags[] = {"block", "call", "extends", "filter",  "for",
                                      "from",  "if",   "import",  "include", "macro",
                                      "raw",   "set",  "switch",  "verbatim"};
const Token kEnd;
}  // namespace

Parser::Parser(Template& result, Symbols& symbols, const ParserOptions& options,
               std::vector<Token> tokens, SyntaxError& error)
    : result_(result),
      arena_(result.arena),
      symbols_(symbols),
      options_(options),
      tokens_(std::move(tokens)),
      error_(error) {}

bool Parser::run() {
  FunctionBuilder builder(FunctionKind::body, arena_);
  function_ = &builder;
  const Block body = parse_block({}, "", {});
  function_ = nullptr;
  if (failed()) return false;
  result_.body = finish_function(builder, FunctionKind::body, nullptr, {1, 1}, {}, 0, body);
  result_.blocks = keep(arena_, blocks_);
  result_.globals = keep(arena_, globals_);
  return true;
}

const Token& Parser::peek(std::size_t ahead) const {
  if (failed_) return kEnd;
  return tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

const Token& Parser::next() {
  const Token& token = peek();
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool Parser::skip_name(std::string_view name) {
  if (!peek().is_name(name)) return false;
  next();
  return true;
}

bool Parser::skip_symbol(std::string_view symbol) {
  if (!peek().is_symbol(symbol)) return false;
  next();
  return true;
}

bool Parser::expect_symbol(std::string_view symbol, std::string_view where) {
  if (skip_symbol(symbol)) return true;
  fail_at(peek(), fmt::format("\"{}\" to end {}", symbol, where));
  return false;
}

const Symbol* Parser::expect_name(std::string_view what) {
  const Token& token = next();
  if (token.kind != TokenKind::name) fail_at(token, what);
  return symbols_.intern(token.text);
}

void Parser::fail(Mark mark, std::string message, std::string hint) {
  if (failed_) return;
  failed_ = true;
  error_ = {mark, std::move(message), std::move(hint)};
}

void Parser::fail_at(const Token& token, std::string_view wanted) {
  fail(token.mark, fmt::format("{} stands where {} is wanted", describe(token), wanted));
}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser.nesting_ > parser.options_.nesting) {
    parser.fail(parser.peek().mark, fmt::format("tags and brackets stand more than {} deep in one "
                                                "another",
                                                parser.options_.nesting));
  }
}

Block Parser::parse_block(std::initializer_list<std::string_view> ends, std::string_view tag,
                          Mark mark) {
  const Nesting nesting(*this);
  std::vector<Statement*> statements;
  while (!failed()) {
    const Token& token = next();
    if (token.kind == TokenKind::end) {
      if (ends.size() > 0) {
        fail(mark, fmt::format("this \"{}\" has no end", tag),
             fmt::format("It ends with \"{{% {} %}}\".", *(ends.end() - 1)));
      }
      break;
    }
    if (token.kind == TokenKind::text) {
      auto* text = make<TextStatement>(StatementKind::text, token.mark);
      text->text = token.text;
      statements.push_back(text);
    } else if (token.kind == TokenKind::print_start) {
      statements.push_back(parse_print());
    } else {
      const Token& name = peek();
      if (name.kind != TokenKind::name) {
        fail_at(name, "the name of a tag");
      } else if (std::find(ends.begin(), ends.end(), name.text) != ends.end()) {
        return keep(arena_, statements);
      } else {
        statements.push_back(parse_statement(next()));
      }
    }
  }
  return keep(arena_, statements);
}

void Parser::end_tag(std::string_view tag) {
  const Token& token = next();
  if (token.kind != TokenKind::tag_end) {
    fail_at(token, fmt::format("\"%}}\" to end \"{}\"", tag));
  }
}

Statement* Parser::parse_statement(const Token& tag) {
  const Mark mark = tag.mark;
  const std::string_view name = tag.text;
  if (name == "if") return parse_if(mark);
  if (name == "for") return parse_for(mark);
  if (name == "set") return parse_set(mark);
  if (name == "macro") return parse_macro(mark);
  if (name == "call") return parse_call(mark);
  if (name == "filter") return parse_filter_block(mark);
  if (name == "switch") return parse_switch(mark);
  if (name == "block") return parse_named_block(mark);
  if (name == "extends") return parse_extends(mark);
  if (name == "include") return parse_include(mark);
  if (name == "import") return parse_import(mark);
  if (name == "from") return parse_from(mark);
  static constexpr std::string_view kInner[] = {
      "else",     "elif",      "elseif",    "endif", "endfor",  "endset", "endmacro",   "endcall",
      "endblock", "endfilter", "endswitch", "case",  "default", "endraw", "endverbatim"};
  if (std::find(std::begin(kInner), std::end(kInner), name) != std::end(kInner)) {
    fail(mark, fmt::format("there is nothing that this \"{}\" belongs to", name));
  } else {
    fail(mark, fmt::format("there is no tag \"{}\"", name), did_you_mean(name, kTags));
  }
  return nullptr;
}

std::optional<std::vector<StaticReference>> parse(Template& result, Symbols& symbols,
                                                  const ParserOptions& options,
                                                  SyntaxError& error) {
  auto tokens = read_tokens(result.text, options.lexer, result.arena, error);
  if (!tokens) return std::nullopt;
  Parser parser(result, symbols, options, std::move(*tokens), error);
  if (!parser.run()) return std::nullopt;
  return parser.take_references();
}

}  // namespace glasshouse::templating
