// The fields that a rule reads of each record, found in one walk over the record: with a dozen
// fields a look-up each would walk it a dozen times.
#pragma once

#include <array>
#include <cassert>
#include <optional>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace glasshouse::rules {

/// Holds the fields of the record that was loaded last. Derive from it and add a TableField for
/// each field that the rules name.
class FieldTable {
 public:
  explicit FieldTable(const model::Collection& collection) : definition_(collection.definition) {
    first_.fill(kNone);
    source_ = add("source");
  }
  FieldTable(const FieldTable&) = delete;
  FieldTable& operator=(const FieldTable&) = delete;

  /// Reads the record's fields. It must outlive their use.
  void load(const model::Record& record);
  /// As rules/workspace.h's is_sourced, of the record loaded.
  [[nodiscard]] bool is_sourced() const { return slots_[source_].value.has_value(); }

 private:
  friend class TableField;
  static constexpr std::uint16_t kNone = 0xffff;
  struct Slot {
    std::string_view name;  // what the collection calls the field
    Value value;
    std::uint16_t next = kNone;  // of those with the same bucket
  };
  static std::size_t bucket(std::string_view name) {
    if (name.empty()) return 0;
    return (name.size() * 7 + static_cast<unsigned char>(name[0]) * 3 +
            static_cast<unsigned char>(name.back())) %
           64;
  }
  std::size_t add(std::string_view name);

  const schema::Definition& definition_;
  std::vector<Slot> slots_;
  std::array<std::uint16_t, 64> first_{};
  std::size_t source_ = 0;
  const model::Record* loaded_ = nullptr;
};

/// One field of a table, by the name that the rules use.
class TableField {
 public:
  TableField(FieldTable& table, std::string_view name) : table_(&table), slot_(table.add(name)) {}

  /// Of the record that is loaded; another is our own mistake.
  [[nodiscard]] Value of([[maybe_unused]] const model::Record& record) const {
    assert(table_->loaded_ == &record);
    return table_->slots_[slot_].value;
  }
  [[nodiscard]] std::optional<Date> date_of(const model::Record& record) const {
    const Value value = of(record);
    return value.is_string() ? parse_date_part(value.as_string()) : std::nullopt;
  }
  /// What the collection calls it.
  [[nodiscard]] std::string_view name() const { return table_->slots_[slot_].name; }

 private:
  FieldTable* table_;
  std::size_t slot_;
};

}  // namespace glasshouse::rules
