// The words that a column of an export uses, and what each becomes.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/value.h"

namespace glasshouse::content {

/// Words that differ only in capitals (of ASCII) or in how much space stands in and about them are
/// one word.
class ValueMap {
 public:
  /// Gives whether the word was new.
  bool add(std::string_view word, Value becomes);
  /// What the word becomes, or nullptr. `buffer` is used for the word as it is compared.
  [[nodiscard]] const Value* find(std::string_view word, std::string& buffer) const;
  [[nodiscard]] bool empty() const { return words_.empty(); }
  /// The words as they were added.
  [[nodiscard]] const std::vector<std::string_view>& words() const { return words_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, Value, Hash, std::equal_to<>> becomes_;
  std::vector<std::string_view> words_;
};

/// The text as words are compared, in `buffer`.
std::string_view fold_word(std::string_view text, std::string& buffer);

}  // namespace glasshouse::content
