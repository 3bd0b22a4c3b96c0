// Walking cmark's tree without recursion.
#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

namespace glasshouse::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

/// The text of a text, code or HTML node; empty for others.
[[nodiscard]] inline std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? std::string_view(text) : std::string_view{};
}

[[nodiscard]] inline std::string_view url_of(cmark_node* node) {
  const char* text = cmark_node_get_url(node);
  return text ? std::string_view(text) : std::string_view{};
}

/// The next node in document order inside `root`; null at the end. With `inside` false, what stands
/// inside `node` is passed over.
[[nodiscard]] cmark_node* next_node(cmark_node* node, const cmark_node* root, bool inside = true);

/// The next block in document order inside `root`; null at the end.
[[nodiscard]] cmark_node* next_block(cmark_node* node, const cmark_node* root);

/// Adds the text people read inside the node: no markup, no HTML, pictures by their alternative
/// text, line ends as spaces.
void append_text(std::string& out, cmark_node* node);

/// Whether people would see any text (or described picture) inside the node.
[[nodiscard]] bool has_text(cmark_node* node);

/// Whether the text inside a picture, its alternative text, is only white space.
[[nodiscard]] bool is_blank_text(std::string_view text);

}  // namespace glasshouse::markdown
