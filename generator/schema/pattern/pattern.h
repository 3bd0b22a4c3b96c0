// Regular expressions of `pattern` and `patternProperties`: what ECMA-262 and the JSON Schema
// recommendation for interoperable patterns share. Matching takes time in proportion to the text,
// whatever the pattern, and no stack: a schema cannot hang or crash a build, as it could with
// std::regex.
//
// Read: characters, `.`, classes `[a-z]` `[^a-z]`, `\d \D \w \W \s \S`, `\t \n \v \f \r \0 \xHH
// \uHHHH \u{H…} \cX`, `^ $ \b \B`, `|`, groups `( )` `(?: )` `(?<name> )`, `* + ? {n} {n,} {n,m}`
// and their lazy forms. Refused: look-ahead and look-behind, back-references, `\p{…}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::schema {

/// A compiled pattern; immutable, may be used from many threads.
class Pattern {
 public:
  /// None when it cannot be read; `problem` then says why: "a group is not closed".
  static std::optional<Pattern> compile(std::string_view pattern, std::string& problem);

  /// Whether it matches somewhere in `text` (UTF-8, taken by code points).
  [[nodiscard]] bool matches(std::string_view text) const;
  /// Whether matching this text could take long enough to matter: then it is not to be tried.
  [[nodiscard]] bool is_too_much(std::string_view text) const;

  static constexpr std::size_t kLongestPattern = 1000;      // bytes
  static constexpr std::size_t kLargestProgram = 2000;      // instructions
  static constexpr std::size_t kLongestWork = 100'000'000;  // instructions times bytes of text

  struct Range {
    char32_t first, last;
  };
  using Class = std::vector<Range>;

  struct Instruction {
    enum class Op : std::uint8_t {
      character,
      set,
      split,
      jump,
      start,
      end,
      word_edge,
      no_word_edge
    };
    Op op;
    std::int32_t first = 0;   // split and jump: where to, relative; set: its number
    std::int32_t second = 0;  // split: the other way, relative
    char32_t character = 0;
  };

 private:
  friend class PatternParser;
  class Run;
  [[nodiscard]] bool accepts(const Instruction& instruction, char32_t character) const;

  std::vector<Instruction> program_;  // one past its end: a match
  std::vector<Class> classes_;
};

}  // namespace glasshouse::schema
