#include "schema/compiled/node.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace glasshouse::schema {

std::uint8_t type_bit(std::string_view name) {
  if (name == "string") return kString;
  if (name == "number") return kNumber;
  if (name == "integer") return kInteger;
  if (name == "boolean") return kBoolean;
  if (name == "array") return kList;
  if (name == "object") return kMap;
  if (name == "null") return kNull;
  return 0;
}

std::uint8_t type_bits(Value value) {
  switch (value.type()) {
    case Type::boolean:
      return kBoolean;
    case Type::number:
      return std::floor(value.as_number()) == value.as_number() ? kNumber | kInteger : kNumber;
    case Type::string:
      return kString;
    case Type::list:
      return kList;
    case Type::map:
      return kMap;
    case Type::undefined:
    case Type::null:
    case Type::native:
      break;
  }
  return kNull;
}

std::size_t hash_of(Value value) {
  switch (value.type()) {
    case Type::boolean:
      return value.as_boolean() ? 1 : 2;
    case Type::number:
      return std::hash<double>()(value.as_number());
    case Type::string:
      return std::hash<std::string_view>()(value.as_string());
    case Type::list: {
      std::size_t hash = 3;
      for (const Value item : value.items()) hash = hash * 31 + hash_of(item);
      return hash;
    }
    case Type::map: {
      std::size_t hash = 4;  // a sum: the order of the keys does not count
      for (const auto& [key, inner] : value.as_map()) hash += hash_of(key) * 31 + hash_of(inner);
      return hash;
    }
    default:
      return 5;
  }
}

bool Choices::contain(Value value) const {
  if (value.is_string()) {
    const std::string_view text = value.as_string();
    if (!texts.empty()) return texts.contains(text);
    return std::ranges::any_of(
        values, [&](Value choice) { return choice.is_string() && choice.as_string() == text; });
  }
  return std::ranges::any_of(values, [&](Value choice) { return equal(choice, value); });
}

}  // namespace glasshouse::schema
