#include "datasets/row_text.h"

#include "base/csv.h"
#include "base/json.h"

namespace glasshouse::datasets {

namespace {

bool is_quoted(model::ColumnType type) {
  using model::ColumnType;
  return type == ColumnType::string || type == ColumnType::date || type == ColumnType::yearmonth;
}

}  // namespace

void append_csv_head(std::string& out, std::span<const model::DatasetColumn> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += ',';
    append_csv_cell(out, columns[i].name);
  }
  out += "\r\n";
}

void append_csv_row(std::string& out, std::span<const model::DatasetColumn> columns,
                    std::span<const std::string> cells) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += ',';
    if (columns[i].type == model::ColumnType::string) {
      append_csv_text(out, cells[i]);
    } else {
      append_csv_cell(out, cells[i]);
    }
  }
  // A line with nothing on it would be read as no row.
  if (columns.size() == 1 && cells[0].empty()) out += "\"\"";
  out += "\r\n";
}

void append_json_row(std::string& out, std::span<const model::DatasetColumn> columns,
                     std::span<const std::string> cells, std::string_view release) {
  out += "{\"release\":";
  append_json_string(out, release);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out += ',';
    append_json_string(out, columns[i].name);
    out += ':';
    if (cells[i].empty()) {
      out += "null";
    } else if (is_quoted(columns[i].type)) {
      append_json_string(out, cells[i]);
    } else {
      out += cells[i];
    }
  }
  out += '}';
}

}  // namespace glasshouse::datasets
