#include "content/parse/yaml_subset.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "content/parse/number.h"
#include "content/parse/value_builder.h"

namespace glasshouse::content {

namespace {

constexpr std::size_t kLongestKey = 128;  // libyaml takes 1024

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class Byte : std::uint8_t { plain, refused, check };

constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = Byte::refused;
  table['\n'] = Byte::plain;
  table['\r'] = Byte::check;  // before LF alone
  table[0x7F] = Byte::refused;
  table[0xC2] = Byte::check;    // U+0080 to U+009F are control characters, one a line break
  table[0xE2] = Byte::check;    // U+2028 and U+2029 are line breaks to libyaml
  table[0xEF] = Byte::refused;  // byte order marks and U+FFFE, among rare letters
  return table;
}();

// Whether every character is a plain one to libyaml: neither a tab nor a control character nor a
// line break of its own.
bool has_plain_bytes(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (kBytes[static_cast<unsigned char>(text[at])]) {
      case Byte::plain:
        break;
      case Byte::refused:
        return false;
      case Byte::check: {
        const std::string_view rest = text.substr(at, 3);
        if (rest[0] == '\r' && !rest.starts_with("\r\n")) return false;
        if (rest[0] == '\xC2' && rest.substr(1) < "\xA0") return false;
        if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") return false;
        break;
      }
    }
  }
  return true;
}

class Subset {
 public:
  Subset(std::string_view text, TextPlace place, Arena& arena, unsigned depth)
      : text_(text),
        line_number_(place.line - 1),
        arena_(arena),
        builder_(arena, place, depth, nullptr) {}

  std::optional<Value> read() {
    if (!has_plain_bytes(text_)) return std::nullopt;
    next_line();
    if (!has_line_) return std::nullopt;
    const bool is_read = is_item() ? read_list(indent()) : read_map(indent());
    if (!is_read || has_line_ || builder_.failed()) return std::nullopt;
    return builder_.result();
  }

 private:
  // Goes to the next line that is neither blank nor a comment.
  void next_line() {
    while (next_ < text_.size()) {
      start_ = next_;
      end_ = std::min(text_.find('\n', start_), text_.size());
      next_ = end_ + 1;
      ++line_number_;
      if (end_ > start_ && text_[end_ - 1] == '\r') --end_;
      while (end_ > start_ && text_[end_ - 1] == ' ') --end_;
      at_ = start_;
      while (at_ < end_ && text_[at_] == ' ') ++at_;
      has_line_ = at_ < end_ && text_[at_] != '#';
      if (has_line_) return;
    }
    has_line_ = false;
  }

  // All before a scalar's start is ASCII, so its column is its offset.
  [[nodiscard]] Mark mark_at(std::size_t offset) const {
    return {line_number_,
            static_cast<std::uint16_t>(std::min<std::size_t>(offset - start_ + 1, 65535))};
  }
  [[nodiscard]] std::size_t indent() const { return at_ - start_; }
  [[nodiscard]] char peek(std::size_t offset) const { return offset < end_ ? text_[offset] : ' '; }
  [[nodiscard]] bool is_item() const { return text_[at_] == '-' && peek(at_ + 1) == ' '; }

  // Where the colon of a key stands that starts at `offset`; 0 where none does.
  [[nodiscard]] std::size_t colon_of_key(std::size_t offset) const {
    std::size_t at = offset;
    if (at >= end_ || !is_letter(text_[at])) return 0;
    while (at < end_ && (is_letter(text_[at]) || is_digit(text_[at]) || text_[at] == '-')) ++at;
    const bool is_key =
        at < end_ && text_[at] == ':' && peek(at + 1) == ' ' && at - offset <= kLongestKey;
    return is_key ? at : 0;
  }

  // A map whose first key is at the current place; the others start in the same column.
  bool read_map(std::size_t column) {
    if (!builder_.open_map(mark_at(at_))) return false;
    while (has_line_ && indent() == column) {
      const std::size_t colon = colon_of_key(at_);
      const std::string_view key = text_.substr(at_, colon - at_);
      if (colon == 0 || !is_plain_string(key)) return false;
      builder_.key(Value::string(arena_, key).with_mark(mark_at(at_)));
      if (!read_value(column, colon + 1)) return false;
    }
    return !(has_line_ && indent() > column) && builder_.close();
  }

  // What stands behind the colon, on this line or below it.
  bool read_value(std::size_t column, std::size_t offset) {
    if (offset < end_) return read_scalar(column, offset);
    const Value null = Value::null().with_mark(mark_at(offset));
    next_line();
    if (has_line_ && indent() >= column && is_item()) return read_list(indent());
    if (has_line_ && indent() > column) return read_map(indent());
    return builder_.add(null);
  }

  bool read_list(std::size_t column) {
    if (!builder_.open_list(mark_at(at_))) return false;
    while (has_line_ && indent() == column && is_item()) {
      std::size_t offset = at_ + 1;
      while (offset < end_ && text_[offset] == ' ') ++offset;
      if (colon_of_key(offset) > 0) {
        at_ = offset;
        if (!read_map(indent())) return false;
      } else if (!read_scalar(column, offset)) {
        return false;
      }
    }
    return !(has_line_ && indent() > column) && builder_.close();
  }

