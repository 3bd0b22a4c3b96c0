#include "template/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "template/unicode.h"

namespace glasshouse::templating {

namespace {

constexpr std::string_view kSymbols[] = {"===", "!==", "==", "!=", "<=", ">=", "//", "**", "(",
                                         ")",   "[",   "]",  "{",  "}",  "%",  "*",  "-",  "+",
                                         "~",   "/",   ",",  ":",  "|",  ".",  "<",  ">",  "="};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c & 0x80);
}

class Lexer {
 public:
  Lexer(std::string_view source, const LexerOptions& options, Arena& arena, SyntaxError& error)
      : source_(source), options_(options), arena_(arena), error_(error) {
    if (source_.starts_with("\xEF\xBB\xBF")) position_ = marked_ = 3;
  }

  std::optional<std::vector<Token>> run() {
    while (!failed_ && position_ < source_.size()) read_text();
    if (failed_) return std::nullopt;
    add(TokenKind::end, mark_at(source_.size()), {});
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return source_.substr(position_); }

  // Marks are asked for in the order of the text.
  Mark mark_at(std::size_t offset) {
    for (; marked_ < offset; ++marked_) {
      const char c = source_[marked_];
      if (c == '\n') {
        ++mark_.line;
        mark_.column = 1;
      } else if ((c & 0xC0) != 0x80 && mark_.column < 0xFFFF) {
        ++mark_.column;
      }
    }
    return mark_;
  }

  void fail(Mark mark, std::string message, std::string hint = {}) {
    if (failed_) return;
    failed_ = true;
    error_ = {mark, std::move(message), std::move(hint)};
  }

  void add(TokenKind kind, Mark mark, std::string_view text, double number = 0) {
    tokens_.push_back({kind, mark, text, number});
  }

  // Text up to the next tag or comment, and that tag or comment.
  void read_text() {
    const std::size_t start = position_;
    std::size_t at = start;
    for (;; ++at) {
      at = source_.find_first_of("{#", at);
      if (at == std::string_view::npos || at + 1 >= source_.size()) {
        at = source_.size();
        break;
      }
      const char next = source_[at + 1];
      if (source_[at] == '{' && (next == '%' || next == '{' || next == '#')) break;
      if (source_[at] == '#' && next == '}') {
        fail(mark_at(at), "\"#}\" ends a comment that was not started");
        return;
      }
    }
    std::string_view text = source_.substr(start, at - start);
    const bool is_last = at == source_.size();
    const char opener = is_last ? '\0' : source_[at + 1];
    const bool dash = !is_last && at + 2 < source_.size() && source_[at + 2] == '-';
    if (opener == '%' && options_.lstrip_blocks) text = without_indent(text, start);
    if (!text.empty()) {
      if (drop_space_) text = strip_start(text);
      if (dash) text = strip_end(text);
      add(TokenKind::text, mark_at(start), text);
    }
    drop_space_ = false;
    position_ = at;
    if (is_last) return;
    if (opener == '#') {
      read_comment();
    } else {
      read_tag(opener == '{', dash);
    }
  }

  // lstrip_blocks: without the white space between the start of the line and "{%".
  [[nodiscard]] std::string_view without_indent(std::string_view text, std::size_t start) const {
    const std::size_t newline = text.rfind('\n');
    if (newline == std::string_view::npos && start > 0 && source_[start - 1] != '\n') return text;
    const std::size_t line = newline == std::string_view::npos ? 0 : newline + 1;
    return strip(text.substr(line)).empty() ? text.substr(0, line) : text;
  }

  void read_comment() {
    const std::size_t end = source_.find("#}", position_ + 2);
    if (end == std::string_view::npos) {
      fail(mark_at(position_), "this comment has no end", "A comment ends with \"#}\".");
      return;
    }
    drop_space_ = source_[end - 1] == '-' && end - 1 > position_ + 1;
    position_ = end + 2;
  }

  void read_tag(bool print, bool dash) {
    const Mark start = mark_at(position_);
    add(print ? TokenKind::print_start : TokenKind::tag_start, start, source_.substr(position_, 2));
    position_ += dash ? 3 : 2;
    const std::size_t first = tokens_.size();
    int braces = 0;
    const std::string_view close = print ? "}}" : "%}";
    while (!failed_) {
      while (position_ < source_.size() && space_length(source_, position_) > 0)
        position_ += space_length(source_, position_);
      if (position_ >= source_.size()) {
        fail(start, fmt::format("this \"{}\" has no end", print ? "{{" : "{%"),
             fmt::format("It ends with \"{}\".", close));
        return;
      }
      const bool dashed = rest().starts_with('-') && rest().substr(1).starts_with(close);
      if ((braces == 0 || !print) && (dashed || rest().starts_with(close))) {
        end_tag(print, dashed, first);
        if (!print) read_raw(first);
        return;
      }
      const std::size_t before = tokens_.size();
      read_token();
      if (failed_ || tokens_.size() == before) continue;
      if (tokens_.back().is_symbol("{")) ++braces;
      if (tokens_.back().is_symbol("}") && braces > 0) --braces;
    }
  }

  void end_tag(bool print, bool dashed, std::size_t first) {
    add(print ? TokenKind::print_end : TokenKind::tag_end, mark_at(position_), print ? "}}" : "%}");
    position_ += dashed ? 3 : 2;
    drop_space_ = dashed && !starts_block_set(first);
    if (print || !options_.trim_blocks) return;
    if (rest().starts_with('\n')) {
      position_ += 1;
    } else if (rest().starts_with("\r\n")) {
      position_ += 2;
    }
  }

