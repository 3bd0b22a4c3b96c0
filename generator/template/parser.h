// Tokens → a compiled template.
#pragma once

#include <optional>
#include <vector>

#include "template/lexer.h"
#include "template/template.h"

namespace glasshouse::templating {

struct ParserOptions {
  LexerOptions lexer;
  std::size_t nesting = 200;
  std::span<const FunctionEntry> filters, tests;  // sorted by name
};

/// A template that another names in so many words, to be found before either is used.
struct StaticReference {
  Reference* reference;
  std::string_view name;
  Mark mark;
  bool optional;                           // "ignore missing"
  bool is_parent;                          // "extends"
  const FromImportStatement* from_import;  // whose names it must export, or nullptr
};

/// Compiles `result.text`; what it needs is made in `result.arena`. The references it names are
/// returned unfilled. None when the text is wrong, with `error` set.
[[nodiscard]] std::optional<std::vector<StaticReference>> parse(Template& result, Symbols& symbols,
                                                                const ParserOptions& options,
                                                                SyntaxError& error);

}  // namespace glasshouse::templating
