// Ids and levels of the headings of one text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glasshouse::markdown {

/// Gives out ids, each once: "costs", "costs-1", "costs-2" …; one that a later heading would get
/// by its own words ("Costs 1") is then skipped there too. A heading without Latin letters or
/// digits is "section". At most 80 characters before the number.
class HeadingIds {
 public:
  [[nodiscard]] std::string next(std::string_view text);
  [[nodiscard]] bool has(std::string_view id) const;
  /// All that were given out, sorted.
  [[nodiscard]] std::vector<std::string_view> all() const;

 private:
  std::unordered_map<std::string, std::uint32_t> last_number_;  // by id given out
};

/// Nests headings without a gap: the highest level that encloses the text so far is `top`.
class HeadingLevels {
 public:
  explicit HeadingLevels(int top) : top_(top) {}
  /// The level in the output, 6 at most, of a heading written with `level` marks.
  [[nodiscard]] int next(int level);

 private:
  int top_;
  std::vector<int> open_;
};

}  // namespace glasshouse::markdown
