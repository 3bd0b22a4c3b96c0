// The parser's own: its state, shared by the files of its methods.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "template/parser.h"
#include "template/scopes.h"

namespace glasshouse::templating {

class Parser {
 public:
  Parser(Template& result, Symbols& symbols, const ParserOptions& options,
         std::vector<Token> tokens, SyntaxError& error);
  [[nodiscard]] bool run();
  [[nodiscard]] std::vector<StaticReference> take_references() { return std::move(references_); }

 private:
  // Tokens. After a problem all that follows is the end, so that every loop ends.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  const Token& next();
  bool skip_name(std::string_view name);
  bool skip_symbol(std::string_view symbol);
  bool expect_symbol(std::string_view symbol, std::string_view where);
  const Symbol* expect_name(std::string_view what);
  void fail(Mark mark, std::string message, std::string hint = {});
  void fail_at(const Token& token, std::string_view wanted);
  [[nodiscard]] bool failed() const { return failed_; }

  // Counts how deep tags and brackets stand in one another while it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.nesting_; }

   private:
    Parser& parser_;
  };

  // parser.cpp, parser_statement.cpp and parser_reference.cpp
  // Statements up to a tag of `ends`, whose name is the next token then. Fails at `mark` without
  // one.
  Block parse_block(std::initializer_list<std::string_view> ends, std::string_view tag, Mark mark);
  Statement* parse_statement(const Token& tag);
  void end_tag(std::string_view tag);
  Statement* parse_print();
  Statement* parse_if(Mark mark);
  Statement* parse_for(Mark mark);
  Statement* parse_set(Mark mark);
  Statement* parse_macro(Mark mark);
  Statement* parse_call(Mark mark);
  Statement* parse_filter_block(Mark mark);
  Statement* parse_switch(Mark mark);
  Statement* parse_named_block(Mark mark);
  Statement* parse_extends(Mark mark);
  Statement* parse_include(Mark mark);
  Statement* parse_import(Mark mark);
  Statement* parse_from(Mark mark);
  void parse_parameters(std::vector<Parameter>& parameters);
  FunctionCode* finish_function(FunctionBuilder& builder, FunctionKind kind, const Symbol* name,
                                Mark mark, const std::vector<Parameter>& parameters,
                                std::uint32_t caller, Block body);
  bool parse_with_context();
  void refer(Reference& reference, bool optional, bool is_parent,
             const FromImportStatement* from_import = nullptr);
  void write(Target* target, const Symbol* symbol, bool exported);

  // parser_expression.cpp and parser_value.cpp
  Expression* parse_expression();
  Expression* parse_or();
  Expression* parse_and();
  Expression* parse_not();
  Expression* parse_in();
  Expression* parse_is();
  Expression* parse_compare();
  Expression* parse_concatenation();
  Expression* parse_sum();
  Expression* parse_product();
  Expression* parse_power();
  Expression* parse_unary(bool filters);
  Expression* parse_filters(Expression* subject);
  Expression* parse_primary();
  Expression* parse_postfix(Expression* target);
  Expression* parse_index(Expression* target, Mark mark);
  Expression* parse_list(Mark mark);
  Expression* parse_map(Mark mark);
  Expression* parse_sequence(Mark mark);
  Arguments parse_arguments(std::vector<Expression*> positional);
  Expression* make_filter(Expression* subject, ExpressionKind kind, std::string_view what,
                          std::span<const FunctionEntry> functions, const Token& name);
  Expression* make_name(const Symbol* symbol, Mark mark);
  Expression* make_constant(Mark mark, Value value);
  Expression* make_binary(ExpressionKind kind, Expression* left, Expression* right);
  Expression* make_unary(ExpressionKind kind, Mark mark, Expression* operand);

  template <class T>
  T* make(ExpressionKind kind, Mark mark, std::initializer_list<Expression*> below);
  template <class T>
  T* make(StatementKind kind, Mark mark) {
    T* statement = arena_.make<T>();
    statement->kind = kind;
    statement->mark = mark;
    return statement;
  }
  void check_depth(Expression* expression, Expression* below);

  Template& result_;
  Arena& arena_;
  Symbols& symbols_;
  const ParserOptions& options_;
  std::vector<Token> tokens_;
  SyntaxError& error_;
  std::size_t position_ = 0;
  std::size_t nesting_ = 0;
  bool failed_ = false;
  FunctionBuilder* function_ = nullptr;  // the one being parsed
  const Symbol* block_ = nullptr;        // the block being parsed, where `super` has a meaning
  std::vector<const FunctionCode*> blocks_;
  std::vector<Global> globals_;
  std::unordered_map<const Symbol*, std::int32_t> global_numbers_;
  std::vector<StaticReference> references_;
};

template <class T>
T* Parser::make(ExpressionKind kind, Mark mark, std::initializer_list<Expression*> below) {
  T* expression = arena_.make<T>();
  expression->kind = kind;
  expression->depth = 1;
  expression->mark = mark;
  for (Expression* child : below) check_depth(expression, child);
  return expression;
}

}  // namespace glasshouse::templating
