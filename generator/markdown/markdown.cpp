#include "markdown/markdown.h"

#include <fmt/format.h>

#include "markdown/document.h"
#include "markdown/problems.h"
#include "markdown/render.h"

namespace glasshouse::markdown {

void to_html(std::string_view markdown, const Options& options, std::string& out,
             std::vector<Heading>* headings) {
  Problems problems(options);
  Refusal refusal;
  const std::optional<Document> document = parse(markdown, refusal);
  if (!document) {
    problems.error("markdown-too-complex", refusal.line,
                   fmt::format("this text cannot be published: {}", refusal.reason),
                   "Write it in a simpler form, or publish it as a file beside the record.");
    return;
  }
  problems.set_document(*document);
  Renderer(*document, options, problems, out, headings).run();
}

}  // namespace glasshouse::markdown
