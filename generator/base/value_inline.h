// The short functions of value.h that templates call millions of times.
#pragma once

#include <cassert>

#include "base/value.h"

namespace glasshouse {

struct Value::StringHeader {
  std::uint32_t length;
  std::uint32_t hash;  // of a string that is a key in some map; else 0
  [[nodiscard]] char* bytes() { return reinterpret_cast<char*>(this + 1); }
  [[nodiscard]] const char* bytes() const { return reinterpret_cast<const char*>(this + 1); }
};

inline bool Value::as_boolean() const {
  assert(is_boolean());
  return boolean_;
}
inline double Value::as_number() const {
  assert(is_number());
  return number_;
}
inline std::string_view Value::as_string() const {
  assert(is_string());
  const auto* header = static_cast<const StringHeader*>(pointer_);
  return {header->bytes(), header->length};
}
inline const List& Value::as_list() const {
  assert(is_list());
  return *static_cast<const List*>(pointer_);
}
inline const Map& Value::as_map() const {
  assert(is_map());
  return *static_cast<const Map*>(pointer_);
}
inline List& Value::as_list() {
  assert(is_list());
  return *static_cast<List*>(pointer_);
}
inline Map& Value::as_map() {
  assert(is_map());
  return *static_cast<Map*>(pointer_);
}
inline void* Value::as_native() const {
  assert(type_ == Type::native);
  return pointer_;
}
inline Value Value::operator[](std::string_view key) const {
  return is_map() ? as_map().get(key) : Value();
}
inline std::span<const Value> Value::items() const {
  if (!is_list()) return {};
  return {as_list().begin(), as_list().size()};
}

}  // namespace glasshouse
