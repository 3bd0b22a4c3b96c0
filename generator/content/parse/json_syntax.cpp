#include "content/parse/json_syntax.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>

#include "base/text.h"
#include "content/parse/number.h"

namespace glasshouse::content {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

class Explanation {
 public:
  Explanation(std::string_view text, TextPlace place, TextCursor cursor, Mark opened,
              Diagnostics& diagnostics)
      : text_(text), place_(place), cursor_(cursor), opened_(opened), diagnostics_(diagnostics) {}

  void say(JsonExpected expected) {
    const bool after_digit = cursor_.offset() > 0 && is_digit(text_[cursor_.offset() - 1]);
    if (after_digit && (is_digit(cursor_.peek()))) {
      return wrong("a number does not start with 0",
                   "Take the zero away, or put the number in quotes.");
    }
    skip_space();
    switch (expected) {
      case JsonExpected::value:
      case JsonExpected::first_item:
        return say_value();
      case JsonExpected::first_key:
        return say_key();
      case JsonExpected::colon:
        return say_after_key();
      case JsonExpected::next_item:
        return say_after_item(']');
      case JsonExpected::next_key:
        return say_after_item('}');
      case JsonExpected::end:
        return wrong("there is more text after the end of the data",
                     "Delete it, or look for a bracket that closes too early.");
    }
  }

 private:
  void wrong(std::string message, std::string hint = {}) {
    diagnostics_.error("json-syntax", Place(place_.file, cursor_.mark()), std::move(message),
                       std::move(hint));
  }

  void skip_space() {
    while (!cursor_.at_end() &&
           std::string_view(" \t\r\n").find(cursor_.peek()) != std::string_view::npos) {
      cursor_.move();
    }
  }

  // The word here, as it is shown in a message.
  std::string_view word() const {
    std::size_t end = cursor_.offset();
    while (end < text_.size() &&
           (is_letter(text_[end]) || is_digit(text_[end]) ||
            std::string_view("+-.").find(text_[end]) != std::string_view::npos)) {
      ++end;
    }
    return text_.substr(cursor_.offset(), std::min<std::size_t>(end - cursor_.offset(), 40));
  }

  bool say_end() {
    if (!cursor_.at_end()) return false;
    if (trim(text_).empty()) {
      wrong("the file is empty where JSON data is needed", "Write {} for no fields.");
    } else {
      wrong(fmt::format("the file ends before the bracket of line {} is closed", opened_.line),
            "Add the closing bracket, or look for a part that is missing.");
    }
    return true;
  }

  bool say_foreign() {
    const std::string_view rest = text_.substr(cursor_.offset());
    if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("#")) {
      wrong("JSON has no comments", "Delete the comment.");
    } else if (rest.starts_with("'") || rest.starts_with("\xE2\x80\x9C") ||
               rest.starts_with("\xE2\x80\x98") || rest.starts_with("\xE2\x80\x9D")) {
      wrong("JSON puts text in double quotes, and this is another quotation mark",
            "Use the plain quotation mark: \"");
    } else {
      return false;
    }
    return true;
  }

  void say_value() {
    const char c = cursor_.peek();
    if (say_end() || say_foreign()) return;
    if (c == '"') return say_string();
    if (is_letter(c)) {
      constexpr std::array<std::string_view, 3> kWords = {"true", "false", "null"};
      const std::string hint = did_you_mean(to_lower(word()), kWords);
      return wrong(fmt::format("{} is not a value of JSON", word()),
                   hint.empty() ? "Put text in double quotes." : hint);
    }
    if (is_digit(c) || c == '-' || c == '+' || c == '.') return say_number();
    if (c == ',' || c == ']' || c == '}') return wrong("a value is missing here");
    wrong("this is not a value of JSON", "Put text in double quotes.");
  }

  void say_number() {
    const NumberText number = read_plain_number(word());
    if (number.kind != NumberText::Kind::none && !std::isfinite(number.value)) {
      return say_not_finite(word(), Place(place_.file, cursor_.mark()), diagnostics_);
    }
    wrong(fmt::format("{} is not a number as JSON writes it", word()),
          "Write digits, a point and digits: 0.5 or -12; put anything else in quotes.");
  }

