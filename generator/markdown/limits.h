// What keeps the worst text as cheap as any other. cmark 0.30 takes quadratic time for a few shapes
// that no one writes by hand; they are refused before it sees them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace glasshouse::markdown {

/// Levels of cmark's tree (a list and its item are two), and list or quote marks of one line.
inline constexpr std::size_t kMaxDepth = 100;
/// Characters before the last list or quote mark of a line: bounds depth by indentation too.
inline constexpr std::size_t kMaxIndent = 400;
/// `![` in one paragraph: cmark walks over all that are open at each link.
inline constexpr std::size_t kMaxImageMarks = 200;
/// Cells that a text's rows leave out.
inline constexpr std::size_t kMaxFilledCells = 10'000;
/// The second source of a text with tables, against the first: factor and base.
inline constexpr std::size_t kMaxTableGrowth = 16;
inline constexpr std::size_t kMaxTableGrowthBase = 65'536;
/// Characters of a text's own that a message shows.
inline constexpr std::size_t kMaxShown = 80;
/// Problems told of one text.
inline constexpr std::size_t kMaxProblems = 100;

/// Where and why a text is refused.
struct Refusal {
  std::size_t line = 0;  // from 1
  std::string reason;    // one sentence, no full stop
};

/// Looks at the lines of the text alone; linear.
[[nodiscard]] std::optional<Refusal> refuse(std::string_view text);

}  // namespace glasshouse::markdown
