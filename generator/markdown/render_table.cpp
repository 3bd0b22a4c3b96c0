// Tables: the cells of one row follow each other as headings of the second source.
#include <algorithm>

#include <fmt/format.h>

#include "markdown/render.h"

namespace glasshouse::markdown {
namespace {

constexpr std::array<std::string_view, 4> kAlignNames = {"", "left", "center", "right"};

}  // namespace

void Renderer::open_cell(std::uint32_t number) {
  const Cell& cell = document_.tabled.cells[number];
  if (cell.is_dashes) return;
  const Table& table = document_.tabled.tables[cell.table];
  const bool header = cell.row == 0;
  if (header && cell.column == 0) open_table();
  if (cell.row == 1 && cell.column == 0) out_ += "<tbody>\n";
  if (cell.column == 0) out_ += "<tr>\n";
  open_cell_tag(header, cell.text.empty(), table.columns[cell.column]);
}

void Renderer::close_cell(std::uint32_t number) {
  const Cell& cell = document_.tabled.cells[number];
  if (!cell.is_dashes) close_cell_tag();
  if (cell.ends_row) close_row(cell);
  if (!cell.ends_table) return;
  if (cell.row > 0) out_ += "</tbody>\n";
  out_ += "</table>\n";
  if (!options_.bare) out_ += "</section>\n";
}

void Renderer::close_row(const Cell& cell) {
  const Table& table = document_.tabled.tables[cell.table];
  for (std::size_t column = cell.column + 1; column < table.columns.size(); ++column) {
    open_cell_tag(false, true, table.columns[column]);
    close_cell_tag();
  }
  out_ += "</tr>\n";
  if (cell.row == 0) out_ += "</thead>\n";
}

void Renderer::open_table() {
  start_line();
  ++table_count_;
  if (!options_.bare) open_table_region();
  out_ += "<table>\n<thead>\n";
}

/// A named section is a region, which a screen reader lists: no two may have the same name.
void Renderer::open_table_region() {
  out_ += "<section";
  const bool named = !is_blank_text(last_heading_);
  attribute("aria-label", fmt::format("Table {}{}{}", table_count_, named ? ": " : "",
                                      named ? shown(last_heading_) : ""));
  out_ += " tabindex=\"0\">\n";
}

void Renderer::open_cell_tag(bool header, bool empty, Align align) {
  // A header cell without words heads nothing: the corner of a table with row titles.
  open_cell_tag_ = header && (options_.bare || !empty) ? "th" : "td";
  out_ += '<';
  out_ += open_cell_tag_;
  if (options_.bare) {
    if (align != Align::none) attribute("align", kAlignNames[static_cast<std::size_t>(align)]);
    out_ += '>';
    return;
  }
  if (open_cell_tag_ == "th") out_ += " scope=\"col\"";
  if (align == Align::centre) attribute("class", "align-centre");
  if (align == Align::right) attribute("class", "align-right");
  out_ += '>';
}

void Renderer::close_cell_tag() {
  out_ += "</";
  out_ += open_cell_tag_;
  out_ += ">\n";
}

void Renderer::remark_on_tables() {
  for (const TableRemark& remark : document_.remarks) {
    if (remark.kind == TableRemark::Kind::columns_differ) {
      problems_.warning(
          "table-columns", remark.line,
          fmt::format("this is no table: its row of dashes has {} columns, its heading row {}",
                      remark.found, remark.wanted),
          "Give both rows the same number of | marks.");
    } else {
      problems_.warning(
          "table-row-too-long", remark.line,
          fmt::format("this row has {} cells, its table {} columns: the rest is left out",
                      remark.found, remark.wanted),
          "Add a column to the heading, or write a | that belongs to the text as \\|.");
    }
  }
}

}  // namespace glasshouse::markdown
