// A place in a text that moves forward and always knows its line and column: positions are found
// in one pass, however many are asked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/value.h"

namespace glasshouse::content {

class TextCursor {
 public:
  explicit TextCursor(std::string_view text, std::uint32_t line = 1) : text_(text), line_(line) {}

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }
  /// The byte here; NUL at the end.
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[offset_]; }
  [[nodiscard]] Mark mark() const {
    return {line_, static_cast<std::uint16_t>(std::min<std::size_t>(column_, 65535))};
  }

  /// Moves on to `offset`, which is not before this place.
  void move_to(std::size_t offset) {
    for (; offset_ < offset; ++offset_) {
      const char c = text_[offset_];
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((c & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }
  void move(std::size_t bytes = 1) { move_to(offset_ + bytes); }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint32_t line_;
  std::size_t column_ = 1;
};

}  // namespace glasshouse::content
