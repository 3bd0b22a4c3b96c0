#include "markdown/tables.h"

#include <algorithm>

#include "markdown/limits.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace glasshouse::markdown {
namespace {

/// Finds the tables among the lines of one paragraph.
class Finder {
 public:
  Finder(const std::vector<std::string_view>& lines, std::vector<Table>& tables,
         std::vector<TableRemark>& remarks)
      : lines_(lines), tables_(tables), remarks_(remarks) {}

  /// The paragraph's first and last line, from 0, and the bytes before the text of the first.
  void search(std::size_t first, std::size_t last, std::size_t first_text) {
    for (std::size_t row = first; row < last; ++row) {
      const std::size_t text =
          row == first ? std::min(first_text, lines_[row].size()) : quote_prefix(lines_[row]);
      // A line of dashes alone has made a heading of what is above it.
      if (!may_be_delimiter_row(lines_[row + 1])) continue;
      auto columns = delimiter_row(own_text(row + 1));
      if (!columns) continue;
      split_row(lines_[row].substr(text), cells_);
      if (cells_.size() != columns->size()) {
        remark_difference(row + 1, columns->size());
        return;
      }
      std::size_t end = row + 2;
      while (end <= last && is_row(own_text(end))) ++end;
      tables_.push_back({.line = static_cast<std::uint32_t>(row + 1),
                         .row_count = static_cast<std::uint32_t>(end - row - 1),
                         .first_text = static_cast<std::uint32_t>(text),
                         .columns = std::move(*columns)});
      // Whatever comes now, GFM's parser no longer sees it as part of this paragraph.
      return;
    }
  }

 private:
  std::string_view own_text(std::size_t row) const {
    return lines_[row].substr(quote_prefix(lines_[row]));
  }

  bool is_row(std::string_view text) {
    if (breaks_off_table(text)) return false;
    split_row(text, cells_);
    return !cells_.empty();
  }

  void remark_difference(std::size_t row, std::size_t columns) {
    // One column of dashes is most likely no table at all.
    if (columns < 2 || cells_.size() < 2) return;
    remarks_.push_back({TableRemark::Kind::columns_differ, static_cast<std::uint32_t>(row + 1),
                        columns, cells_.size()});
  }

  const std::vector<std::string_view>& lines_;
  std::vector<Table>& tables_;
  std::vector<TableRemark>& remarks_;
  std::vector<std::string_view> cells_;
};

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Behind at most three spaces, beyond which it might be code.
bool starts_with_pipe(std::string_view line) {
  const std::size_t start = line.find_first_not_of(' ');
  return start < 4 && line[start] == '|';
}

/// Writes the second source.
class Writer {
 public:
  Writer(const std::vector<std::string_view>& lines, Tabled& tabled,
         std::vector<TableRemark>& remarks)
      : lines_(lines), tabled_(tabled), remarks_(remarks) {
    std::size_t size = 0;
    for (const std::string_view line : lines) size += line.size() + 1;
    limit_ = kMaxTableGrowth * size + kMaxTableGrowthBase;
    tabled_.text.reserve(size + size / 4);
    tabled_.lines.reserve(lines.size() * 2);
  }

  bool write(const std::vector<Table>& tables) {
    std::size_t next = 0;  // from 0
    for (const Table& table : tables) {
      while (next + 1 < table.line) copy(next++);
      if (!write_table(table)) return false;
      next = table.line + table.row_count;
    }
    while (next < lines_.size()) copy(next++);
    return true;
  }

 private:
  void copy(std::size_t line) {
    tabled_.text.append(lines_[line]);
    tabled_.text += '\n';
    tabled_.lines.push_back({.line = static_cast<std::uint32_t>(line + 1)});
  }

  bool write_table(const Table& table) {
    const auto number = static_cast<std::uint32_t>(tabled_.tables.size());
    tabled_.tables.push_back(table);
    write_row(number, 0, table.line - 1, table.first_text, table.columns.size());
    write_dashes(number, table.line);
    for (std::uint32_t row = 1; row < table.row_count && is_within_bounds(); ++row) {
      const std::size_t line = table.line + row;
      write_row(number, row, line, quote_prefix(lines_[line]), table.columns.size());
    }
    if (!is_within_bounds()) return false;
    tabled_.cells.back().ends_table = true;
    return true;
  }

  void write_row(std::uint32_t table, std::uint32_t row, std::size_t line, std::size_t text,
                 std::size_t columns) {
    split_row(lines_[line].substr(text), cells_);
    if (cells_.size() > columns) {
      remarks_.push_back({TableRemark::Kind::row_too_long, static_cast<std::uint32_t>(line + 1),
                          cells_.size(), columns});
      cells_.resize(columns);
    }
    filled_ += columns - cells_.size();
    const std::string_view prefix = lines_[line].substr(0, text);
    for (std::size_t column = 0; column < cells_.size() && is_within_bounds(); ++column) {
      write_cell(prefix, line,
                 {.text = cells_[column],
                  .table = table,
                  .row = row,
                  .column = static_cast<std::uint32_t>(column),
                  .ends_row = column + 1 == cells_.size()});
    }
  }

