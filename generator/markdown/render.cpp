#include "markdown/render.h"

#include <fmt/format.h>

#include "base/text.h"
#include "markdown/url.h"

namespace glasshouse::markdown {
namespace {

constexpr std::array<std::string_view, 7> kHeadingTags = {"", "h1", "h2", "h3", "h4", "h5", "h6"};

/// The text that a raw tag is told by: "<b>", "</div>", "<!-- …".
std::string tag_shown(std::string_view html) {
  const std::size_t end = html.find('>');
  return shown(end == std::string_view::npos ? html : html.substr(0, end + 1));
}

}  // namespace

Renderer::Renderer(const Document& document, const Options& options, Problems& problems,
                   std::string& out, std::vector<Heading>* headings)
    : document_(document),
      options_(options),
      problems_(problems),
      out_(out),
      start_(out.size()),
      headings_(headings),
      levels_(options.top_heading),
      links_(options, problems) {}

void Renderer::run() {
  remark_on_tables();
  const Iterator iterator(cmark_iter_new(document_.tree.get()));
  while (true) {
    const cmark_event_type event = cmark_iter_next(iterator.get());
    if (event == CMARK_EVENT_DONE) break;
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_EXIT) {
      leave(node);
    } else if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
      image(node);
      cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
    } else {
      enter(node);
    }
  }
  if (!options_.bare) links_.check_fragments(ids_);
}

void Renderer::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      start_line();
      out_ += "<blockquote>\n";
      break;
    case CMARK_NODE_LIST:
      open_list(node);
      break;
    case CMARK_NODE_ITEM:
      start_line();
      out_ += "<li>";
      break;
    case CMARK_NODE_PARAGRAPH:
      if (is_tight(node)) break;
      start_line();
      out_ += "<p>";
      break;
    case CMARK_NODE_HEADING:
      open_heading(node);
      break;
    case CMARK_NODE_EMPH:
      out_ += "<em>";
      break;
    case CMARK_NODE_STRONG:
      out_ += "<strong>";
      break;
    case CMARK_NODE_LINK:
      open_link(node);
      break;
    default:
      leaf(node);
      break;
  }
}

void Renderer::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      start_line();
      out_ += "</blockquote>\n";
      break;
    case CMARK_NODE_LIST:
      out_ += cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n";
      break;
    case CMARK_NODE_ITEM:
      out_ += "</li>\n";
      break;
    case CMARK_NODE_PARAGRAPH:
      if (!is_tight(node)) out_ += "</p>\n";
      break;
    case CMARK_NODE_HEADING:
      close_heading(node);
      break;
    case CMARK_NODE_EMPH:
      out_ += "</em>";
      break;
    case CMARK_NODE_STRONG:
      out_ += "</strong>";
      break;
    case CMARK_NODE_LINK:
      close_link(node);
      break;
    default:
      break;
  }
}

void Renderer::leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      append_html(out_, literal(node));
      break;
    case CMARK_NODE_CODE:
      out_ += "<code>";
      append_html(out_, literal(node));
      out_ += "</code>";
      break;
    case CMARK_NODE_SOFTBREAK:
      out_ += '\n';
      break;
    case CMARK_NODE_LINEBREAK:
      out_ += options_.bare ? "<br />\n" : "<br>\n";
      break;
    case CMARK_NODE_CODE_BLOCK:
      code_block(node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      start_line();
      out_ += options_.bare ? "<hr />\n" : "<hr>\n";
      break;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      raw_html(node);
      break;
    default:
      break;
  }
}

void Renderer::open_list(cmark_node* node) {
  start_line();
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    out_ += "<ul";
  } else {
    out_ += "<ol";
    const int first = cmark_node_get_list_start(node);
    if (first != 1) attribute("start", std::to_string(first));
  }
  out_ += ">\n";
}

void Renderer::code_block(cmark_node* node) {
  start_line();
  // Code that is wider than the page scrolls, which the keyboard must be able to do.
  out_ += options_.bare ? "<pre>" : "<pre tabindex=\"0\">";
  const std::string_view info = cmark_node_get_fence_info(node);
  const std::string_view language = info.substr(0, info.find_first_of(" \t"));
  if (language.empty()) {
    out_ += "<code>";
  } else {
    out_ += "<code class=\"language-";
    append_html(out_, language);
    out_ += "\">";
  }
  append_html(out_, literal(node));
  out_ += "</code></pre>\n";
}

void Renderer::open_heading(cmark_node* node) {
  const std::uint32_t cell = document_.cell_of(node);
  if (cell != kNoCell) {
    open_cell(cell);
    return;
  }
  std::string text;
  append_text(text, node);
  if (!options_.bare && is_blank_text(text)) {
    problems_.warning("empty-heading", node, "this heading has no words",
                      "Write the heading after the # marks, or take them away.");
    // Pictures in it, if any, still show; as a paragraph.
    start_line();
    out_ += "<p>";
    return;
  }
  const int written = cmark_node_get_heading_level(node);
  open_heading_ = options_.keep_heading_levels ? written : levels_.next(written);
  start_line();
  out_ += '<';
  out_ += kHeadingTags[static_cast<std::size_t>(open_heading_)];
  std::string id = std::string(options_.id_prefix) + ids_.next(text);
  if (!options_.bare) attribute("id", id);
  out_ += '>';
  if (headings_) headings_->push_back({open_heading_, std::move(id), text});
  last_heading_ = std::move(text);
}

void Renderer::close_heading(cmark_node* node) {
  const std::uint32_t cell = document_.cell_of(node);
  if (cell != kNoCell) {
    close_cell(cell);
    return;
  }
  out_ += "</";
  out_ += open_heading_ == 0 ? "p" : kHeadingTags[static_cast<std::size_t>(open_heading_)];
  out_ += ">\n";
  open_heading_ = 0;
}

void Renderer::raw_html(cmark_node* node) {
  const std::string_view html = trim(literal(node));
  // A comment is not meant to be read, and a closing tag is told of with its opening one.
  const std::string_view end = html.starts_with("<!--") ? "-->" : ">";
  const bool is_quiet = html.starts_with("<!--") || html.starts_with("</");
  if (is_quiet && html.find(end) + end.size() == html.size()) return;
  const bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
  problems_.warning("raw-html", node,
                    fmt::format("HTML is left out{}: \"{}\"",
                                block ? ", with the lines that belong to it" : "", tag_shown(html)),
                    "Write it in Markdown: **strong**, [words](address), or a table of | marks.");
}

void Renderer::start_line() {
  if (out_.size() > start_ && out_.back() != '\n') out_ += '\n';
}

void Renderer::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_html(out_, value);
  out_ += '"';
}

bool Renderer::is_tight(cmark_node* paragraph) const {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item ? cmark_node_parent(item) : nullptr;
  return list && cmark_node_get_list_tight(list);
}

}  // namespace glasshouse::markdown
