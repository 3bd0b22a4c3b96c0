#include "markdown/document.h"

#include <cstdint>

#include "base/text.h"
#include "markdown/lines.h"

namespace glasshouse::markdown {
namespace {

Tree parse_text(std::string_view text) {
  const int options = find_invalid_utf8(text) ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT;
  return Tree(cmark_parse_document(text.data(), text.size(), options));
}

/// Why the tree is refused: nothing in it may stand too deep.
std::optional<Refusal> too_deep(const Document& document) {
  const cmark_node* root = document.tree.get();
  std::size_t depth = 0;
  for (cmark_node* node = document.tree.get(); node;) {
    if (cmark_node* child = cmark_node_first_child(node)) {
      if (++depth > kMaxDepth) {
        // Emphasis has no line in cmark's tree that could be relied on; blocks do.
        while (cmark_node_get_type(node) > CMARK_NODE_LAST_BLOCK) node = cmark_node_parent(node);
        auto line = static_cast<std::size_t>(cmark_node_get_start_line(node));
        if (!document.tabled.lines.empty()) line = document.tabled.lines[line - 1].line;
        return Refusal{line, "lists, quotes or emphasis stand too deep inside each other"};
      }
      node = child;
      continue;
    }
    while (node && node != root && !cmark_node_next(node)) {
      node = cmark_node_parent(node);
      --depth;
    }
    node = node == root ? nullptr : cmark_node_next(node);
  }
  return std::nullopt;
}

enum class Outcome : std::uint8_t { done, not_in_place, out_of_bounds };

/// Makes the second tree, and where every cell is in place takes it; else cuts `tables` down.
Outcome take_tables(Document& document, const std::vector<std::string_view>& lines,
                    std::vector<Table>& tables) {
  Tabled tabled;
  std::vector<TableRemark> remarks = document.remarks;
  if (!write_tables(lines, tables, tabled, remarks)) return Outcome::out_of_bounds;
  Tree tree = parse_text(tabled.text);
  if (!verify_tables(tabled, tree.get(), tables)) return Outcome::not_in_place;
  document.tabled = std::move(tabled);
  document.tree = std::move(tree);
  document.remarks = std::move(remarks);
  return Outcome::done;
}

/// Parses a text that may have tables. False: out of bounds.
bool parse_with_tables(Document& document) {
  const std::vector<std::string_view> lines = lines_of(document.source);
  if (auto tables = find_plain_tables(lines)) {
    if (take_tables(document, lines, *tables) == Outcome::done) return true;
  }
  document.tree = parse_text(document.source);
  std::vector<Table> tables = find_tables(lines, document.tree.get(), document.remarks);
  // Rows that turn out to be no part of their table are cut once; what is then left is in place.
  for (int attempt = 0; attempt < 2 && !tables.empty(); ++attempt) {
    const Outcome outcome = take_tables(document, lines, tables);
    if (outcome != Outcome::not_in_place) return outcome == Outcome::done;
  }
  return true;
}

}  // namespace

std::optional<Document> parse(std::string_view source, Refusal& refusal) {
  if (auto found = refuse(source)) {
    refusal = *std::move(found);
    return std::nullopt;
  }
  Document document{.source = source, .tree = nullptr, .tabled = {}, .remarks = {}};
  if (!may_have_table(source)) {
    document.tree = parse_text(source);
  } else if (!parse_with_tables(document)) {
    refusal = {1, "its tables leave out too many cells, or stand too deep in lists and quotes"};
    return std::nullopt;
  }
  if (auto found = too_deep(document)) {
    refusal = *std::move(found);
    return std::nullopt;
  }
  return document;
}

}  // namespace glasshouse::markdown
