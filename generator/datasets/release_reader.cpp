#include "datasets/release_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "datasets/notes.h"

namespace glasshouse::datasets {

namespace {

bool is_blank(std::span<const content::Cell> cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const content::Cell& cell) { return trim(cell.text).empty(); });
}

// "\"Net\" or \"Amount (£)\"".
std::string names_in_files(const Column& column) {
  std::string names;
  for (const std::string_view name : column.from) {
    const bool is_default = !names.empty() && name == column.shown.name;
    if (is_default) continue;
    if (!names.empty()) names += " or ";
    names += in_quotes(name);
  }
  return names;
}

}  // namespace

ReleaseReader::ReleaseReader(const Descriptor& descriptor, const Release& release,
                             std::string bytes, Diagnostics& diagnostics)
    : descriptor_(descriptor),
      release_(release),
      diagnostics_(diagnostics),
      bytes_(std::move(bytes)),
      heads_(descriptor.columns.size()),
      seen_(descriptor.columns.size()),
      cells_(descriptor.columns.size()),
      counts_(descriptor.columns.size()) {}

bool ReleaseReader::open() { return decode() && read_head(); }

bool ReleaseReader::decode() {
  const content::Encoding encoding = release_.reading.encoding;
  const auto text =
      content::decode_text(bytes_, encoding, file(), "declare encoding: windows-1252 under read",
                           converted_, diagnostics_);
  if (!text) return false;
  has_mark_ = encoding == content::Encoding::utf8 && text->size() != bytes_.size();
  text_ = *text;
  if (!converted_.empty()) bytes_ = std::string();  // large files are held once
  return true;
}

bool ReleaseReader::read_head() {
  csv_.emplace(text_, file(), kLargestCell, diagnostics_, release_.reading.delimiter);
  csv_->skip_to_line(release_.reading.header_row);
  const auto head = csv_->next();
  if (!head) {
    if (!csv_->failed()) {
      diagnostics_.error(
          "dataset-no-header", Place(file()),
          fmt::format("there are no names of columns on line {}", release_.reading.header_row),
          "Say under read, header_row, on which line they stand.");
    }
    return false;
  }
  lines_above_ = release_.reading.header_row - 1;
  column_of_.assign(head->size(), kNone);
  is_unnamed_.assign(head->size(), false);
  for (std::size_t i = 0; i < descriptor_.columns.size(); ++i) {
    for (const std::string_view name : descriptor_.columns[i].from) {
      column_by_head_.emplace(name, i);
    }
  }
  bool is_right = true;
  for (std::size_t i = 0; i < head->size(); ++i) is_right = name_column(i, (*head)[i]) && is_right;
  return check_columns(*head) && is_right;
}

bool ReleaseReader::name_column(std::size_t position, const content::Cell& head) {
  const std::string_view name = trim(head.text);
  if (name.empty()) {
    is_unnamed_[position] = true;
    ++unnamed_;
    return true;
  }
  const auto& left_out = release_.reading.leave_out;
  if (std::find(left_out.begin(), left_out.end(), name) != left_out.end()) {
    left_out_.emplace_back(name);
    return true;
  }
  const auto found = column_by_head_.find(name);
  if (found == column_by_head_.end()) {
    say_unknown_column(name, head.mark);
    return false;
  }
  const std::size_t column = found->second;
  if (!heads_[column].empty()) {
    diagnostics_.error(
        "dataset-head-twice", Place(file(), head.mark),
        heads_[column] == name
            ? fmt::format("two columns are called {}", in_quotes(name))
            : fmt::format("the columns {} and {} would both become {}", in_quotes(heads_[column]),
                          in_quotes(name), descriptor_.columns[column].shown.name),
        "Rename one of the two, or leave one out under read, leave_out.");
    return false;
  }
  heads_[column] = name;
  column_of_[position] = column;
  least_cells_ = position + 1;
  return true;
}

void ReleaseReader::say_unknown_column(std::string_view name, Mark mark) {
  if (++unknown_columns_ > kUnknownColumnsSaid) return;
  std::vector<std::string_view> names;
  for (const Column& column : descriptor_.columns) {
    names.insert(names.end(), column.from.begin(), column.from.end());
  }
  std::string hint = did_you_mean(name, names);
  for (const Column& column : descriptor_.columns) {
    if (name != column.shown.title && name != column.shown.name) continue;
    hint = fmt::format("Add it to from of the column {}.", column.shown.name);
  }
  if (hint.empty()) hint = "Add it to columns, or name it under read, leave_out.";
  diagnostics_.error("dataset-column-unknown", Place(file(), mark),
                     fmt::format("the dataset has no column {}", in_quotes(name)), std::move(hint));
}

