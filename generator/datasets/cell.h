// One cell as given, made into what is published, by its column.
#pragma once

#include <string>
#include <string_view>

#include "datasets/descriptor.h"

namespace glasshouse::datasets {

/// What was done to the cells of one column, or is odd in them.
struct CellCounts {
  std::size_t dates = 0, numbers = 0, booleans = 0, trimmed = 0, missing = 0;
  std::size_t formulas = 0, spreadsheet_errors = 0, lost_characters = 0;
};

/// Why a cell cannot be published: a sentence without its full stop, and what to do.
struct CellProblem {
  std::string message, hint;
};

/// Puts into `out` the clean text: an ISO date, plain digits, true or false, text without space at
/// its ends; empty where there is no value. Gives whether the cell is what its column asks for; if
/// not, `problem` says why. `unique` is not looked at.
[[nodiscard]] bool read_cell(std::string_view text, const Column& column, const Reading& reading,
                             std::string& out, CellCounts& counts, CellProblem& problem);

/// The text in quotes, cut where it is long.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace glasshouse::datasets
