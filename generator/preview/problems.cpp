#include "preview/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace glasshouse::preview {

namespace {

constexpr std::size_t kMostShown = 100;

std::string escaped(std::string_view text) {
  std::string result;
  append_escaped(result, text);
  return result;
}

std::string place_text(const Place& place) {
  if (place.file.empty()) return {};
  if (place.line == 0) return place.file;
  if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

void append_problem(std::string& html, const Diagnostic& d) {
  const bool is_error = d.severity == Severity::error;
  fmt::format_to(std::back_inserter(html),
                 "<li class=\"glasshouse-problem\"><p><strong>{}</strong> ",
                 is_error ? "Error" : "Warning");
  if (const std::string place = place_text(d.place); !place.empty()) {
    fmt::format_to(std::back_inserter(html), "<code>{}</code> ", escaped(place));
  }
  fmt::format_to(std::back_inserter(html), "{} <small>[{}]</small></p>", escaped(d.message),
                 escaped(d.id));
  if (!d.hint.empty()) {
    fmt::format_to(std::back_inserter(html), "<p class=\"glasshouse-hint\">{}</p>",
                   escaped(d.hint));
  }
  html += "</li>\n";
}

// Errors first: they are why one looks here.
std::string list_of(std::span<const Diagnostic> problems) {
  std::string html = "<ol class=\"glasshouse-list\">\n";
  std::size_t shown = 0;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const Diagnostic& d : problems) {
      if (d.severity == severity && shown++ < kMostShown) append_problem(html, d);
    }
  }
  html += "</ol>\n";
  if (shown > kMostShown) {
    fmt::format_to(std::back_inserter(html),
                   "<p>And {} more. <code>glasshouse check</code> lists all.</p>\n",
                   shown - kMostShown);
  }
  return html;
}

std::string count_text(std::size_t count, std::string_view name) {
  return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
}

std::string summary_of(std::size_t errors, std::size_t warnings) {
  if (warnings == 0) return count_text(errors, "error");
  if (errors == 0) return count_text(warnings, "warning");
  return count_text(errors, "error") + ", " + count_text(warnings, "warning");
}

}  // namespace

std::string problems_panel(std::span<const Diagnostic> problems, std::string_view note) {
  const auto errors = static_cast<std::size_t>(std::ranges::count_if(
      problems, [](const Diagnostic& d) { return d.severity == Severity::error; }));
  // Warnings alone stay folded: the site can be published with them.
  return fmt::format(
      "<aside class=\"glasshouse-problems\" aria-label=\"Problems in the content\">\n"
      "<details{}>\n<summary>{}</summary>\n"
      "<div class=\"glasshouse-scroll\" role=\"group\" aria-label=\"List of problems\" "
      "tabindex=\"0\">\n"
      "{}{}</div>\n</details>\n</aside>\n",
      errors > 0 ? " open" : "", summary_of(errors, problems.size() - errors),
      note.empty() ? "" : fmt::format("<p>{}</p>\n", escaped(note)), list_of(problems));
}

std::string problems_page(std::string_view title, std::string_view sentence,
                          std::span<const Diagnostic> problems, std::string_view base_path) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{0}: preview</title>\n"
      "<link rel=\"stylesheet\" href=\"{3}_glasshouse/preview.css\">\n</head>\n"
      "<body class=\"glasshouse-page\">\n<main>\n<h1>{0}</h1>\n<p>{1}</p>\n{2}</main>\n</body>\n"
      "</html>\n",
      escaped(title), escaped(sentence), problems.empty() ? "" : list_of(problems),
      escaped(base_path));
}

void insert_into_body(std::string& page, std::string_view html) {
  const std::size_t end = page.rfind("</body>");
  page.insert(end == std::string::npos ? page.size() : end, html);
}

}  // namespace glasshouse::preview
