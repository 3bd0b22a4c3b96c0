// Where a `$ref` leads. Addresses are resolved against the nearest `$id` (draft-07 core, 8.2 and
// 8.3); nothing is fetched: what is not in the schema itself, or in the documents handed in, is
// remote and refused.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/value.h"

namespace glasshouse::schema {

/// A schema that is known under an address without being fetched.
struct Document {
  std::string_view uri;
  Value schema;
};

class References {
 public:
  References(Value root, std::span<const Document> documents);

  enum class Outcome : std::uint8_t { found, remote, nowhere, no_schema };
  struct Target {
    Outcome outcome;
    Value schema;  // a map or a boolean, when found
  };
  /// Follows the `$ref` of this schema.
  [[nodiscard]] Target follow(const Map& schema, std::string_view ref);

 private:
  void scan(Value schema, std::string base);

  std::map<std::string, Value, std::less<>> by_address_;  // documents and $id, no fragments
  std::map<std::string, Value, std::less<>> by_name_;     // $id with a fragment: "…#name"
  std::unordered_map<const void*, std::string> bases_;    // of each schema that is a map
};

}  // namespace glasshouse::schema
