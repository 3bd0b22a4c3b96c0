// What is wrong with the rows of one table. How much that matters the definition says (`bad_rows`,
// `on_error`): an error that stops the build, a row left out, or a field left empty.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "content/field_rule.h"

namespace glasshouse::content {

class RowProblems {
 public:
  RowProblems(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  /// Says it, with what is done about it.
  void say(OnError what, std::string_view id, Mark mark, std::string message,
           std::string hint = {});
  /// Says all of `found` in this way.
  void say_all(OnError what, const Diagnostics& found);
  /// Something to know, about which nothing is done.
  void warn(std::string_view id, Mark mark, std::string message, std::string hint = {});
  /// At the end of the table: how many were not told one by one.
  void finish();

  [[nodiscard]] std::string_view file() const { return file_; }

 private:
  [[nodiscard]] bool is_told();

  // A file whose every row is wrong is told by its first rows; the counts tell the rest.
  static constexpr std::size_t kMostTold = 10'000;
  std::string_view file_;
  Diagnostics& diagnostics_;
  std::size_t said_ = 0;
};

}  // namespace glasshouse::content
