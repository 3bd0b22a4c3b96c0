// Reading a pattern: by recursive descent (ECMA-262, 22.2.1), straight into instructions. Jumps are
// relative, so that a part can be repeated by copying it.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "schema/pattern/characters.h"
#include "schema/pattern/pattern.h"

namespace glasshouse::schema {

using Instruction = Pattern::Instruction;
using Program = std::vector<Instruction>;
using Op = Instruction::Op;

namespace {

constexpr std::int32_t kDeepestGroup = 50;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

int hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A') + 10;
  return -1;
}

Program join(Program a, const Program& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::int32_t length(const Program& program) { return static_cast<std::int32_t>(program.size()); }

}  // namespace

class PatternParser {
 public:
  PatternParser(std::u32string text, Pattern& pattern)
      : text_(std::move(text)), pattern_(pattern) {}

  bool parse() {
    pattern_.program_ = alternatives(0);
    if (ok() && !at_end()) fail("a \")\" has no \"(\"");
    return ok();
  }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  [[nodiscard]] bool ok() const { return problem_.empty(); }
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char32_t peek() const { return at_end() ? U'\0' : text_[at_]; }
  bool take(char32_t c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::u32string_view word) {
    if (text_.compare(at_, word.size(), word) != 0) return false;
    at_ += word.size();
    return true;
  }
  Program fail(std::string problem) {
    if (ok()) problem_ = std::move(problem);
    return {};
  }
  Program check_size(Program program) {
    if (program.size() > Pattern::kLargestProgram) return fail("it is too large");
    return program;
  }

  Program alternatives(int depth) {
    if (depth > kDeepestGroup) return fail("its groups are too deep");
    Program first = sequence(depth);
    if (!ok() || !take(U'|')) return first;
    const Program rest = alternatives_after(depth);
    Program result{{Op::split, 1, length(first) + 2}};
    result = join(std::move(result), first);
    result.push_back({Op::jump, length(rest) + 1});
    return check_size(join(std::move(result), rest));
  }
  // Alternatives nest to the right: each counts as a level, so that their number is bounded too.
  Program alternatives_after(int depth) {
    if (++bars_ > 500) return fail("it has too many alternatives");
    return alternatives(depth);
  }

  Program sequence(int depth) {
    Program result;
    while (ok() && !at_end() && peek() != '|' && peek() != ')') {
      result = check_size(join(std::move(result), term(depth)));
    }
    return result;
  }

  Program term(int depth) {
    if (take(U'^')) return not_repeated({{Op::start}});
    if (take(U'$')) return not_repeated({{Op::end}});
    if (take(U"\\b")) return not_repeated({{Op::word_edge}});
    if (take(U"\\B")) return not_repeated({{Op::no_word_edge}});
    Program part = atom(depth);
    return ok() ? repeated(std::move(part)) : part;
  }

  Program not_repeated(Program part) {
    const bool repeats = !at_end() && (peek() == '*' || peek() == '+' || peek() == '?');
    if (repeats) return fail("there is nothing to repeat");
    return part;
  }

  Program atom(int depth) {
    const char32_t c = text_[at_++];
    switch (c) {
      case '(':
        return group(depth);
      case '[':
        return character_class();
      case '.':
        return set(inverse({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}));
      case '\\': {
        Pattern::Class escaped;
        const auto character = escape(escaped);
        if (!ok()) return {};
        return character ? one(*character) : set(std::move(escaped));
      }
      case '*':
      case '+':
      case '?':
        return fail("there is nothing to repeat");
      case '{':
      case '}':
      case ']':
        return fail(
            fmt::format("a \"{0}\" stands for itself only as \"\\{0}\"", static_cast<char>(c)));
      default:
        return one(c);
    }
  }

  Program one(char32_t c) { return {{Op::character, 0, 0, c}}; }
  Program set(Pattern::Class ranges) {
    pattern_.classes_.push_back(std::move(ranges));
    return {{Op::set, static_cast<std::int32_t>(pattern_.classes_.size()) - 1}};
  }

  Program group(int depth) {
    if (take(U"?=") || take(U"?!"))
      return fail("look-ahead is not supported (a pattern under \"not\" can say the same)");
    if (take(U"?<=") || take(U"?<!")) return fail("look-behind is not supported");
    if (take(U"?<")) {
      while (!at_end() && peek() != '>') ++at_;
      if (!take(U'>')) return fail("the name of a group is not closed");
    } else if (!take(U"?:") && peek() == '?') {
      return fail("a group starts with \"?\"");
    }
    Program inside = alternatives(depth + 1);
    if (ok() && !take(U')')) return fail("a \"(\" is not closed");
    return inside;
  }

