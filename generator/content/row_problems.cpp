#include "content/row_problems.h"

#include <fmt/format.h>

namespace glasshouse::content {

namespace {

std::string hint_with(std::string hint, OnError what) {
  if (what == OnError::fail) return hint;
  if (!hint.empty()) hint += ' ';
  return hint + (what == OnError::reject ? "The row is left out." : "The field is left empty.");
}

}  // namespace

bool RowProblems::is_told() { return ++said_ <= kMostTold; }

void RowProblems::say(OnError what, std::string_view id, Mark mark, std::string message,
                      std::string hint) {
  if (!is_told()) return;
  diagnostics_.add({what == OnError::fail ? Severity::error : Severity::warning, std::string(id),
                    Place(file_, mark), std::move(message), hint_with(std::move(hint), what)});
}

void RowProblems::say_all(OnError what, const Diagnostics& found) {
  for (Diagnostic& problem : found.sorted()) {
    if (!is_told()) continue;
    if (what != OnError::fail) problem.severity = Severity::warning;
    problem.hint = hint_with(std::move(problem.hint), what);
    diagnostics_.add(std::move(problem));
  }
}

void RowProblems::warn(std::string_view id, Mark mark, std::string message, std::string hint) {
  if (is_told()) {
    diagnostics_.warning(id, Place(file_, mark), std::move(message), std::move(hint));
  }
}

void RowProblems::finish() {
  if (said_ <= kMostTold) return;
  diagnostics_.warning(
      "more-bad-rows", Place(file_, 1, 1),
      fmt::format("{} more problems of its rows are not told one by one", said_ - kMostTold),
      "Those told are the first; the summary counts all.");
}

}  // namespace glasshouse::content