  // The scalar in the rest of this line, which must not go on in the next, or the text below a |.
  // `column` is that of the map or list it belongs to.
  bool read_scalar(std::size_t column, std::size_t offset) {
    while (offset < end_ && text_[offset] == ' ') ++offset;
    if (offset == end_) return false;
    const std::string_view text = text_.substr(offset, end_ - offset);
    const Mark mark = mark_at(offset);
    const char first = text[0];
    bool is_read = false;
    if (text == "|") return read_literal(column, mark);
    if (first == '"' || first == '\'') {
      is_read = add_quoted(text, mark);
    } else if (first == '[') {
      is_read = add_flow_list(text, mark);
    } else {
      is_read = is_plain(text) && add_plain(text, mark);
    }
    if (is_read) next_line();
    return is_read;
  }

  // Lines as they stand, without the first one's indent; of line ends after the last, one is kept.
  bool read_literal(std::size_t column, Mark mark) {
    joined_.clear();
    std::size_t indent = 0;
    std::size_t blank_lines = 0;
    while (next_ < text_.size()) {
      const std::size_t first = text_.find_first_not_of(' ', next_);
      const std::size_t end = text_.find('\n', next_);
      if (end == std::string_view::npos) return false;
      const std::size_t spaces = std::min(first, end) - next_;
      const bool is_blank = first == end || text_[first] == '\r';
      if (joined_.empty()) {
        if (is_blank || spaces <= column) return false;
        indent = spaces;
      }
      if (is_blank && spaces > indent) return false;
      if (!is_blank && spaces < indent) break;
      if (is_blank) {
        ++blank_lines;
      } else {
        joined_.append(blank_lines, '\n');
        blank_lines = 0;
        const std::size_t start = next_ + indent;
        joined_.append(text_, start, end - start - (text_[end - 1] == '\r' ? 1 : 0)) += '\n';
      }
      ++line_number_;
      next_ = end + 1;
    }
    next_line();
    return !joined_.empty() && builder_.add(Value::string(arena_, joined_).with_mark(mark));
  }

  // Of escapes it knows \" and \\ in double quotes, and '' in single ones.
  bool add_quoted(std::string_view text, Mark mark) {
    const char quote = text[0];
    const char escape = quote == '"' ? '\\' : '\'';
    if (text.size() < 2 || text.back() != quote) return false;
    std::string_view inside = text.substr(1, text.size() - 2);
    const std::string_view signs = quote == '"' ? "\"\\" : "'";
    std::size_t at = inside.find_first_of(signs);
    if (at != std::string_view::npos) {
      joined_.clear();
      for (; at != std::string_view::npos; at = inside.find_first_of(signs)) {
        const char next = at + 1 < inside.size() ? inside[at + 1] : ' ';
        if (inside[at] != escape || signs.find(next) == std::string_view::npos) return false;
        joined_.append(inside, 0, at) += next;
        inside.remove_prefix(at + 2);
      }
      joined_ += inside;
      inside = joined_;
    }
    return builder_.add(Value::string(arena_, inside).with_mark(mark));
  }

  bool add_plain(std::string_view text, Mark mark) {
    const auto value = resolve_plain_scalar(text, arena_, {}, mark, nullptr);
    return value && builder_.add(*value);
  }

  static bool is_plain(std::string_view text) {
    constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`";
    const bool is_negative =
        text.size() > 1 && text[0] == '-' && (is_digit(text[1]) || is_letter(text[1]));
    if (!is_negative && kIndicators.find(text[0]) != std::string_view::npos) return false;
    for (std::size_t at = text.find_first_of(":#"); at != std::string_view::npos;
         at = text.find_first_of(":#", at + 1)) {
      if (text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ')) return false;
      if (text[at] == '#' && text[at - 1] == ' ') return false;
    }
    return true;
  }

  // [a, b-1, 2018-01-01]: words of letters, digits, spaces and - . / alone.
  bool add_flow_list(std::string_view text, Mark mark) {
    if (text.size() < 2 || text.back() != ']' || !builder_.open_list(mark)) return false;
    std::size_t at = 1;
    const std::size_t last = text.size() - 1;
    while (at < last) {
      while (text[at] == ' ') ++at;
      const std::size_t end = std::min(text.find(',', at), last);
      const std::string_view word = trim(text.substr(at, end - at));
      if (word.empty() || !(is_letter(word[0]) || is_digit(word[0]))) return false;
      const bool is_simple = std::all_of(word.begin(), word.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == ' ' || c == '-' || c == '.' || c == '/';
      });
      const Mark word_mark{
          mark.line, static_cast<std::uint16_t>(std::min<std::size_t>(mark.column + at, 65535))};
      if (!is_simple || !add_plain(word, word_mark)) return false;
      at = end + 1;
    }
    return builder_.close();
  }

  std::string_view text_;
  std::uint32_t line_number_;
  Arena& arena_;
  ValueBuilder builder_;
  std::string joined_;     // a text that is put together
  std::size_t next_ = 0;   // where the next line starts
  std::size_t start_ = 0;  // of this line
  std::size_t at_ = 0;     // of its content
  std::size_t end_ = 0;    // of its content, spaces and line end left out
  bool has_line_ = false;
};

}  // namespace

std::optional<Value> parse_yaml_subset(std::string_view text, TextPlace place, Arena& arena,
                                       unsigned depth) {
  return Subset(text, place, arena, depth).read();
}

}  // namespace glasshouse::content
