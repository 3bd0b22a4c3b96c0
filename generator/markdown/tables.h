// Pipe tables on cmark's tree. cmark knows no tables: what GFM calls a table is to it a paragraph
// (or the text above a setext heading's line of dashes). So a text that may hold one is parsed
// twice. The first tree says which lines are paragraphs; there tables are found, and a second
// source is written in which each cell is an ATX heading on a line of its own, behind the quote
// marks and indentation of its row. A heading holds inline text alone, ends a paragraph, and leaves
// lists tight: so cmark itself reads each cell, with the text's link definitions, and itself
// decides where lists, quotes and tables end. On the second tree the headings of those lines are
// the cells (verify() proves it), and the renderer writes them as such.
#pragma once

#include <cmark.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/table_syntax.h"

namespace glasshouse::markdown {

inline constexpr std::uint32_t kNoCell = std::numeric_limits<std::uint32_t>::max();

/// A cell that the text wrote; what a short row leaves out has none. The row of dashes is one cell
/// without text, after those of the header: it must be in place too.
struct Cell {
  std::string_view text = {};  // in the source
  bool is_dashes = false;
  std::uint32_t table = 0;
  std::uint32_t row = 0;  // 0 is the header
  std::uint32_t column = 0;
  bool ends_row = false;
  bool ends_table = false;
};

struct Table {
  std::uint32_t line = 0;        // of the header row, in the source, from 1
  std::uint32_t row_count = 0;   // header included
  std::uint32_t first_text = 0;  // bytes before the text of the header row
  std::vector<Align> columns;
};

/// A line of the written source.
struct TableLine {
  std::uint32_t line = 0;        // of the source it comes from
  std::uint32_t cell = kNoCell;  // its cell, if it is one
  std::uint32_t prefix = 0;      // of a cell: bytes before its text
};

struct Tabled {
  std::string text;
  std::vector<TableLine> lines;  // one for each line of `text`
  std::vector<Cell> cells;
  std::vector<Table> tables;
};

/// Something an author should know of a table, at a line of the source.
struct TableRemark {
  enum class Kind : std::uint8_t { columns_differ, row_too_long } kind;
  std::uint32_t line;
  std::size_t found, wanted;  // numbers of cells
};

/// The tables of a text in which each stands by itself: an empty line before and after it, each of
/// its lines starting with `|`. Then the first tree is not needed, as the second one proves alone
/// that the lines are no code. None when any row of dashes stands otherwise.
[[nodiscard]] std::optional<std::vector<Table>> find_plain_tables(
    const std::vector<std::string_view>& lines);

/// The tables of the text, by its first tree.
[[nodiscard]] std::vector<Table> find_tables(const std::vector<std::string_view>& lines,
                                             cmark_node* root, std::vector<TableRemark>& remarks);

/// The second source. Where it would be out of proportion to the first, or rows leave out too many
/// cells, gives false.
[[nodiscard]] bool write_tables(const std::vector<std::string_view>& lines,
                                const std::vector<Table>& tables, Tabled& tabled,
                                std::vector<TableRemark>& remarks);

/// Whether the second tree has each cell where it was put. Where not, `tables` is cut down to the
/// rows that are in place: the others were no part of the table.
[[nodiscard]] bool verify_tables(const Tabled& tabled, cmark_node* root,
                                 std::vector<Table>& tables);

}  // namespace glasshouse::markdown
