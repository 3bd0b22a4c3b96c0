#include "content/table_plan.h"

#include <unordered_map>
#include <unordered_set>

namespace glasshouse::content {

namespace {

class Planner {
 public:
  Planner(const TableSource& source, std::span<const std::string_view> columns, Arena& arena)
      : source_(source), columns_(columns), arena_(arena) {
    for (std::size_t i = 0; i < columns.size(); ++i) position_of_.try_emplace(columns[i], i);
  }

  TablePlan plan(bool maps_itself) {
    if (!source_.has_mapping && maps_itself) plan_columns();
    for (const FieldRule& rule : source_.rules) {
      if (!rule.field.empty()) plan_field(rule);
    }
    for (const Condition& condition : source_.where) {
      plan_.where.push_back({&condition, position_of(condition.column.name)});
    }
    plan_bounds();
    plan_.id = plan_pattern(source_.id);
    plan_.id_column = plan_.id.empty() ? position_of("id") : first_column(plan_.id);
    plan_.makes_id = !plan_.id.empty();
    for (const PlannedField& field : plan_.fields) {
      if (!plan_.id.empty() || field.rule->field != "id") continue;
      plan_.id_column = field.column;
      plan_.makes_id = true;
    }
    return std::move(plan_);
  }

 private:
  [[nodiscard]] std::size_t position_of(std::string_view column) const {
    const auto found = position_of_.find(column);
    return found == position_of_.end() ? kNowhere : found->second;
  }

  static std::size_t first_column(const std::vector<PlannedPart>& pattern) {
    for (const PlannedPart& part : pattern) {
      if (part.column != kNowhere) return part.column;
    }
    return kNowhere;
  }

  void plan_columns() {
    std::unordered_set<std::string_view> dropped;
    for (const ColumnName& column : source_.drop) dropped.insert(column.name);
    for (const std::string_view column : columns_) {
      if (dropped.contains(column)) continue;
      FieldRule& rule = plan_.own_rules.emplace_back();
      rule.field = rule.column = column;
      plan_field(rule);
    }
  }

  void plan_field(const FieldRule& rule) {
    PlannedField field{&rule, Value::string(arena_, rule.field), rule.column, kNowhere, {}, {}};
    if (rule.pattern.empty()) {
      field.column = position_of(rule.column);
    } else {
      field.pattern = plan_pattern(rule.pattern);
      field.column = first_column(field.pattern);
    }
    if (field.name.empty()) field.name = rule.field;
    for (const DayBound& bound : rule.bounds) field.bounds.push_back({&bound, kNowhere});
    plan_.fields.push_back(std::move(field));
  }

  std::vector<PlannedPart> plan_pattern(const Pattern& pattern) {
    std::vector<PlannedPart> result;
    for (const PatternPart& part : pattern) {
      const std::size_t column = part.is_column ? position_of(part.text) : kNowhere;
      result.push_back({part.text, part.is_column, column, part.is_slugged});
    }
    return result;
  }

  void plan_bounds() {
    std::unordered_map<std::string_view, std::size_t> field_of;
    for (std::size_t i = 0; i < plan_.fields.size(); ++i) field_of[plan_.fields[i].rule->field] = i;
    for (PlannedField& field : plan_.fields) {
      for (PlannedBound& planned : field.bounds) {
        const auto found = field_of.find(planned.bound->field);
        if (found != field_of.end()) planned.field = found->second;
        plan_.has_bounds = true;
      }
    }
  }

  const TableSource& source_;
  std::span<const std::string_view> columns_;
  Arena& arena_;
  std::unordered_map<std::string_view, std::size_t> position_of_;
  TablePlan plan_;
};

}  // namespace

void for_each_column(const TableSource& source,
                     const std::function<void(std::string_view, Mark)>& use) {
  const auto use_pattern = [&](const Pattern& pattern, Mark mark) {
    for (const PatternPart& part : pattern) {
      if (part.is_column) use(part.text, mark);
    }
  };
  for (const FieldRule& rule : source.rules) {
    if (!rule.column.empty()) use(rule.column, rule.column_mark);
    use_pattern(rule.pattern, rule.column_mark);
  }
  use_pattern(source.id, source.id_mark);
  for (const Condition& condition : source.where) use(condition.column.name, condition.column.mark);
  for (const ColumnName& column : source.drop) use(column.name, column.mark);
}

TablePlan plan_table(const TableSource& source, std::span<const std::string_view> columns,
                     bool maps_itself, Arena& arena) {
  return Planner(source, columns, arena).plan(maps_itself);
}

}  // namespace glasshouse::content
