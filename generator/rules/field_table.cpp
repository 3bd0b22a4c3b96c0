#include "rules/field_table.h"

namespace glasshouse::rules {

std::size_t FieldTable::add(std::string_view name) {
  const std::string_view ours = definition_.field(name);
  const std::size_t slot = slots_.size();
  std::uint16_t& first = first_[bucket(ours)];
  slots_.push_back({ours, Value(), first});
  first = static_cast<std::uint16_t>(slot);
  return slot;
}

void FieldTable::load(const model::Record& record) {
  loaded_ = &record;
  for (Slot& slot : slots_) slot.value = Value();
  if (!record.fields.is_map()) return;
  for (const Map::Entry& entry : record.fields.as_map()) {
    const std::string_view name = entry.key.as_string();
    for (std::uint16_t i = first_[bucket(name)]; i != kNone; i = slots_[i].next) {
      // Two names of the rules may be one field of a collection: each gets it.
      if (slots_[i].name == name) slots_[i].value = entry.value;
    }
  }
}

}  // namespace glasshouse::rules
