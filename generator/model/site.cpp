#include "model/site.h"

#include <algorithm>

namespace glasshouse::model {

namespace {}  // namespace

Value Record::field(std::string_view name) const {
  return fields[collection->definition.field(name)];
}

const Field* Collection::field(std::string_view name) const {
  for (const Field& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

const Record* Collection::find(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : found->second;
}

std::vector<const Record*> Collection::current() const {
  std::vector<const Record*> result;
  result.reserve(records.size());
  for (const Record& record : records) {
    if (!record.withdrawn) result.push_back(&record);
  }
  return result;
}

const Collection* Site::collection(std::string_view name) const {
  for (const auto& collection : collections) {
    if (collection->name() == name) return collection.get();
  }
  return nullptr;
}

const Collection* Site::of_kind(schema::Kind kind) const {
  for (const auto& collection : collections) {
    if (collection->kind() == kind) return collection.get();
  }
  return nullptr;
}

const Record* Site::find(std::string_view collection_name, std::string_view id) const {
  const Collection* found = collection(collection_name);
  return found ? found->find(id) : nullptr;
}

const Dataset* Site::dataset(const Record& record) const {
  const auto found = dataset_of.find(&record);
  return found == dataset_of.end() ? nullptr : found->second;
}

const Record* Site::ward(std::string_view code) const {
  const auto found = ward_by_code.find(code);
  return found == ward_by_code.end() ? nullptr : found->second;
}

const std::vector<const Record*>& Site::neighbours(const Record& ward) const {
  static const std::vector<const Record*> kNone;
  const auto found = ward_neighbours.find(&ward);
  return found == ward_neighbours.end() ? kNone : found->second;
}

}  // namespace glasshouse::model
