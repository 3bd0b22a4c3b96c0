#include <algorithm>

#include "markdown/document.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Adds words to a text, with one space where any white space was.
class Words {
 public:
  Words(std::string& out, std::size_t max) : out_(out), max_(max) {}

  void gap() { gap_ = true; }

  /// False once the text is longer than it may be.
  bool add(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(" \t\n\r"), text.size());
      if (end > 0) put_word(text.substr(0, end));
      if (count_ > max_) return false;
      if (end < text.size()) gap_ = true;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
  }

  /// Cuts a text that became too long: after a word, if that leaves half of what was allowed.
  void cut() {
    if (count_ <= max_) return;
    // One character goes for the ellipsis.
    while (count_ + 1 > max_ && count_ > 0) drop_character();
    const std::size_t space = out_.rfind(' ');
    if (space != std::string::npos && space >= out_.size() / 2) out_.resize(space);
    while (!out_.empty() && std::string_view(" .,;:-").find(out_.back()) != std::string::npos) {
      out_.pop_back();
    }
    if (max_ > 0) out_ += kEllipsis;
  }

 private:
  void put_word(std::string_view word) {
    if (gap_ && !out_.empty()) {
      out_ += ' ';
      ++count_;
    }
    gap_ = false;
    out_ += word;
    for (const char c : word) count_ += continues(c) ? 0 : 1;
  }

  static bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

  void drop_character() {
    while (!out_.empty() && continues(out_.back())) out_.pop_back();
    if (!out_.empty()) out_.pop_back();
    --count_;
  }

  std::string& out_;
  const std::size_t max_;
  std::size_t count_ = 0;
  bool gap_ = false;
};

}  // namespace

std::string plain_text(std::string_view markdown, std::size_t max) {
  std::string out;
  Refusal refusal;
  const std::optional<Document> document = parse(markdown, refusal);
  if (!document) return out;
  Words words(out, max);
  const cmark_node* root = document->tree.get();
  for (cmark_node* node = document->tree.get(); node; node = next_node(node, root)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type <= CMARK_NODE_LAST_BLOCK || type == CMARK_NODE_SOFTBREAK ||
        type == CMARK_NODE_LINEBREAK) {
      words.gap();
    }
    const bool has_words =
        type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK;
    if (has_words && !words.add(literal(node))) break;
  }
  words.cut();
  return out;
}

}  // namespace glasshouse::markdown
