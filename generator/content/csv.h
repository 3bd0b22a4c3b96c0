// CSV as RFC 4180 has it, read row by row from memory.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "content/parse/text_cursor.h"

namespace glasshouse::content {

/// A cell of a row, with the line and column of its first character. Text is a view into the file,
/// or, where quotes were doubled, into the reader until the next row.
struct Cell {
  std::string_view text;
  Mark mark;
  Value value = {};  // of a table in JSON: what stands there; undefined in CSV
};

/// Reads rows one after another. Line ends may be LF or CRLF; blank lines are passed over.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string_view file, std::size_t field_bytes,
            Diagnostics& diagnostics, char separator = ',')
      : text_(text),
        file_(file),
        field_bytes_(field_bytes),
        diagnostics_(diagnostics),
        separator_(separator),
        cursor_(text) {}

  /// Moves to the start of a line, counted from 1, that no row has reached; to the end where there
  /// is none.
  void skip_to_line(std::uint32_t line);

  /// The next row, good until the one after it, or none at the end of the file or after an error
  /// (a quote that is never closed, a quote in an unquoted cell, text after a closing quote, a
  /// line that ends in CR alone, a cell over the limit), which has then been said.
  [[nodiscard]] std::optional<std::span<const Cell>> next();
  [[nodiscard]] bool failed() const { return failed_; }
  /// How many blank lines were passed over.
  [[nodiscard]] std::size_t blank_lines() const { return blank_lines_; }

 private:
  bool read_cell();
  bool read_plain_cell();
  bool read_quoted_cell();
  bool add_cell(std::string_view text, Mark mark);
  bool fail();
  [[nodiscard]] bool at_line_end() const;
  void skip_line_end();

  std::string_view text_;
  std::string_view file_;
  std::size_t field_bytes_;
  Diagnostics& diagnostics_;
  char separator_;
  TextCursor cursor_;
  std::vector<Cell> cells_;
  std::deque<std::string> unquoted_;  // of this row
  bool failed_ = false;
  std::size_t blank_lines_ = 0;
};

}  // namespace glasshouse::content
