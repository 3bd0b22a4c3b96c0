// A table in CSV: its header held against the source, then its rows.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "content/csv.h"
#include "content/read_rows.h"
#include "content/table_columns.h"

namespace glasshouse::content {

namespace {

// What of `named` is not among `columns`.
std::vector<std::string_view> missing_of(std::span<const std::string_view> named,
                                         std::span<const std::string_view> columns) {
  const std::unordered_set<std::string_view> has(columns.begin(), columns.end());
  std::vector<std::string_view> missing;
  for (const std::string_view name : named) {
    if (!has.contains(name)) missing.push_back(name);
  }
  return missing;
}

// U+FFFD, which stands where a character was lost, and UTF-8 that was read as Windows-1252 and
// saved again: "â€™" was an apostrophe, "Ã©" an é.
constexpr std::string_view kLost = "\xEF\xBF\xBD";
constexpr std::string_view kTwiceEncoded[] = {"\xC3\xA2\xE2\x82\xAC", "\xC3\x83\xC2"};

std::string_view damage_in(std::string_view text) {
  if (text.find(kLost) != std::string_view::npos) return kLost;
  for (const std::string_view sign : kTwiceEncoded) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    // With the character that follows, or the second byte of the one that was begun.
    std::size_t end = std::min(at + sign.size() + 1, text.size());
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    return text.substr(at, end - at);
  }
  return {};
}

class CsvTable {
 public:
  CsvTable(std::string_view text, const TableContext& context, RowProblems& problems,
           RecordMaker& maker)
      : text_(text), c_(context), problems_(problems), maker_(maker) {}

  void read() {
    CsvReader reader(text_, c_.file, c_.limits.field_bytes, c_.diagnostics, c_.source.delimiter);
    reader.skip_to_line(c_.source.header_row);
    const auto header = reader.next();
    if (!header) {
      if (!reader.failed()) say_no_header();
      return;
    }
    if (!read_columns(*header)) return;
    while (const auto row = reader.next()) read_row(*row);
    maker_.count_blank(reader.blank_lines());
    if (!maker_.has_rows() && !reader.failed()) {
      c_.diagnostics.warning("csv-no-rows", Place(c_.file, 1, 1),
                             "the file has a header and no rows",
                             "Add the records, or remove the collection.");
    }
  }

 private:
  void say_no_header() {
    c_.diagnostics.error("csv-no-header", Place(c_.file, 1, 1), "the file has no header row",
                         c_.source.header_row == 1
                             ? "Write the names of the columns on the first line."
                             : "Correct \"header_row\", the line that the header stands on.");
  }

  bool read_columns(std::span<const Cell> header) {
    const auto columns = read_header(header, c_);
    if (!columns) return false;
    const auto named = named_columns(c_.source);
    const bool is_right = check_named_columns(*columns, Severity::error, c_);
    if (c_.source.has_mapping) {
      const std::unordered_set<std::string_view> is_named(named.begin(), named.end());
      const auto missing = missing_of(named, *columns);
      for (std::size_t i = 0; i < columns->size(); ++i) {
        if (!is_named.contains((*columns)[i])) {
          say_unmapped((*columns)[i], header[i].mark, missing, c_);
        }
      }
    }
    columns_ = columns->size();
    has_damage_ = !damage_in(text_).empty();
    maker_.follow(plan_table(c_.source, *columns, true, c_.arena));
    return is_right;
  }

  void read_row(std::span<const Cell> row) {
    if (std::all_of(row.begin(), row.end(),
                    [](const Cell& cell) { return trim(cell.text).empty(); })) {
      return maker_.count_blank();  // what spreadsheets leave below their last row
    }
    if (row.size() != columns_) return say_ragged(row);
    if (has_damage_) say_damage(row);
    maker_.add(row.front().mark, row);
  }

  void say_ragged(std::span<const Cell> row) {
    maker_.reject();
    problems_.say(c_.source.bad_rows, "csv-ragged-row", row.front().mark,
                  fmt::format("this row has {} {}, and the header has {}", row.size(),
                              row.size() == 1 ? "cell" : "cells", columns_),
                  row.size() > columns_ ? "Put a cell that holds a comma in quotes."
                                        : "Add the cells that are missing, empty ones too.");
  }

  void say_damage(std::span<const Cell> row) {
    for (const Cell& cell : row) {
      const std::string_view sign = damage_in(cell.text);
      if (sign.empty()) continue;
      problems_.warn("damaged-text", cell.mark,
                     sign == kLost ? fmt::format("the cell holds {}, which stands where a "
                                                 "character was lost",
                                                 sign)
                                   : fmt::format("the cell holds {}, a character that was saved "
                                                 "in the wrong encoding",
                                                 sign),
                     "Correct the text in the system that the file comes from, or export it again "
                     "as UTF-8.");
    }
  }

  std::string_view text_;
  const TableContext& c_;
  RowProblems& problems_;
  RecordMaker& maker_;
  std::size_t columns_ = 0;
  bool has_damage_ = false;
};

}  // namespace

void read_csv_rows(std::string_view text, const TableContext& context, RowProblems& problems,
                   RecordMaker& maker) {
  CsvTable(text, context, problems, maker).read();
}

}  // namespace glasshouse::content
