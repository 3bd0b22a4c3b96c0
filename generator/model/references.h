// The references that records make to each other: found by the schema's keywords x-reference and
// x-ward-code, wherever in a record they stand.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/value.h"

namespace glasshouse::model {

/// The parts of a schema that lead to references: what has none is left out.
struct ReferencePaths {
  enum class Target : std::uint8_t { none, record, collection, ward };
  Target target = Target::none;
  std::string_view collection;  // of Target::collection
  struct Property;
  std::vector<Property> properties;
  std::unique_ptr<ReferencePaths> items;

  [[nodiscard]] bool leads_nowhere() const;
};

struct ReferencePaths::Property {
  std::string_view name;
  ReferencePaths path;
};

/// Reads them from a JSON Schema of an object.
[[nodiscard]] ReferencePaths read_reference_paths(Value schema);

/// A reference as a record makes it.
struct Reference {
  ReferencePaths::Target target = ReferencePaths::Target::none;
  std::string_view collection;  // empty for a ward's code
  std::string_view id;          // the record's id, or the ward's code
  std::string_view field;       // the top-level field it stands in
};

/// Takes a reference apart: "collection/id" of a Target::record. The id is empty where it is not of
/// that form, which the schema has then reported.
[[nodiscard]] Reference read_reference(const ReferencePaths& path, Value value,
                                       std::string_view field);

/// Calls `visit` for each reference in the fields of a record, in their order.
void for_each_reference(const ReferencePaths& paths, Value fields,
                        const std::function<void(const Reference&)>& visit);

/// The fields without the references that `keep` refuses: what is not public yet must not be named
/// by what is. Gives the same Value when nothing is dropped; an object whose only reference goes
/// keeps the rest of its members.
[[nodiscard]] Value without_references(const ReferencePaths& paths, Value fields, Arena& arena,
                                       const std::function<bool(const Reference&)>& keep);

}  // namespace glasshouse::model