  void say_key() {
    const char c = cursor_.peek();
    if (say_end() || say_foreign()) return;
    if (c == '"') return say_string();
    if (is_letter(c) || is_digit(c)) {
      return wrong(fmt::format("the name {} is not in quotes", word()),
                   fmt::format("Write \"{}\".", word()));
    }
    if (c == ',') return wrong("there is a comma here with nothing before it", "Delete the comma.");
    wrong("the name of a field is missing here",
          "Write a name in quotes, then a colon and its value.");
  }

  void say_after_key() {
    if (say_end()) return;
    if (cursor_.peek() != ':') return wrong("a colon is missing after the name of the field");
    cursor_.move();
    skip_space();
    say_value();
  }

  void say_after_item(char closing) {
    if (say_end()) return;
    if (cursor_.peek() != ',') {
      if (say_foreign()) return;
      const bool is_other_bracket = cursor_.peek() == ']' || cursor_.peek() == '}';
      if (is_other_bracket) {
        return wrong(fmt::format("this bracket does not close the one of line {}", opened_.line),
                     fmt::format("Write {} here, or look for a bracket that is missing.", closing));
      }
      return wrong(fmt::format(
          "a comma is missing before this, or the bracket of line {} is not closed", opened_.line));
    }
    const TextCursor comma = cursor_;
    cursor_.move();
    skip_space();
    if (cursor_.peek() == ']' || cursor_.peek() == '}') {
      cursor_ = comma;
      return wrong("there is a comma after the last item", "Delete the comma.");
    }
    closing == '}' ? say_key() : say_value();
  }

  // A string that starts here and was refused.
  void say_string() {
    const Mark start = cursor_.mark();
    for (cursor_.move(); !cursor_.at_end(); cursor_.move()) {
      const char c = cursor_.peek();
      if (c == '\n' || c == '\r') break;
      if (static_cast<unsigned char>(c) < 0x20) {
        return wrong(
            fmt::format("the text holds the control character U+{:04X}", static_cast<unsigned>(c)),
            c == '\t' ? "Write \\t for a tab." : "Delete the character.");
      }
      if (c == '\\' && !skip_escape()) return;
      if (c == '"') return wrong("the text ends here and is not understood");
    }
    diagnostics_.error("json-syntax", Place(place_.file, start),
                       "the quotation mark is not closed on its line",
                       "Close it with \", and write \\n where the text has a line break.");
  }

  // Moves to the last byte of an escape; false, having said so, where it is none.
  bool skip_escape() {
    const std::string_view rest = text_.substr(cursor_.offset() + 1);
    if (rest.empty() || std::string_view("\"\\/bfnrtu").find(rest[0]) == std::string_view::npos) {
      wrong("a backslash in JSON text is followed by one of \" \\ / b f n r t u",
            "Write \\\\ for a backslash.");
      return false;
    }
    if (rest[0] != 'u') {
      cursor_.move();
      return true;
    }
    const bool is_complete = rest.size() >= 5 && is_hex(rest[1]) && is_hex(rest[2]) &&
                             is_hex(rest[3]) && is_hex(rest[4]);
    const bool is_surrogate = is_complete && (rest[1] == 'd' || rest[1] == 'D') && rest[2] >= '8';
    const bool is_pair = is_surrogate && rest.size() >= 11 && rest[5] == '\\' && rest[6] == 'u';
    if (!is_complete) {
      wrong("\\u is followed by the four hexadecimal digits of a character",
            "Write the character itself.");
      return false;
    }
    if (is_surrogate && !(is_pair && is_low_surrogate(rest.substr(7)))) {
      wrong("\\u is followed by half of a character", "Write the character itself.");
      return false;
    }
    cursor_.move(is_surrogate ? 11 : 5);
    return true;
  }

  static bool is_low_surrogate(std::string_view digits) {
    return digits.size() >= 4 && (digits[0] == 'd' || digits[0] == 'D') &&
           std::string_view("cdefCDEF").find(digits[1]) != std::string_view::npos &&
           is_hex(digits[2]) && is_hex(digits[3]);
  }

  std::string_view text_;
  TextPlace place_;
  TextCursor cursor_;
  Mark opened_;
  Diagnostics& diagnostics_;
};

}  // namespace

void say_json_syntax(std::string_view text, TextPlace place, TextCursor cursor,
                     JsonExpected expected, Mark opened, Diagnostics& diagnostics) {
  Explanation(text, place, cursor, opened, diagnostics).say(expected);
}

}  // namespace glasshouse::content
