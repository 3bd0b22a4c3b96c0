// One field of a record from the cells of a row, of CSV (text) or of JSON (any value).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "content/csv.h"
#include "content/row_problems.h"
#include "content/table_plan.h"

namespace glasshouse::content {

/// Whether the cell holds nothing: null, or text of nothing but space.
[[nodiscard]] bool is_empty(const Cell& cell);

/// What is made of a field.
struct Made {
  Value value;          // undefined: the field is absent
  bool is_bad = false;  // it could not be made, which has been said: `what` is done about it
  OnError what = OnError::fail;
};

class FieldMaker {
 public:
  FieldMaker(const TableSource& source, std::string_view definition_file, Arena& arena,
             RowProblems& problems)
      : source_(source), definition_file_(definition_file), arena_(arena), problems_(problems) {}

  [[nodiscard]] Made make(const PlannedField& field, std::span<const Cell> row);

  /// Whether a date that was made stands within its bounds, of which `made` says those of other
  /// fields, by their place in the plan.
  [[nodiscard]] Made check_bounds(const PlannedField& field, Value value,
                                  std::span<const Made> made);

  /// The columns of the pattern put together; empty where one of them is. Good until the next call.
  [[nodiscard]] std::string_view join(std::span<const PlannedPart> pattern,
                                      std::span<const Cell> row);

  /// What is done about an error of this field.
  [[nodiscard]] OnError on_error(const FieldRule& rule) const {
    return rule.on_error.value_or(source_.bad_rows);
  }

 private:
  using Found = std::optional<Value>;
  Found convert(Value value, const PlannedField& field);
  Found convert_text(std::string_view text, Mark mark, const PlannedField& field);
  Found one(std::string_view text, Mark mark, const PlannedField& field);
  Found of_word(std::string_view text, Mark mark, const PlannedField& field);
  Found of_date(std::string_view text, Mark mark, const PlannedField& field);
  Found of_type(std::string_view text, Mark mark, const PlannedField& field);
  Found shortened(std::string_view text, Mark mark, const PlannedField& field);
  /// `what` as the message names it: "a map", or the text in quotation marks.
  std::nullopt_t wrong_type(std::string_view what, Mark mark, const PlannedField& field);
  std::string hint_of_dates(std::string_view text, const FieldRule& rule) const;

  const TableSource& source_;
  std::string_view definition_file_;
  Arena& arena_;
  RowProblems& problems_;
  std::string folded_, joined_;
};

/// A string, number or boolean as text; empty for anything else.
[[nodiscard]] std::string scalar_text(Value value);

}  // namespace glasshouse::content
