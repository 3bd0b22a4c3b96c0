#include "rules/explain_step.h"

#include <algorithm>
#include <string>

namespace glasshouse::rules {

Value Steps::as_of() const { return Value::string(*arena_, iso_date(site_->as_of)); }

void Steps::step(std::string_view key, std::string_view formula,
                 std::initializer_list<std::pair<std::string_view, Value>> inputs,
                 std::string_view rule, Value skipped, Value records) {
  if (!derived(key).has_value()) return;
  Map* given = Map::make(*arena_, inputs.size());
  for (const auto& [name, value] : inputs) {
    if (value.has_value()) given->set(*arena_, name, value);
  }
  Map* step = Map::make(*arena_, 5);
  step->set(*arena_, "formula", Value::string(*arena_, formula));
  step->set(*arena_, "inputs", Value::map(given));
  if (skipped.has_value()) step->set(*arena_, "skipped", skipped);
  if (!rule.empty()) step->set(*arena_, "rule", Value::string(*arena_, rule));
  if (records.has_value()) step->set(*arena_, "records", records);
  map_->set(*arena_, key, Value::map(step));
}

void Steps::as_written(std::string_view key, std::string_view name) {
  const std::string_view own = record_->collection->definition.field(name);
  step(key, "as-written", {{"field", Value::string(*arena_, own)}}, {});
}

Value Steps::names(std::span<const std::string_view> fields) const {
  List* list = List::make(*arena_, fields.size());
  for (const std::string_view name : fields) {
    list->push(*arena_, Value::string(*arena_, record_->collection->definition.field(name)));
  }
  return Value::list(list);
}

Value Steps::skipped(Value from, Value to, WorkingDays kind) const {
  const auto first = parse_date_part(from.text()), last = parse_date_part(to.text());
  if (!first || !last) return {};
  List* list = nullptr;
  const auto& holidays = site_->rulings.holidays;
  auto holiday = std::partition_point(holidays.begin(), holidays.end(),
                                      [&](const auto& each) { return each.date <= *first; });
  for (; holiday != holidays.end() && holiday->date <= *last; ++holiday) {
    const unsigned weekday = holiday->date.weekday();
    const bool counts = kind == WorkingDays::freedom_of_information || holiday->england_and_wales;
    if (weekday == 0 || weekday == 6 || !counts) continue;
    List* where = List::make(*arena_, 3);
    const auto in = [&](bool is_one, std::string_view name) {
      if (is_one) where->push(*arena_, Value::string(*arena_, name));
    };
    in(holiday->england_and_wales, "england-and-wales");
    in(holiday->scotland, "scotland");
    in(holiday->northern_ireland, "northern-ireland");
    if (!list) list = List::make(*arena_);
    list->push(*arena_, Map::of(*arena_, {{"date", Value::string(*arena_, iso_date(holiday->date))},
                                          {"title", Value::string(*arena_, holiday->title)},
                                          {"where", Value::list(where)}}));
  }
  return list ? Value::list(list) : Value();
}

Value Steps::records(std::span<const model::Record* const> records) const {
  if (records.empty()) return {};
  List* list = List::make(*arena_, records.size());
  for (const model::Record* record : records) {
    const std::string name =
        std::string(record->collection->name()) + "/" + std::string(record->id);
    list->push(*arena_, Value::string(*arena_, name));
  }
  return Value::list(list);
}

}  // namespace glasshouse::rules
