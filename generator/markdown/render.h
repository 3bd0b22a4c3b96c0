// The tree to HTML, in one pass over it, straight into the output.
#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"
#include "markdown/headings.h"
#include "markdown/links.h"
#include "markdown/markdown.h"
#include "markdown/problems.h"

namespace glasshouse::markdown {

class Renderer {
 public:
  Renderer(const Document& document, const Options& options, Problems& problems, std::string& out,
           std::vector<Heading>* headings);
  void run();

 private:
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  /// What has no inside of its own.
  void leaf(cmark_node* node);

  void open_list(cmark_node* node);
  void code_block(cmark_node* node);
  void open_heading(cmark_node* node);
  void close_heading(cmark_node* node);
  void raw_html(cmark_node* node);

  // Links and pictures, in render_link.cpp.
  void open_link(cmark_node* node);
  void close_link(cmark_node* node);
  void image(cmark_node* node);

  // Tables, in render_table.cpp.
  void open_cell(std::uint32_t number);
  void close_cell(std::uint32_t number);
  void open_table();
  void open_table_region();
  void close_row(const Cell& cell);
  void open_cell_tag(bool header, bool empty, Align align);
  void close_cell_tag();
  void remark_on_tables();

  void start_line();
  void attribute(std::string_view name, std::string_view value);
  [[nodiscard]] bool is_tight(cmark_node* paragraph) const;

  const Document& document_;
  const Options& options_;
  Problems& problems_;
  std::string& out_;
  const std::size_t start_;  // of our output
  std::vector<Heading>* headings_;
  HeadingIds ids_;
  HeadingLevels levels_;
  Links links_;
  int open_heading_ = 0;      // the level of the heading being written, 0 for none
  std::string last_heading_;  // its text: tables are named after it
  std::size_t table_count_ = 0;
  std::string_view open_cell_tag_;         // "th" or "td"
  const cmark_node* open_link_ = nullptr;  // the link being written
};

}  // namespace glasshouse::markdown
