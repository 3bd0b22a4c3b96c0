#include "markdown/tree.h"

namespace glasshouse::markdown {

cmark_node* next_node(cmark_node* node, const cmark_node* root, bool inside) {
  if (inside) {
    if (cmark_node* child = cmark_node_first_child(node)) return child;
  }
  while (node && node != root) {
    if (cmark_node* next = cmark_node_next(node)) return next;
    node = cmark_node_parent(node);
  }
  return nullptr;
}

cmark_node* next_block(cmark_node* node, const cmark_node* root) {
  const cmark_node_type type = cmark_node_get_type(node);
  const bool leaf = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
  return next_node(node, root, !leaf);
}

void append_text(std::string& out, cmark_node* node) {
  for (cmark_node* inner = next_node(node, node); inner; inner = next_node(inner, node)) {
    switch (cmark_node_get_type(inner)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        out.append(literal(inner));
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        out += ' ';
        break;
      default:
        break;
    }
  }
}

bool has_text(cmark_node* node) {
  for (cmark_node* inner = next_node(node, node); inner; inner = next_node(inner, node)) {
    const cmark_node_type type = cmark_node_get_type(inner);
    const bool text = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
    if (text && !is_blank_text(literal(inner))) return true;
  }
  return false;
}

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace glasshouse::markdown
