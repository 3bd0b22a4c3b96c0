// The lines of a pipe table, as GFM defines them (section 4.10): the row of dashes, rows and cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::markdown {

enum class Align : std::uint8_t { none, left, centre, right };

/// The columns of a row of dashes such as `| --- | :-: |`, none when the line is no such row.
[[nodiscard]] std::optional<std::vector<Align>> delimiter_row(std::string_view line);

/// Whether a line with all that may stand before it could be a row of dashes, or any line of a text
/// could. Quick, and never wrong when they say no.
[[nodiscard]] bool may_be_delimiter_row(std::string_view line);
[[nodiscard]] bool may_have_table(std::string_view text);

/// The cells of a row, trimmed; views into `line`. None for a line of a lone `|` or of nothing. A
/// pipe after a backslash belongs to its cell, in code too.
void split_row(std::string_view line, std::vector<std::string_view>& cells);

/// Whether a line that stands after a table's row begins something else, such as a list: lines that
/// could not break off a paragraph, but do break off a table.
[[nodiscard]] bool breaks_off_table(std::string_view line);

/// Adds the cell as the content of an ATX heading: `\|` becomes `|`, and a `#` at its end stays.
void append_cell_source(std::string& out, std::string_view cell);

/// The offset in `cell` of what stands at `offset` of what append_cell_source makes of it.
[[nodiscard]] std::size_t cell_offset(std::string_view cell, std::size_t offset);

}  // namespace glasshouse::markdown