  void write_dashes(std::uint32_t table, std::size_t line) {
    const std::size_t text = quote_prefix(lines_[line]);
    write_cell(lines_[line].substr(0, text), line, {.is_dashes = true, .table = table});
  }

  void write_cell(std::string_view prefix, std::size_t line, const Cell& cell) {
    write_prefix(prefix, cell.column == 0);
    append_cell_source(tabled_.text, cell.text);
    tabled_.text += '\n';
    tabled_.lines.push_back({.line = static_cast<std::uint32_t>(line + 1),
                             .cell = static_cast<std::uint32_t>(tabled_.cells.size()),
                             .prefix = static_cast<std::uint32_t>(prefix.size() + 2)});
    tabled_.cells.push_back(cell);
  }

  bool is_within_bounds() const {
    return filled_ <= kMaxFilledCells && tabled_.text.size() <= limit_;
  }

  /// A list's marker stands once; further lines of its item are indented as far.
  void write_prefix(std::string_view prefix, bool with_marker) {
    for (const char c : prefix) {
      const bool stays = with_marker || c == '>' || c == '\t';
      tabled_.text += stays ? c : ' ';
    }
    tabled_.text += "# ";
  }

  const std::vector<std::string_view>& lines_;
  Tabled& tabled_;
  std::vector<TableRemark>& remarks_;
  std::vector<std::string_view> cells_;
  std::size_t filled_ = 0;
  std::size_t limit_ = 0;
};

}  // namespace

std::optional<std::vector<Table>> find_plain_tables(const std::vector<std::string_view>& lines) {
  std::vector<Table> tables;
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_be_delimiter_row(lines[i])) continue;
    const std::size_t header = i - 1;
    const bool stands_apart = i >= 1 && (i == 1 || is_blank_line(lines[i - 2]));
    if (!stands_apart || !starts_with_pipe(lines[header])) return std::nullopt;
    auto columns = starts_with_pipe(lines[i]) ? delimiter_row(lines[i]) : std::nullopt;
    split_row(lines[header], cells);
    if (!columns || columns->size() != cells.size()) return std::nullopt;
    for (++i; i < lines.size() && !is_blank_line(lines[i]); ++i) {
      split_row(lines[i], cells);
      if (!starts_with_pipe(lines[i]) || cells.empty()) return std::nullopt;
    }
    tables.push_back({.line = static_cast<std::uint32_t>(header + 1),
                      .row_count = static_cast<std::uint32_t>(i - header - 1),
                      .first_text = static_cast<std::uint32_t>(lines[header].find('|')),
                      .columns = std::move(*columns)});
  }
  return tables;
}

std::vector<Table> find_tables(const std::vector<std::string_view>& lines, cmark_node* root,
                               std::vector<TableRemark>& remarks) {
  std::vector<Table> tables;
  Finder finder(lines, tables, remarks);
  for (cmark_node* node = root; node; node = next_block(node, root)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) continue;
    const auto first = static_cast<std::size_t>(cmark_node_get_start_line(node));
    const auto last =
        std::min(static_cast<std::size_t>(cmark_node_get_end_line(node)), lines.size());
    if (first == 0 || last <= first) continue;
    finder.search(first - 1, last - 1,
                  static_cast<std::size_t>(cmark_node_get_start_column(node)) - 1);
  }
  return tables;
}

bool write_tables(const std::vector<std::string_view>& lines, const std::vector<Table>& tables,
                  Tabled& tabled, std::vector<TableRemark>& remarks) {
  return Writer(lines, tabled, remarks).write(tables);
}

bool verify_tables(const Tabled& tabled, cmark_node* root, std::vector<Table>& tables) {
  std::vector<bool> in_place(tabled.cells.size());
  const cmark_node* parent = nullptr;
  for (cmark_node* node = root; node; node = next_block(node, root)) {
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
    const std::uint32_t cell =
        tabled.lines[static_cast<std::size_t>(cmark_node_get_start_line(node)) - 1].cell;
    if (cell == kNoCell || cmark_node_get_heading_level(node) != 1) continue;
    const bool first = cell == 0 || tabled.cells[cell - 1].table != tabled.cells[cell].table;
    if (first) parent = cmark_node_parent(node);
    in_place[cell] = parent == cmark_node_parent(node) && (first || in_place[cell - 1]);
  }
  bool all = true;
  for (std::size_t i = 0; i < in_place.size(); ++i) {
    if (in_place[i]) continue;
    all = false;
    Table& table = tables[tabled.cells[i].table];
    table.row_count = std::min(table.row_count, tabled.cells[i].row);
  }
  std::erase_if(tables, [](const Table& table) { return table.row_count == 0; });
  return all;
}

}  // namespace glasshouse::markdown