  // In Nunjucks the "-" at the end of {% set x -%} strips nothing, and GOV.UK's components need
  // that.
  [[nodiscard]] bool starts_block_set(std::size_t first) const {
    if (first >= tokens_.size() || !tokens_[first].is_name("set")) return false;
    return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first), tokens_.end(),
                        [](const Token& token) { return token.is_symbol("="); });
  }

  // {% raw %} … {% endraw %}, with tags of the same name inside it counted. The two tags become
  // the text between them.
  void read_raw(std::size_t first) {
    if (tokens_.size() != first + 2 || tokens_[first].kind != TokenKind::name) return;
    const std::string_view name = tokens_[first].text;
    if (name != "raw" && name != "verbatim") return;
    const Mark start = tokens_[first - 1].mark;
    tokens_.resize(first - 1);
    const std::size_t begin = position_;
    int level = 1;
    for (std::size_t at = begin; (at = source_.find("{%", at)) != std::string_view::npos; at += 2) {
      std::size_t inside = at + 2;
      const bool dash_before = source_.substr(inside).starts_with('-');
      if (dash_before) ++inside;
      inside = source_.find_first_not_of(" \t\r\n", inside);
      if (inside == std::string_view::npos) break;
      const bool ends = source_.substr(inside).starts_with("end");
      if (ends) inside += 3;
      if (!source_.substr(inside).starts_with(name)) continue;
      inside = source_.find_first_not_of(" \t\r\n", inside + name.size());
      if (inside == std::string_view::npos) break;
      const bool dash_after = source_.substr(inside).starts_with("-%}");
      if (!dash_after && !source_.substr(inside).starts_with("%}")) continue;
      level += ends ? -1 : 1;
      if (level > 0) continue;
      std::string_view text = source_.substr(begin, at - begin);
      if (drop_space_) text = strip_start(text);
      if (dash_before) text = strip_end(text);
      add(TokenKind::text, mark_at(begin), text);
      position_ = inside + (dash_after ? 3 : 2);
      drop_space_ = dash_after;
      return;
    }
    fail(start, fmt::format("this \"{}\" has no end", name),
         fmt::format("It ends with \"{{% end{} %}}\".", name));
  }

  void read_token() {
    const char c = source_[position_];
    if (c == '"' || c == '\'') return read_string(c);
    if (is_digit(c)) return read_number();
    if (starts_name(c)) return read_name();
    for (const std::string_view symbol : kSymbols) {
      if (!rest().starts_with(symbol)) continue;
      add(TokenKind::symbol, mark_at(position_), symbol);
      position_ += symbol.size();
      return;
    }
    fail(mark_at(position_), fmt::format("\"{}\" has no meaning here", c));
  }

  void read_string(char quote) {
    const Mark mark = mark_at(position_);
    std::string value;
    for (std::size_t at = position_ + 1; at < source_.size(); ++at) {
      char c = source_[at];
      if (c == quote) {
        position_ = at + 1;
        add(TokenKind::string, mark, arena_.copy(value));
        return;
      }
      if (c == '\\' && at + 1 < source_.size()) {
        c = source_[++at];
        c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
      }
      value += c;
    }
    fail(mark, "this string has no end");
  }

  void read_number() {
    const Mark mark = mark_at(position_);
    std::size_t end = source_.find_first_not_of("0123456789", position_);
    if (end == std::string_view::npos) end = source_.size();
    if (end + 1 < source_.size() && source_[end] == '.' && is_digit(source_[end + 1])) {
      end = source_.find_first_not_of("0123456789", end + 1);
      if (end == std::string_view::npos) end = source_.size();
    }
    if (end < source_.size() && starts_name(source_[end])) {
      fail(mark, "a name starts with a digit, or a number ends with a letter");
      return;
    }
    double number = 0;
    std::from_chars(source_.data() + position_, source_.data() + end, number);
    add(TokenKind::number, mark, source_.substr(position_, end - position_), number);
    position_ = end;
  }

  void read_name() {
    const Mark mark = mark_at(position_);
    std::size_t end = position_ + 1;
    while (end < source_.size() && (starts_name(source_[end]) || is_digit(source_[end])) &&
           space_length(source_, end) == 0)
      ++end;
    const std::string_view name = source_.substr(position_, end - position_);
    if (name == "r" && source_.substr(end).starts_with('/')) {
      fail(mark, "regular expressions are not supported",
           "Use replace, includes, startsWith or endsWith with plain text; to divide, put a space "
           "before \"/\".");
      return;
    }
    add(TokenKind::name, mark, name);
    position_ = end;
  }

  std::string_view source_;
  const LexerOptions& options_;
  Arena& arena_;
  SyntaxError& error_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  std::size_t marked_ = 0;
  Mark mark_{1, 1};
  bool drop_space_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<std::vector<Token>> read_tokens(std::string_view source, const LexerOptions& options,
                                              Arena& arena, SyntaxError& error) {
  return Lexer(source, options, arena, error).run();
}

std::string describe(const Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      return "text";
    case TokenKind::end:
      return "the end of the template";
    case TokenKind::string:
      return fmt::format("the string \"{}\"", token.text.substr(0, 40));
    case TokenKind::name:
      return fmt::format("the name \"{}\"", token.text.substr(0, 40));
    default:
      return fmt::format("\"{}\"", token.text.substr(0, 40));
  }
}

}  // namespace glasshouse::templating
