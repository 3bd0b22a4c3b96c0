// What is wrong in one text, with its place in the file. cmark's own places of inline nodes are
// wrong after a link definition or a construct that spans lines, so the place is looked up in the
// paragraph's source, only when there is something to tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {

/// Keeps the first hundred problems of a text, and gives them on when it is destroyed.
class Problems {
 public:
  explicit Problems(const Options& options) : options_(options) {}
  ~Problems();
  Problems(const Problems&) = delete;
  Problems& operator=(const Problems&) = delete;

  /// The text that places are looked up in; before it is set, only lines can be told.
  void set_document(const Document& document) { document_ = &document; }

  void error(std::string_view id, cmark_node* node, std::string message, std::string hint);
  void warning(std::string_view id, cmark_node* node, std::string message, std::string hint);
  void error(std::string_view id, std::size_t line, std::string message, std::string hint);
  void warning(std::string_view id, std::size_t line, std::string message, std::string hint);

 private:
  void add(Severity severity, std::string_view id, Mark mark, std::string message,
           std::string hint);
  [[nodiscard]] bool is_full(Severity severity);
  [[nodiscard]] Mark mark_of(cmark_node* node) const;
  [[nodiscard]] Mark mark_of_line(std::size_t line) const;

  const Options& options_;
  const Document* document_ = nullptr;
  std::vector<Diagnostic> errors_, warnings_;
  bool cut_ = false;
};

/// An author's text as a message shows it: one line, cut where it is long.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace glasshouse::markdown
