#include "markdown/problems.h"

#include "markdown/locate.h"

namespace glasshouse::markdown {

Problems::~Problems() {
  if (!options_.diagnostics) return;
  if (cut_) {
    options_.diagnostics->warning("more-problems", Place(options_.file, options_.start),
                                  "this text has more problems than are told here",
                                  "Mend those told, and build again to see the others.");
  }
  for (auto* list : {&errors_, &warnings_}) {
    for (Diagnostic& problem : *list) options_.diagnostics->add(std::move(problem));
  }
}

void Problems::error(std::string_view id, cmark_node* node, std::string message, std::string hint) {
  if (is_full(Severity::error)) return;
  add(Severity::error, id, mark_of(node), std::move(message), std::move(hint));
}

void Problems::warning(std::string_view id, cmark_node* node, std::string message,
                       std::string hint) {
  if (is_full(Severity::warning)) return;
  add(Severity::warning, id, mark_of(node), std::move(message), std::move(hint));
}

void Problems::error(std::string_view id, std::size_t line, std::string message, std::string hint) {
  if (is_full(Severity::error)) return;
  add(Severity::error, id, mark_of_line(line), std::move(message), std::move(hint));
}

void Problems::warning(std::string_view id, std::size_t line, std::string message,
                       std::string hint) {
  if (is_full(Severity::warning)) return;
  add(Severity::warning, id, mark_of_line(line), std::move(message), std::move(hint));
}

void Problems::add(Severity severity, std::string_view id, Mark mark, std::string message,
                   std::string hint) {
  auto& list = severity == Severity::error ? errors_ : warnings_;
  list.push_back(
      {severity, std::string(id), Place(options_.file, mark), std::move(message), std::move(hint)});
}

bool Problems::is_full(Severity severity) {
  if (!options_.diagnostics) return true;
  const bool full = (severity == Severity::error ? errors_ : warnings_).size() >= kMaxProblems;
  cut_ |= full;
  return full;
}

Mark Problems::mark_of(cmark_node* node) const {
  if (!options_.line_for_line || !document_) return options_.start;
  Mark mark = locate(*document_, node);
  if (mark.line == 1) {
    mark.column = static_cast<std::uint16_t>(mark.column + options_.start.column - 1);
  }
  mark.line += options_.start.line - 1;
  return mark;
}

Mark Problems::mark_of_line(std::size_t line) const {
  if (!options_.line_for_line) return options_.start;
  return {static_cast<std::uint32_t>(options_.start.line + line - 1), 1};
}

std::string shown(std::string_view text) {
  std::string result;
  bool cut = text.size() > kMaxShown;
  if (cut) {
    text = text.substr(0, kMaxShown);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) {
      text.remove_suffix(1);
    }
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
  }
  for (const char c : text) result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  if (cut) result += "…";
  return result;
}

}  // namespace glasshouse::markdown