  Program repeated(Program part) {
    std::size_t least = 1, most = 1;
    constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
    if (take(U'*')) {
      least = 0, most = kAny;
    } else if (take(U'+')) {
      most = kAny;
    } else if (take(U'?')) {
      least = 0;
    } else if (take(U'{')) {
      const auto first = count();
      least = most = first.value_or(0);
      if (take(U',')) most = peek() == '}' ? kAny : count().value_or(0);
      if (!first || !take(U'}')) return fail("a \"{\" is not the count of a repetition");
      if (most < least) return fail("the counts of a repetition are out of order");
    } else {
      return part;
    }
    take(U'?');  // lazy: it matches the same texts
    if (!at_end() && (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{')) {
      return fail("there is nothing to repeat");
    }
    return repeat(part, least, most == kAny ? std::nullopt : std::optional(most));
  }

  Program repeat(const Program& part, std::size_t least, std::optional<std::size_t> most) {
    const std::size_t copies = std::max<std::size_t>(most.value_or(least + 1), 1);
    if (copies * (part.size() + 2) > Pattern::kLargestProgram) return fail("it is too large");
    Program result;
    for (std::size_t i = 0; i < least; ++i) result = join(std::move(result), part);
    if (!most) {
      result.push_back({Op::split, 1, length(part) + 2});
      result = join(std::move(result), part);
      result.push_back({Op::jump, -length(part) - 1});
      return result;
    }
    for (std::size_t i = least; i < *most; ++i) {
      const auto left = static_cast<std::int32_t>(*most - i);
      result.push_back({Op::split, 1, left * (length(part) + 1)});
      result = join(std::move(result), part);
    }
    return result;
  }

  std::optional<std::size_t> count() {
    std::size_t number = 0, digits = 0;
    for (; is_digit(peek()) && digits < 6; ++digits) number = number * 10 + (text_[at_++] - '0');
    return digits == 0 ? std::nullopt : std::optional(number);
  }

  Program character_class() {
    const bool negated = take(U'^');
    Pattern::Class ranges;
    while (ok() && !at_end() && peek() != ']') {
      const auto first = class_member(ranges);
      if (!first || !(peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']')) {
        if (first) ranges.push_back({*first, *first});
        continue;
      }
      take(U'-');
      const auto last = class_member(ranges);
      if (!last || *last < *first) return fail("the ends of a range are out of order");
      ranges.push_back({*first, *last});
    }
    if (ok() && !take(U']')) return fail("a \"[\" is not closed");
    return set(negated ? inverse(std::move(ranges)) : std::move(ranges));
  }

  // One character of a class; none where it was a class of its own, as \d, which is added.
  std::optional<char32_t> class_member(Pattern::Class& ranges) {
    const char32_t c = text_[at_++];
    if (c != '\\') return c;
    if (take(U'b')) return U'\b';
    if (take(U'-')) return U'-';
    Pattern::Class escaped;
    const auto character = escape(escaped);
    ranges.insert(ranges.end(), escaped.begin(), escaped.end());
    return character;
  }

  // What follows a backslash: a character, or a class put into `escaped`.
  std::optional<char32_t> escape(Pattern::Class& escaped) {
    if (at_end()) return fail("it ends in a \"\\\""), std::nullopt;
    const char32_t c = text_[at_++];
    switch (c) {
      case 't':
        return U'\t';
      case 'n':
        return U'\n';
      case 'v':
        return U'\v';
      case 'f':
        return U'\f';
      case 'r':
        return U'\r';
      case 'x':
        return hex(2);
      case 'u':
        return unicode();
      case 'c':
        return control();
      case '0':
        if (!is_digit(peek())) return U'\0';
        break;
      default:
        break;
    }
    if (is_digit(c)) return fail("back-references are not supported"), std::nullopt;
    escaped = class_of(c);
    if (!escaped.empty()) return std::nullopt;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      fail(fmt::format("\"\\{}\" is not supported", static_cast<char>(c)));
      return std::nullopt;
    }
    return c;
  }

  std::optional<char32_t> control() {
    const char32_t letter = at_end() ? U'\0' : text_[at_++];
    const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (!is_letter) return fail("\"\\c\" has no letter"), std::nullopt;
    return letter % 32;
  }

  std::optional<char32_t> unicode() {
    if (!take(U'{')) {
      const auto high = hex(4);
      // A pair of surrogates is one character.
      if (!high || *high < 0xD800 || *high > 0xDBFF || !take(U"\\u")) return high;
      const auto low = hex(4);
      if (!low || *low < 0xDC00 || *low > 0xDFFF)
        return fail("half a character is missing"), std::nullopt;
      return 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00);
    }
    char32_t number = 0;
    bool any = false;
    for (; hex_value(peek()) >= 0 && number <= kLastCharacter; any = true) {
      number = number * 16 + static_cast<char32_t>(hex_value(text_[at_++]));
    }
    if (!any || number > kLastCharacter || !take(U'}')) {
      return fail("\"\\u{\" is not the number of a character"), std::nullopt;
    }
    return number;
  }

  std::optional<char32_t> hex(int digits) {
    char32_t number = 0;
    for (int i = 0; i < digits; ++i) {
      if (hex_value(peek()) < 0) return fail("a hexadecimal digit is missing"), std::nullopt;
      number = number * 16 + static_cast<char32_t>(hex_value(text_[at_++]));
    }
    return number;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  int bars_ = 0;
  std::string problem_;
  Pattern& pattern_;
};

std::optional<Pattern> Pattern::compile(std::string_view pattern, std::string& problem) {
  if (pattern.size() > kLongestPattern) {
    problem = fmt::format("it is longer than {} characters", kLongestPattern);
    return std::nullopt;
  }
  Pattern result;
  PatternParser parser(code_points(pattern), result);
  if (parser.parse()) return result;
  problem = parser.problem();
  return std::nullopt;
}

}  // namespace glasshouse::schema
