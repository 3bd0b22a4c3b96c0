#include "rules/vague_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace glasshouse::rules {

namespace {

// In the forms in which promises have them; several words stand before one of them.
constexpr std::array<std::string_view, 40> kVague = {
    "work towards", "working towards", "seek to",     "seeking to",    "look to",
    "looking to",   "look at",         "looking at",  "aim to",        "aims to",
    "aiming to",    "aspire to",       "aspires to",  "hope to",       "hopes to",
    "consider",     "considers",       "considering", "explore",       "explores",
    "exploring",    "encourage",       "encourages",  "encouraging",   "endeavour to",
    "strive to",    "strives to",      "investigate", "investigating", "promote",
    "promotes",     "support",         "supports",    "supporting",    "enhance",
    "facilitate",   "facilitates",     "optimise",    "champion",      "where possible"};

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Which of the list can begin with each letter.
struct ByLetter {
  std::array<std::array<std::uint8_t, 24>, 26> words{};
  std::array<std::uint8_t, 26> count{};
  constexpr ByLetter() {
    for (std::size_t i = 0; i < kVague.size(); ++i) {
      const auto letter = static_cast<std::size_t>(kVague[i][0] - 'a');
      words[letter][count[letter]++] = static_cast<std::uint8_t>(i);
    }
  }
};
constexpr ByLetter kByLetter;

bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != word[i]) return false;
  }
  return at + word.size() == text.size() || !is_letter(text[at + word.size()]);
}

}  // namespace

std::vector<std::string_view> vague_words(std::string_view text) {
  std::vector<std::string_view> found;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = is_letter(text[at]) && !in_word;
    in_word = is_letter(text[at]);
    if (!starts) continue;
    const auto letter = static_cast<std::size_t>(lower(text[at]) - 'a');
    for (std::size_t i = 0; i < kByLetter.count[letter]; ++i) {
      const std::string_view word = kVague[kByLetter.words[letter][i]];
      if (!stands_at(text, at, word)) continue;
      if (std::find(found.begin(), found.end(), word) == found.end()) found.push_back(word);
      break;
    }
  }
  return found;
}

}  // namespace glasshouse::rules
