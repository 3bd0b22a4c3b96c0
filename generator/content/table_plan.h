// What a table's source asks for, with each column found once: rows are then read by position.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "content/table_source.h"

namespace glasshouse::content {

/// The position of nothing.
inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct PlannedPart {
  std::string_view text;  // of what is no column
  bool is_column = false;
  std::size_t column = kNowhere;
  bool is_slugged = false;
};

struct PlannedBound {
  const DayBound* bound;
  std::size_t field = kNowhere;  // the position of the planned field that says the day
};

struct PlannedField {
  const FieldRule* rule;
  Value key;                      // the field's name
  std::string_view name;          // what messages call it: its column, or the field
  std::size_t column = kNowhere;  // of a pattern its first
  std::vector<PlannedPart> pattern;
  std::vector<PlannedBound> bounds;
};

struct PlannedCondition {
  const Condition* condition;
  std::size_t column;
};

/// Lives no longer than the TableSource that it was made of.
struct TablePlan {
  std::vector<PlannedField> fields;
  std::vector<PlannedCondition> where;
  std::vector<PlannedPart> id;       // empty: the field `id`, or the column of that name
  std::size_t id_column = kNowhere;  // where the id, or the first part of it, stands
  bool makes_id = false;             // by the pattern or a rule: the column `id` is no id then
  std::deque<FieldRule> own_rules;   // of columns that are fields of their own names
  bool has_bounds = false;
};

/// Calls for each column that the source names, with its place in the definition.
void for_each_column(const TableSource& source,
                     const std::function<void(std::string_view name, Mark mark)>& use);

/// The plan for a table with these columns, in their order. A column of the source that is not
/// among them is planned as empty. Where the source maps nothing and `maps_itself`, each column
/// that is not dropped is the field of its name.
[[nodiscard]] TablePlan plan_table(const TableSource& source,
                                   std::span<const std::string_view> columns, bool maps_itself,
                                   Arena& arena);

}  // namespace glasshouse::content
