// The steps of one record's explanation while they are gathered. See explain.h for their form.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

#include "base/working_days.h"
#include "model/site.h"

namespace glasshouse::rules {

class Steps {
 public:
  Steps(const model::Site& site, const model::Record& record, Arena& arena)
      : site_(&site), record_(&record), arena_(&arena), map_(Map::make(arena)) {}

  [[nodiscard]] Arena& arena() const { return *arena_; }
  [[nodiscard]] Value derived(std::string_view key) const { return record_->derived[key]; }
  /// The field that the rules call `name`.
  [[nodiscard]] Value field(std::string_view name) const { return record_->field(name); }
  [[nodiscard]] Value as_of() const;

  /// Says how `key` of `derived` is worked out; passed over where there is no such key.
  void step(std::string_view key, std::string_view formula,
            std::initializer_list<std::pair<std::string_view, Value>> inputs, std::string_view rule,
            Value skipped = {}, Value records = {});
  /// Says that `key` is what the record has in the field that the rules call `name`.
  void as_written(std::string_view key, std::string_view name);
  /// What the collection calls these fields.
  [[nodiscard]] Value names(std::span<const std::string_view> fields) const;
  /// Bank holidays on weekdays after `from`, up to and including `to`; undefined where there are
  /// none.
  [[nodiscard]] Value skipped(Value from, Value to, WorkingDays kind) const;
  /// ["collection/id", …]; undefined where there are none.
  [[nodiscard]] Value records(std::span<const model::Record* const> records) const;

  [[nodiscard]] Value value() const { return Value::map(map_); }

 private:
  const model::Site* site_;
  const model::Record* record_;
  Arena* arena_;
  Map* map_;
};

// The kinds whose explanations stand in files of their own.
void explain_foi(Steps& steps);
void explain_decision(Steps& steps, const schema::Standards& standards);
void explain_promise(Steps& steps, const schema::Standards& standards);

}  // namespace glasshouse::rules
