#include "markdown/lines.h"

#include <algorithm>

namespace glasshouse::markdown {

std::string_view take_line(std::string_view& rest) {
  std::size_t end = std::min(rest.find('\n'), rest.size());
  end = std::min(rest.substr(0, end).find('\r'), end);
  const std::string_view line = rest.substr(0, end);
  const bool pair = rest.substr(end).starts_with("\r\n");
  rest.remove_prefix(std::min(end + (pair ? 2 : 1), rest.size()));
  return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(take_line(text));
  return lines;
}

std::size_t quote_prefix(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

}  // namespace glasshouse::markdown
