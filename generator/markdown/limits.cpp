#include "markdown/limits.h"

#include <fmt/format.h>

#include "markdown/lines.h"

namespace glasshouse::markdown {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

struct Markers {
  std::size_t count = 0;
  std::size_t end = 0;  // after the last one
};

/// The list and quote marks that a line starts with. May take more for marks than cmark does.
Markers leading_markers(std::string_view line) {
  Markers markers;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t start = at;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    const bool numbered = at > start;
    if (at == line.size()) break;
    const char c = line[at];
    if (!numbered && is_blank(c)) {
      ++at;
      continue;
    }
    const bool quote = !numbered && c == '>';
    const bool bullet = !numbered && (c == '-' || c == '*' || c == '+');
    const bool number = numbered && (c == '.' || c == ')');
    if (!quote && !bullet && !number) break;
    ++at;
    if (!quote && at < line.size() && !is_blank(line[at])) break;
    ++markers.count;
    markers.end = at;
  }
  return markers;
}

bool is_atx_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks > 0 && marks <= 6 && line[marks] == ' ';
}

std::size_t image_marks(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = line.find('!'); at != std::string_view::npos; at = line.find('!', at + 1)) {
    if (at + 1 < line.size() && line[at + 1] == '[') ++count;
  }
  return count;
}

}  // namespace

std::optional<Refusal> refuse(std::string_view text) {
  std::size_t number = 0;
  std::size_t images = 0;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    ++number;
    const Markers markers = leading_markers(line);
    if (markers.count > kMaxDepth || markers.end > kMaxIndent) {
      return Refusal{number, "lists or quotes stand too deep inside each other"};
    }
    if (line.find_first_not_of(" \t") == std::string_view::npos || is_atx_heading(line)) images = 0;
    images += image_marks(line);
    if (images > kMaxImageMarks) {
      return Refusal{number,
                     fmt::format("one paragraph has more than {} pictures", kMaxImageMarks)};
    }
  }
  return std::nullopt;
}

}  // namespace glasshouse::markdown
