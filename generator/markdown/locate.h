// Where a node of the tree stands in what the author wrote.
#pragma once

#include <cmark.h>

#include "base/value.h"
#include "markdown/document.h"

namespace glasshouse::markdown {

/// Line and column in the source, from 1, columns in characters. Of a link or picture the `[`, `!`
/// or `<` it starts with, of other inline nodes their first character, of blocks their first line.
/// Exact but for texts that write their words with entities just before.
[[nodiscard]] Mark locate(const Document& document, cmark_node* node);

}  // namespace glasshouse::markdown
