#include "content/csv.h"

#include <fmt/format.h>

#include <algorithm>

namespace glasshouse::content {

void CsvReader::skip_to_line(std::uint32_t line) {
  while (cursor_.mark().line < line && !cursor_.at_end()) {
    cursor_.move_to(std::min(text_.find('\n', cursor_.offset()), text_.size() - 1) + 1);
  }
}

std::optional<std::span<const Cell>> CsvReader::next() {
  cells_.clear();
  unquoted_.clear();
  for (; at_line_end(); ++blank_lines_) skip_line_end();
  if (failed_ || cursor_.at_end()) return std::nullopt;
  for (;;) {
    if (!read_cell()) return std::nullopt;
    if (cursor_.at_end() || at_line_end()) break;
    cursor_.move();  // the separator
  }
  skip_line_end();
  return std::span<const Cell>(cells_);
}

bool CsvReader::at_line_end() const {
  const std::string_view rest = text_.substr(cursor_.offset(), 2);
  return rest.starts_with('\n') || rest == "\r\n";
}

void CsvReader::skip_line_end() {
  if (cursor_.peek() == '\r') cursor_.move();
  if (cursor_.peek() == '\n') cursor_.move();
}

bool CsvReader::read_cell() {
  return cursor_.peek() == '"' ? read_quoted_cell() : read_plain_cell();
}

bool CsvReader::read_plain_cell() {
  const Mark mark = cursor_.mark();
  const std::size_t start = cursor_.offset();
  std::size_t end = start;
  for (; end < text_.size() && text_[end] != separator_ && text_[end] != '\n'; ++end) {
    if (text_[end] == '"') {
      cursor_.move_to(end);
      diagnostics_.error("csv-quote", Place(file_, cursor_.mark()),
                         "there is a quotation mark in a cell that is not in quotes",
                         "Put the whole cell in quotes, and double each quotation mark inside it.");
      return fail();
    }
    if (text_[end] != '\r') continue;
    if (end + 1 < text_.size() && text_[end + 1] == '\n') break;
    cursor_.move_to(end);
    diagnostics_.error("csv-line-end", Place(file_, cursor_.mark()),
                       "the line ends with an old line end (CR alone)",
                       "Save the file with Windows or Unix line ends.");
    return fail();
  }
  cursor_.move_to(end);
  return add_cell(text_.substr(start, end - start), mark);
}

bool CsvReader::read_quoted_cell() {
  const Mark mark = cursor_.mark();
  std::string* joined = nullptr;
  std::size_t start = cursor_.offset() + 1;
  for (;;) {
    const std::size_t quote = text_.find('"', start);
    if (quote == std::string_view::npos) {
      diagnostics_.error("csv-quote", Place(file_, mark),
                         "the quotation mark that opens this cell is never closed",
                         "Close it, and double each quotation mark inside the cell.");
      return fail();
    }
    const std::string_view part = text_.substr(start, quote - start);
    cursor_.move_to(quote + 1);
    if (cursor_.peek() != '"') {
      if (joined) joined->append(part);
      const bool is_end = cursor_.at_end() || at_line_end() || cursor_.peek() == separator_;
      if (is_end) return add_cell(joined ? std::string_view(*joined) : part, mark);
      diagnostics_.error(
          "csv-quote", Place(file_, cursor_.mark()),
          "there is text after the quotation mark that closes the cell",
          "Double each quotation mark inside the cell, or delete what comes after it.");
      return fail();
    }
    if (!joined) joined = &unquoted_.emplace_back();
    joined->append(part) += '"';
    start = quote + 2;
    cursor_.move();
  }
}

bool CsvReader::add_cell(std::string_view text, Mark mark) {
  if (text.size() > field_bytes_) {
    diagnostics_.error(
        "csv-cell-too-large", Place(file_, mark),
        fmt::format("the cell has {} bytes, and {} is the most it may have", text.size(),
                    field_bytes_),
        "Look for a quotation mark that is not closed, or publish the text as an attachment.");
    return fail();
  }
  cells_.push_back({text, mark, {}});
  return true;
}

bool CsvReader::fail() {
  failed_ = true;
  return false;
}

}  // namespace glasshouse::content
