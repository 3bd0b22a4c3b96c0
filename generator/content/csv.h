// CSV as RFC 4180 has it, read row by row from memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::content {

/// A cell of a row, with the line and column of its first character. Unquoted text is a view into
/// the file; text with doubled quotes is put together in the reader and is good until the next row.
struct Cell {
  std::string_view text;
  Mark mark;
};

/// Reads rows one after another. Line ends may be LF or CRLF; blank lines are passed over.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string_view file, std::size_t field_bytes,
            Diagnostics& diagnostics, char separator = ',');
  /// The next row, or none at the end of the file or after an error (a quote that is never closed,
  /// text after a closing quote, a cell over the limit), which has then been said.
  [[nodiscard]] std::optional<std::vector<Cell>> next();
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::string_view text_;
  std::string_view file_;
  std::size_t field_bytes_;
  Diagnostics& diagnostics_;
  char separator_;
  std::size_t position_ = 0;
  Mark mark_{1, 1};
  std::vector<std::string> unquoted_;
  bool failed_ = false;
};

}  // namespace glasshouse::content
