#include "markdown/table_syntax.h"

#include <algorithm>

#include "markdown/lines.h"

namespace glasshouse::markdown {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view trim_cell(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// `---`, `:--`, `:-:`, `--:`, already trimmed.
std::optional<Align> marker(std::string_view cell) {
  const bool left = cell.starts_with(':');
  if (left) cell.remove_prefix(1);
  const bool right = cell.ends_with(':');
  if (right) cell.remove_suffix(1);
  if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
  if (left && right) return Align::centre;
  if (left) return Align::left;
  return right ? Align::right : Align::none;
}

bool ends_marker(std::string_view line, std::size_t at) {
  return at >= line.size() || is_space(line[at]);
}

bool starts_list(std::string_view line) {
  if (line.starts_with('-') || line.starts_with('+') || line.starts_with('*')) {
    return ends_marker(line, 1);
  }
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > 9 || digits == line.size()) return false;
  return (line[digits] == '.' || line[digits] == ')') && ends_marker(line, digits + 1);
}

/// `---`, which under a paragraph would have made a heading of it.
bool is_rule(std::string_view line) {
  return std::count(line.begin(), line.end(), '-') >= 3 &&
         line.find_first_not_of("- \t") == std::string_view::npos;
}

/// A tag alone on its line (HTML block of the seventh kind).
bool is_tag(std::string_view line) {
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return false;
  std::size_t at = line[1] == '/' ? 2 : 1;
  if (!is_letter(line[at])) return false;
  while (is_letter(line[at]) || is_digit(line[at]) || line[at] == '-') ++at;
  return is_space(line[at]) || line[at] == '/' || line[at] == '>';
}

/// Whether the content of an ATX heading ends in what would be taken for its closing marks.
bool looks_closed(std::string_view cell) {
  const std::size_t last = cell.find_last_not_of('#');
  if (last + 1 == cell.size()) return false;
  return last == std::string_view::npos || is_space(cell[last]);
}

}  // namespace

std::optional<std::vector<Align>> delimiter_row(std::string_view line) {
  if (line.find_first_not_of(" \t\v\f|:-") != std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> cells;
  split_row(line, cells);
  if (cells.empty()) return std::nullopt;
  std::vector<Align> columns;
  columns.reserve(cells.size());
  for (const std::string_view cell : cells) {
    const std::optional<Align> align = marker(cell);
    if (!align) return std::nullopt;
    columns.push_back(*align);
  }
  return columns;
}

bool may_be_delimiter_row(std::string_view line) {
  line.remove_prefix(quote_prefix(line));
  // Most lines are done with here.
  if (line.empty() || std::string_view("|:-").find(line.front()) == std::string_view::npos) {
    return false;
  }
  return line.find('-') != std::string_view::npos &&
         line.find_first_of("|:") != std::string_view::npos &&
         line.find_first_not_of(" \t\v\f|:-") == std::string_view::npos;
}

bool may_have_table(std::string_view text) {
  while (!text.empty()) {
    if (may_be_delimiter_row(take_line(text))) return true;
  }
  return false;
}

void split_row(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  line = trim_cell(line);
  if (line.starts_with('|')) line = trim_cell(line.substr(1));
  std::size_t start = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '|' || (i > 0 && line[i - 1] == '\\')) continue;
    cells.push_back(trim_cell(line.substr(start, i - start)));
    start = i + 1;
  }
  if (start < line.size()) cells.push_back(trim_cell(line.substr(start)));
}

bool breaks_off_table(std::string_view line) {
  line = trim_cell(line);
  return line.empty() || starts_list(line) || is_rule(line) || is_tag(line);
}

void append_cell_source(std::string& out, std::string_view cell) {
  const bool closed = looks_closed(cell);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size() && cell[i + 1] == '|') continue;
    if (closed && i + 1 == cell.size()) out += '\\';
    out += cell[i];
  }
}

std::size_t cell_offset(std::string_view cell, std::size_t offset) {
  std::size_t at = 0;
  for (; at < cell.size() && offset > 0; ++at) {
    if (cell[at] == '\\' && at + 1 < cell.size() && cell[at + 1] == '|') continue;
    --offset;
  }
  if (at + 1 < cell.size() && cell[at] == '\\' && cell[at + 1] == '|') ++at;
  return std::min(at, cell.size());
}

}  // namespace glasshouse::markdown