bool ReleaseReader::check_columns(std::span<const content::Cell> head) {
  bool is_right = true;
  for (std::size_t i = 0; i < descriptor_.columns.size(); ++i) {
    const Column& column = descriptor_.columns[i];
    const bool is_without =
        std::find(release_.without.begin(), release_.without.end(), i) != release_.without.end();
    if (heads_[i].empty() != is_without) {
      is_right = false;
      const Place place(file(), head.empty() ? Mark{1, 1} : head.front().mark);
      if (is_without) {
        diagnostics_.error("dataset-column-unexpected", place,
                           fmt::format("the file has the column {}, and the release says that it "
                                       "has not",
                                       column.shown.name),
                           "Take it out of without.");
      } else {
        diagnostics_.error(
            "dataset-column-missing", place,
            fmt::format("the file has no column {}", names_in_files(column)),
            "Name what the file calls it under from, or say in the release that it is without.");
      }
    } else if (is_without && column.is_required) {
      is_right = false;
      diagnostics_.error(
          "dataset-column-missing", descriptor_.record->source->place(release_.named),
          fmt::format("the release is without {}, which every row must have", column.shown.name),
          "Take required out of the column's constraints.");
    }
  }
  return is_right;
}

const Row* ReleaseReader::next() {
  while (const auto cells = csv_->next()) {
    if (is_blank(*cells)) {
      ++blank_rows_;
      continue;
    }
    problems_.clear();
    check_length(*cells);
    counts_before_ = counts_;
    if (problems_.empty()) read_cells(*cells);
    if (!problems_.empty()) counts_ = counts_before_;  // notes speak of what is published
    row_ = {cells->front().mark, cells_, *cells, problems_};
    return &row_;
  }
  return nullptr;
}

void ReleaseReader::add_problem(Mark mark, std::string message, std::string hint) {
  problems_.push_back({mark, {std::move(message), std::move(hint)}});
}

void ReleaseReader::check_length(std::span<const content::Cell> cells) {
  if (cells.size() < least_cells_) {
    if (release_.reading.fills_short_rows) {
      ++short_rows_;
    } else {
      add_problem(cells.front().mark,
                  fmt::format("the row has {} {}, and {} are needed to reach the last column",
                              cells.size(), cells.size() == 1 ? "cell" : "cells", least_cells_),
                  "Add the missing commas, or declare short_rows: fill under read.");
    }
  }
  if (cells.size() > column_of_.size()) {
    const auto extra = cells.subspan(column_of_.size());
    if (is_blank(extra)) {
      ++long_rows_;
    } else {
      add_problem(extra.front().mark,
                  fmt::format("the row has {} cells, and there are {} columns", cells.size(),
                              column_of_.size()),
                  "Put a cell that has a comma in it in quotes, or take the extra cells out.");
    }
  }
}

void ReleaseReader::read_cells(std::span<const content::Cell> cells) {
  for (std::string& cell : cells_) cell.clear();
  for (std::size_t i = 0; i < column_of_.size(); ++i) {
    const bool has_cell = i < cells.size();
    const std::string_view text = has_cell ? cells[i].text : std::string_view();
    const Mark mark = has_cell ? cells[i].mark : cells.back().mark;
    if (is_unnamed_[i] && !release_.reading.leaves_out_unnamed && !trim(text).empty()) {
      add_problem(mark, fmt::format("{} stands in a column that has no name", in_quotes(text)),
                  "Give the column a name, or declare unnamed_columns: leave-out under read.");
    }
    const std::size_t column = column_of_[i];
    if (column == kNone) continue;
    CellProblem problem;
    if (!read_cell(text, descriptor_.columns[column], release_.reading, cells_[column],
                   counts_[column], problem)) {
      problems_.push_back({mark, std::move(problem)});
    } else if (descriptor_.columns[column].is_unique && !cells_[column].empty()) {
      check_unique(column, mark);
    }
  }
}

void ReleaseReader::check_unique(std::size_t column, Mark mark) {
  const auto [first, is_new] = seen_[column].try_emplace(cells_[column], mark.line);
  if (is_new) return;
  add_problem(mark, fmt::format("{} is {}, as on line {}, and must differ on each row",
                                descriptor_.columns[column].shown.name, in_quotes(cells_[column]),
                                first->second));
}

std::vector<model::DatasetNote> ReleaseReader::notes() const {
  std::vector<model::DatasetNote> notes;
  const auto add = [&](std::string_view what, std::size_t count, std::string detail = {}) {
    if (count > 0) notes.push_back({what, count, std::move(detail)});
  };
  add(kFromWindows1252, release_.reading.encoding == content::Encoding::windows_1252);
  add(kByteOrderMark, has_mark_);
  add(kLinesAbove, lines_above_);
  add(kUnnamedColumns, unnamed_);
  for (const std::string& name : left_out_) add(kLeftOut, 1, name);
  for (const std::size_t i : release_.without) {
    add(kWithout, 1, std::string(descriptor_.columns[i].shown.title));
  }
  add(kBlankRows, blank_rows_ + (csv_ ? csv_->blank_lines() : 0));
  add(kShortRows, short_rows_);
  add(kLongRows, long_rows_);
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const CellCounts& counts = counts_[i];
    const std::string title(descriptor_.columns[i].shown.title);
    add(kDates, counts.dates, title);
    add(kNumbers, counts.numbers, title);
    add(kBooleans, counts.booleans, title);
    add(kTrimmed, counts.trimmed, title);
    add(kMissing, counts.missing, title);
    add(kFormulas, counts.formulas, title);
    add(kSpreadsheetErrors, counts.spreadsheet_errors, title);
    add(kLostCharacters, counts.lost_characters, title);
  }
  return notes;
}

}  // namespace glasshouse::datasets
