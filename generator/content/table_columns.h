// The columns of a table held against what the source names, before any row is read.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "content/csv.h"
#include "content/table.h"

namespace glasshouse::content {

/// The names of the columns of a header. A second column of one name is called "Name#2", and one
/// without a name by its number, "#3", where the source names it so; else either is an error. None,
/// having said why, where there is one, or where there are more columns than a table may have.
[[nodiscard]] std::optional<std::vector<std::string_view>> read_header(std::span<const Cell> cells,
                                                                       const TableContext& context);

/// Says which columns the source names and the table does not have: an error where a file has a
/// header, and a warning where any record may have its own fields. Gives whether there was none.
bool check_named_columns(std::span<const std::string_view> columns, Severity severity,
                         const TableContext& context);

/// Says that the source does not say what becomes of a column. `missing` are the columns that it
/// names and the table does not have.
void say_unmapped(std::string_view column, Mark mark, std::span<const std::string_view> missing,
                  const TableContext& context);

/// The columns that the source names, each once.
[[nodiscard]] std::vector<std::string_view> named_columns(const TableSource& source);

}  // namespace glasshouse::content
