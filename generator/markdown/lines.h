// The lines of a text as cmark counts them: ended by \n, \r\n or \r.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace glasshouse::markdown {

/// The lines without their ends; views into `text`. No line after the last end.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The first line of `rest` without its end, which `rest` then starts after.
[[nodiscard]] std::string_view take_line(std::string_view& rest);

/// The bytes before the first that is neither a space, a tab nor a quote's `>`: what a line of a
/// paragraph may have before its own text.
[[nodiscard]] std::size_t quote_prefix(std::string_view line);

}  // namespace glasshouse::markdown
