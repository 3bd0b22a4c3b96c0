// What a column's type and separator make of a cell, of CSV (text) or of JSON (any value).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"
#include "content/table_source.h"

namespace glasshouse::content {

/// The value of a cell that is not empty. None, having said so at the cell, where it is not of the
/// column's type.
[[nodiscard]] std::optional<Value> convert_text(std::string_view text, Mark mark,
                                                const ColumnRule& rule, std::string_view file,
                                                Arena& arena, Diagnostics& diagnostics);

/// The same for a value of JSON.
[[nodiscard]] std::optional<Value> convert_value(Value value, const ColumnRule& rule,
                                                 std::string_view file, Arena& arena,
                                                 Diagnostics& diagnostics);

/// Whether the cell stands for an absent field: null, or text of nothing but space.
[[nodiscard]] bool is_empty_cell(Value value);

/// A string, number or boolean as text; empty for anything else.
[[nodiscard]] std::string scalar_text(Value value);

}  // namespace glasshouse::content
