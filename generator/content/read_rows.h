// The rows of a table's text, by its format, each given to the maker of records.
#pragma once

#include <string_view>

#include "content/record_maker.h"

namespace glasshouse::content {

/// CSV: csv.h.
void read_csv_rows(std::string_view text, const TableContext& context, RowProblems& problems,
                   RecordMaker& maker);
/// A list of JSON objects, at the source's pointer.
void read_json_list(std::string_view text, const TableContext& context, RowProblems& problems,
                    RecordMaker& maker);
/// A JSON object a line.
void read_json_lines(std::string_view text, const TableContext& context, RowProblems& problems,
                     RecordMaker& maker);

}  // namespace glasshouse::content
