// A parsed text: cmark's tree with the tables found in it, within limits.
#pragma once

#include <cmark.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/limits.h"
#include "markdown/tables.h"
#include "markdown/tree.h"

namespace glasshouse::markdown {

struct Document {
  std::string_view source;  // what the author wrote; must outlive the document
  Tree tree;
  /// Empty where the text has no table: then `tree` is of `source`, else of `tabled.text`.
  Tabled tabled;
  std::vector<TableRemark> remarks;

  /// What the tree's lines and columns speak of.
  [[nodiscard]] std::string_view parsed() const {
    return tabled.tables.empty() ? source : std::string_view(tabled.text);
  }
  /// The number of the cell that this heading stands for, kNoCell for any other node.
  [[nodiscard]] std::uint32_t cell_of(cmark_node* heading) const {
    if (tabled.lines.empty()) return kNoCell;
    return tabled.lines[static_cast<std::size_t>(cmark_node_get_start_line(heading)) - 1].cell;
  }
};

/// Parses within the limits. A refusal says why there is no document.
[[nodiscard]] std::optional<Document> parse(std::string_view source, Refusal& refusal);

}  // namespace glasshouse::markdown
