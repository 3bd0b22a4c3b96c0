// How the tests of this room call it, and see what comes out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {

struct Rendered {
  std::string html;
  std::vector<Heading> headings;
  std::vector<Diagnostic> problems;
};

/// Renders with the options, but for the collector of problems, which is its own.
inline Rendered render(std::string_view text, Options options = {}) {
  Rendered rendered;
  Diagnostics diagnostics;
  if (options.file.empty()) options.file = "content/foi/a.md";
  options.diagnostics = &diagnostics;
  to_html(text, options, rendered.html, &rendered.headings);
  rendered.problems = diagnostics.sorted();
  return rendered;
}

/// The HTML alone, with no class names: easier to read in a test.
inline std::string html_of(std::string_view text) { return render(text, {}).html; }

/// "4:10 warning raw-html: HTML is left out …", one line a problem.
inline std::string told(const std::vector<Diagnostic>& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text.append(std::to_string(problem.place.line)).append(":");
    text.append(std::to_string(problem.place.column));
    text.append(problem.severity == Severity::error ? " error " : " warning ");
    text.append(problem.id).append(": ").append(problem.message).append("\n");
  }
  return text;
}

}  // namespace glasshouse::markdown
