#include "markdown/locate.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/lines.h"

namespace glasshouse::markdown {
namespace {

// Bounds on the search, so that a paragraph of a megabyte costs no more than a page: what may stand
// between two nodes' words, and the nodes that are followed. Beyond, cmark's own place is told.
constexpr std::size_t kWindow = 1000;
constexpr int kMaxFollowed = 2000;

bool is_block(cmark_node* node) { return cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK; }

/// The offset of a line's start, lines counted from 1.
std::size_t line_start(std::string_view text, std::size_t line) {
  std::string_view rest = text;
  while (line > 1 && !rest.empty()) {
    static_cast<void>(take_line(rest));
    --line;
  }
  return text.size() - rest.size();
}

/// The first line of an inline node's own text, which is all that stands unbroken in the source.
std::string_view first_line(cmark_node* node) {
  std::string_view text = literal(node);
  return take_line(text);
}

/// Finds a node in the source of its paragraph by following the nodes before it.
class Search {
 public:
  Search(std::string_view text, std::size_t start, std::size_t end)
      : text_(text.substr(0, end)), at_(start) {}

  /// Goes past the node's own text, where that stands in the source as it is.
  void pass(cmark_node* node) {
    const std::string_view words = first_line(node);
    if (words.empty()) return;
    const std::size_t found = text_.substr(at_, words.size() + kWindow).find(words);
    if (found != std::string_view::npos) at_ += found + words.size();
  }

  std::size_t find(cmark_node* node) const {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_LINK:
        return find_link(node, "[");
      case CMARK_NODE_IMAGE:
        return find_link(node, "![");
      default:
        return find_or_stay(first_line(node));
    }
  }

 private:
  std::size_t find_link(cmark_node* node, std::string_view opening) const {
    cmark_node* child = cmark_node_first_child(node);
    const bool is_text = child && cmark_node_get_type(child) == CMARK_NODE_TEXT;
    const std::string_view words = is_text ? first_line(child) : std::string_view{};
    for (const std::string_view start : {opening, std::string_view("<")}) {
      const std::size_t found = text_.find(std::string(start).append(words), at_);
      if (found != std::string_view::npos) return found;
    }
    return find_or_stay(opening);
  }

  std::size_t find_or_stay(std::string_view words) const {
    const std::size_t found = text_.find(words, at_);
    return found == std::string_view::npos ? at_ : found;
  }

  std::string_view text_;
  std::size_t at_;
};

std::size_t told_by_cmark(std::string_view text, cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  const auto column = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)));
  return std::min(line_start(text, line) + column - 1, text.size());
}

std::size_t offset_of(std::string_view text, cmark_node* node) {
  cmark_node* block = node;
  while (!is_block(block)) block = cmark_node_parent(block);
  const auto first = static_cast<std::size_t>(cmark_node_get_start_line(block));
  const auto last = static_cast<std::size_t>(cmark_node_get_end_line(block));
  const std::size_t start = told_by_cmark(text, block);
  if (block == node) return start;
  const std::size_t end = start + line_start(text.substr(start), last - first + 2);
  Search search(text, start, end);
  int followed = 0;
  for (cmark_node* before = next_node(block, block); before != node;
       before = next_node(before, block)) {
    if (++followed > kMaxFollowed) return told_by_cmark(text, node);
    search.pass(before);
  }
  return search.find(node);
}

Mark mark_at(std::string_view text, std::size_t offset) {
  Mark mark{1, 1};
  std::string_view rest = text;
  std::size_t start = 0;
  while (true) {
    static_cast<void>(take_line(rest));
    const std::size_t next = text.size() - rest.size();
    if (next > offset || rest.empty()) break;
    start = next;
    ++mark.line;
  }
  const std::size_t column = count_characters(text.substr(start, offset - start)) + 1;
  mark.column = static_cast<std::uint16_t>(std::min<std::size_t>(column, 65'535));
  return mark;
}

/// From a place in the second source to the offset it has in the first.
std::size_t source_offset(const Document& document, std::size_t offset) {
  const std::string_view before = std::string_view(document.tabled.text).substr(0, offset);
  const auto index = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t column = offset - (before.rfind('\n') + 1);
  const TableLine& line = document.tabled.lines[std::min(index, document.tabled.lines.size() - 1)];
  if (line.cell == kNoCell) return line_start(document.source, line.line) + column;
  const std::string_view cell = document.tabled.cells[line.cell].text;
  const auto start = static_cast<std::size_t>(cell.data() - document.source.data());
  return start + cell_offset(cell, column > line.prefix ? column - line.prefix : 0);
}

}  // namespace

Mark locate(const Document& document, cmark_node* node) {
  std::size_t offset = offset_of(document.parsed(), node);
  if (!document.tabled.lines.empty()) offset = source_offset(document, offset);
  return mark_at(document.source, std::min(offset, document.source.size()));
}

}  // namespace glasshouse::markdown
