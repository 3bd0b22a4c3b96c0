// The words for what is done to a file or odd in it, as `what` of a DatasetNote. Strings of the
// theme word each: dataset_note_<what> with _ for -.
#pragma once

#include <string_view>

namespace glasshouse::datasets {

// Of the file.
inline constexpr std::string_view kFromWindows1252 = "windows-1252";
inline constexpr std::string_view kByteOrderMark = "byte-order-mark";
inline constexpr std::string_view kLinesAbove = "lines-above";  // the names of the columns
inline constexpr std::string_view kUnnamedColumns = "unnamed-columns";
inline constexpr std::string_view kLeftOut = "left-out";  // detail: what the file calls it
inline constexpr std::string_view kRenamed = "renamed";   // detail: the same
inline constexpr std::string_view kWithout = "without";   // detail: the column

// Of rows.
inline constexpr std::string_view kBlankRows = "blank-rows";
inline constexpr std::string_view kShortRows = "short-rows";
inline constexpr std::string_view kLongRows = "long-rows";  // by cells that are all empty

// Of cells; detail: the column.
inline constexpr std::string_view kDates = "dates";
inline constexpr std::string_view kNumbers = "numbers";
inline constexpr std::string_view kBooleans = "booleans";
inline constexpr std::string_view kTrimmed = "trimmed";
inline constexpr std::string_view kMissing = "missing";
inline constexpr std::string_view kFormulas = "formulas";
inline constexpr std::string_view kSpreadsheetErrors = "spreadsheet-errors";
inline constexpr std::string_view kLostCharacters = "lost-characters";

}  // namespace glasshouse::datasets
