// The rows of one file as it was given, one after another, as they are published. A file is read
// again for each thing that is made of it: no row is kept.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "content/csv.h"
#include "datasets/cell.h"
#include "datasets/descriptor.h"

namespace glasshouse::datasets {

/// Most bytes of one cell.
inline constexpr std::size_t kLargestCell = 1024 * 1024;

/// Columns of one file that are said to be unknown; a wrong delimiter makes thousands.
inline constexpr std::size_t kUnknownColumnsSaid = 100;

struct RowProblem {
  Mark mark;
  CellProblem what;
};

/// A row that is not blank. Good until the next.
struct Row {
  Mark mark;
  std::span<const std::string> cells;    // one a column, clean; empty: no value
  std::span<const content::Cell> given;  // as the file has them
  std::span<const RowProblem> problems;  // none: the row is right
};

class ReleaseReader {
 public:
  /// `bytes` are the file's. What is referred to must outlive the reader.
  ReleaseReader(const Descriptor& descriptor, const Release& release, std::string bytes,
                Diagnostics& diagnostics);
  ReleaseReader(const ReleaseReader&) = delete;
  ReleaseReader& operator=(const ReleaseReader&) = delete;

  /// Reads the encoding and the names of the columns. Gives whether rows can be read; says all that
  /// is wrong with either.
  [[nodiscard]] bool open();
  /// The next row; none at the end, or where the CSV itself is broken, which has then been said.
  [[nodiscard]] const Row* next();
  [[nodiscard]] bool failed() const { return !csv_ || csv_->failed(); }

  /// What the file calls each column; empty for those that it does not have.
  [[nodiscard]] const std::vector<std::string>& heads() const { return heads_; }
  /// What was done to the file, once its rows have been read.
  [[nodiscard]] std::vector<model::DatasetNote> notes() const;

 private:
  bool decode();
  bool read_head();
  bool name_column(std::size_t position, const content::Cell& head);
  void say_unknown_column(std::string_view name, Mark mark);
  bool check_columns(std::span<const content::Cell> head);
  void read_cells(std::span<const content::Cell> cells);
  void check_length(std::span<const content::Cell> cells);
  void check_unique(std::size_t column, Mark mark);
  void add_problem(Mark mark, std::string message, std::string hint = {});
  [[nodiscard]] std::string_view file() const { return release_.file->path; }

  const Descriptor& descriptor_;
  const Release& release_;
  Diagnostics& diagnostics_;
  std::string bytes_, converted_;
  std::string_view text_;
  std::optional<content::CsvReader> csv_;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> column_of_;  // of each cell of a row; kNone: not published
  std::vector<bool> is_unnamed_;        // of each cell of a row
  std::size_t least_cells_ = 0;         // that reach the last published column
  std::vector<std::string> heads_;
  std::unordered_map<std::string_view, std::size_t> column_by_head_;
  std::size_t unknown_columns_ = 0;
  std::vector<std::string> left_out_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> seen_;  // of unique columns

  Row row_;
  std::vector<std::string> cells_;
  std::vector<RowProblem> problems_;
  std::vector<CellCounts> counts_, counts_before_;
  std::size_t lines_above_ = 0, blank_rows_ = 0, short_rows_ = 0, long_rows_ = 0, unnamed_ = 0;
  bool has_mark_ = false;
};

}  // namespace glasshouse::datasets
