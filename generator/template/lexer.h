// Text of a template → tokens. White space control (`-`, trim_blocks, lstrip_blocks), comments and
// raw blocks end here: the parser sees only text that is printed, and tags.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/value.h"

namespace glasshouse::templating {

enum class TokenKind : std::uint8_t {
  text,         // printed as it stands
  tag_start,    // {%
  tag_end,      // %}
  print_start,  // {{
  print_end,    // }}
  name,
  string,
  number,
  symbol,  // an operator or a bracket
  end,     // of the template
};

struct Token {
  TokenKind kind = TokenKind::end;
  Mark mark;
  std::string_view text;  // of a string: its value
  double number = 0;

  [[nodiscard]] bool is(TokenKind wanted, std::string_view wanted_text) const {
    return kind == wanted && text == wanted_text;
  }
  [[nodiscard]] bool is_name(std::string_view name) const { return is(TokenKind::name, name); }
  [[nodiscard]] bool is_symbol(std::string_view name) const { return is(TokenKind::symbol, name); }
};

/// What is wrong with a template, and where.
struct SyntaxError {
  Mark mark;
  std::string message;
  std::string hint;
};

struct LexerOptions {
  bool trim_blocks = true;
  bool lstrip_blocks = true;
};

/// The tokens of `source`, the last of them `end`; or none, with `error` set. Tokens view `source`
/// and `arena`.
[[nodiscard]] std::optional<std::vector<Token>> read_tokens(std::string_view source,
                                                            const LexerOptions& options,
                                                            Arena& arena, SyntaxError& error);

/// How a token is named in a problem: `"%}"`, `the name "x"`.
[[nodiscard]] std::string describe(const Token& token);

}  // namespace glasshouse::templating
