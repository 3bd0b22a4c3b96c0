// Words with which a promise cannot be checked: nothing that happens would show it was broken. The
// Improvement Panel's assessment of March 2015 named plans "to explore", "to consider" and "to work
// towards" where it had asked for what would be done, by whom and by when.
#pragma once

#include <string_view>
#include <vector>

namespace glasshouse::rules {

/// The vague verbs in the text, as the list has them, in the order they stand there; none where the
/// promise says what will be done.
[[nodiscard]] std::vector<std::string_view> vague_words(std::string_view text);

}  // namespace glasshouse::rules
