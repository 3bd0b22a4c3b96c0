#include "base/csv.h"

namespace glasshouse {

namespace {

// "-12.5" is a number that was written as text: no formula.
bool is_number_text(std::string_view text) {
  const std::size_t first = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  return text.size() > first &&
         text.find_first_not_of("0123456789.,", first) == std::string_view::npos;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool is_run_by_spreadsheets(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos &&
         !is_number_text(text);
}

void append_csv_text(std::string& out, std::string_view text) {
  append_csv_cell(out, is_run_by_spreadsheets(text) ? "'" + std::string(text) : std::string(text));
}

}  // namespace glasshouse
