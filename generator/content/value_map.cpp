#include "content/value_map.h"

namespace glasshouse::content {

std::string_view fold_word(std::string_view text, std::string& buffer) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  buffer.clear();
  bool is_after_space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_wide = text.substr(i).starts_with(kNoBreakSpace);
    if (is_wide || c == ' ' || (c >= '\t' && c <= '\r')) {
      is_after_space = true;
      i += is_wide ? 1 : 0;
      continue;
    }
    if (is_after_space && !buffer.empty()) buffer += ' ';
    is_after_space = false;
    buffer += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return buffer;
}

bool ValueMap::add(std::string_view word, Value becomes) {
  std::string folded;
  fold_word(word, folded);
  if (!becomes_.try_emplace(std::move(folded), becomes).second) return false;
  words_.push_back(word);
  return true;
}

const Value* ValueMap::find(std::string_view word, std::string& buffer) const {
  const auto found = becomes_.find(fold_word(word, buffer));
  return found == becomes_.end() ? nullptr : &found->second;
}

}  // namespace glasshouse::content
