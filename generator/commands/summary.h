// The lines that close a command: counts in words, sizes people can read, progress on a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::commands {

/// "1 error", "12,000 records".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// "214.3 MB": powers of 1,000.
[[nodiscard]] std::string size_text(std::uint64_t bytes);

/// "2 errors and 1 warning", "no problems".
[[nodiscard]] std::string problems_text(const Diagnostics& diagnostics);

/// Records of all collections.
[[nodiscard]] std::size_t count_records(const model::Site& site);

/// What became of the rows of each table that records come from, a line each; nothing of one whose
/// rows are its records as they stand:
///     foi: 9,813 rows of log.csv = 9,249 records + 564 rejected + 0 filtered; 12 fields left empty
[[nodiscard]] std::string tables_text(const content::Source& source);

/// A line on standard error that is written over, when that is a terminal; else nothing.
class Progress {
 public:
  explicit Progress(std::string_view what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::size_t done, std::size_t total);

 private:
  std::string what_;
  bool is_terminal_;
  int shown_percent_ = -1;
};

}  // namespace glasshouse::commands
