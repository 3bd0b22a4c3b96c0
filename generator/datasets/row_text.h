// Rows of a dataset as CSV (RFC 4180) and as JSON (RFC 8259).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/dataset.h"

namespace glasshouse::datasets {

/// Adds the names of the columns, and the end of the line.
void append_csv_head(std::string& out, std::span<const model::DatasetColumn> columns);

/// Adds the cells and the end of the line. Text that a spreadsheet would run as a formula gets an
/// apostrophe in front.
void append_csv_row(std::string& out, std::span<const model::DatasetColumn> columns,
                    std::span<const std::string> cells);

/// Adds an object of the cells by name, `release` first: numbers with the digits they have, null
/// where there is no value, text as it is.
void append_json_row(std::string& out, std::span<const model::DatasetColumn> columns,
                     std::span<const std::string> cells, std::string_view release);

}  // namespace glasshouse::datasets
