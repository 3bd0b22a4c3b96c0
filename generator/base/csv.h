// CSV text as RFC 4180 has it, cell by cell. Reading CSV is content/'s work.
#pragma once

#include <string>
#include <string_view>

namespace glasshouse {

/// Adds the cell, in quotes where it holds a comma, a quote or a line end.
void append_csv_cell(std::string& out, std::string_view text);

/// Whether a spreadsheet would run the text as a formula: it starts with = + - @, a tab or a
/// return, and is no number.
[[nodiscard]] bool is_run_by_spreadsheets(std::string_view text);

/// The same for text that people wrote: one that would be run gets an apostrophe in front.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace glasshouse
