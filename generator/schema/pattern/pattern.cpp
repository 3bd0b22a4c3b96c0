// Running a pattern: all ways through the program at once (Thompson 1968, as Pike wrote it), so
// that each character of the text is looked at once.
#include "schema/pattern/pattern.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace glasshouse::schema {

namespace {

bool is_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The character at `at`, which moves past it. A malformed byte counts as one character.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  char32_t character = more == 3 ? lead & 0x07 : more == 2 ? lead & 0x0F : lead & 0x1F;
  for (int i = 0; i < more; ++i) {
    if (at == text.size() || (text[at] & 0xC0) != 0x80) return lead;
    character = (character << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
  }
  return more == 0 ? lead : character;
}

constexpr char32_t kNone = 0xFFFFFFFF;  // before the first and after the last character

}  // namespace

// The instructions that wait for the next character.
class Pattern::Run {
 public:
  explicit Run(const Pattern& pattern) : pattern_(pattern) {}

  /// Follows what takes no character from `at`; true when the end of the program is reached.
  bool add(std::size_t at, char32_t before, char32_t after) {
    std::size_t pending = 0;
    stack_[pending++] = static_cast<std::uint16_t>(at);
    while (pending > 0) {
      at = stack_[--pending];
      if (at == pattern_.program_.size()) return true;
      if (seen_[at]) continue;
      seen_[at] = true;
      const Instruction& i = pattern_.program_[at];
      const auto go = [&](std::int32_t distance) {
        stack_[pending++] = static_cast<std::uint16_t>(static_cast<std::int32_t>(at) + distance);
      };
      using enum Instruction::Op;
      switch (i.op) {
        case character:
        case set:
          waiting_[count_++] = static_cast<std::uint16_t>(at);
          break;
        case jump:
          go(i.first);
          break;
        case split:
          go(i.second);
          go(i.first);
          break;
        case start:
          if (before == kNone) go(1);
          break;
        case end:
          if (after == kNone) go(1);
          break;
        case word_edge:
          if (edge(before, after)) go(1);
          break;
        case no_word_edge:
          if (!edge(before, after)) go(1);
          break;
      }
    }
    return false;
  }

  void clear() {
    count_ = 0;
    seen_.reset();
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t waiting(std::size_t i) const { return waiting_[i]; }

 private:
  static bool edge(char32_t before, char32_t after) {
    return (before != kNone && is_word(before)) != (after != kNone && is_word(after));
  }

  const Pattern& pattern_;
  std::size_t count_ = 0;
  std::bitset<kLargestProgram + 1> seen_;
  std::array<std::uint16_t, kLargestProgram + 1> waiting_;
  std::array<std::uint16_t, kLargestProgram * 2 + 2> stack_;  // each instruction adds two at most
};

bool Pattern::accepts(const Instruction& instruction, char32_t character) const {
  if (instruction.op == Instruction::Op::character) return instruction.character == character;
  const Class& ranges = classes_[static_cast<std::size_t>(instruction.first)];
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return range.first <= character && character <= range.last;
  });
}

bool Pattern::matches(std::string_view text) const {
  Run now(*this), then(*this);
  Run* current = &now;
  Run* next = &then;
  const bool only_at_start = !program_.empty() && program_[0].op == Instruction::Op::start;
  char32_t before = kNone;
  std::size_t at = 0;
  char32_t character = text.empty() ? kNone : next_character(text, at);
  if (current->add(0, kNone, character)) return true;
  while (character != kNone) {
    const char32_t after = at < text.size() ? next_character(text, at) : kNone;
    next->clear();
    for (std::size_t i = 0; i < current->count(); ++i) {
      const std::size_t place = current->waiting(i);
      if (!accepts(program_[place], character)) continue;
      if (next->add(place + 1, character, after)) return true;
    }
    before = character;
    if (!only_at_start && next->add(0, before, after)) return true;
    if (only_at_start && next->count() == 0) return false;
    std::swap(current, next);
    character = after;
  }
  return false;
}

bool Pattern::is_too_much(std::string_view text) const {
  return text.size() > kLongestWork / (program_.size() + 1);
}

}  // namespace glasshouse::schema
