// Links and pictures, once it is known where they lead.
#include "markdown/render.h"
#include "markdown/url.h"

namespace glasshouse::markdown {

void Renderer::open_link(cmark_node* node) {
  const std::optional<Address> address = links_.resolve(node);
  // cmark lets `[a <https://…>](…)` be a link within a link, which HTML has no place for.
  if (!address || open_link_) return;
  if (!options_.bare && !has_text(node)) {
    problems_.warning("empty-link", node, "this link has no words",
                      "Write between the square brackets where the link leads.");
    return;
  }
  open_link_ = node;
  out_ += "<a href=\"";
  append_href(out_, address->text);
  out_ += '"';
  if (address->external && !options_.bare) out_ += " rel=\"external\"";
  if (const std::string_view title = cmark_node_get_title(node); !title.empty()) {
    attribute("title", title);
  }
  out_ += '>';
}

void Renderer::close_link(cmark_node* node) {
  if (node != open_link_) return;
  open_link_ = nullptr;
  out_ += "</a>";
}

void Renderer::image(cmark_node* node) {
  std::string words;
  append_text(words, node);
  if (is_blank_text(words)) {
    problems_.warning("image-without-alt", node,
                      "this picture has no words for those who cannot see it",
                      "Say between the square brackets what the picture tells.");
  }
  const std::optional<Address> address = links_.resolve(node);
  if (!address) {
    append_html(out_, words);
    return;
  }
  out_ += "<img src=\"";
  append_href(out_, address->text);
  out_ += '"';
  attribute("alt", words);
  if (const std::string_view title = cmark_node_get_title(node); !title.empty()) {
    attribute("title", title);
  }
  out_ += options_.bare ? " />" : ">";
}

}  // namespace glasshouse::markdown
