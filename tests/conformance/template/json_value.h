// JSON text → Value, in the order that the keys are written.
#pragma once

#include <nlohmann/json.hpp>

#include "base/value.h"

namespace glasshouse {

inline Value to_value(Arena& arena, const nlohmann::ordered_json& json) {
  switch (json.type()) {
    case nlohmann::json::value_t::boolean:
      return Value::boolean(json.get<bool>());
    case nlohmann::json::value_t::string:
      return Value::string(arena, json.get_ref<const std::string&>());
    case nlohmann::json::value_t::array: {
      List* list = List::make(arena, json.size());
      for (const auto& item : json) list->push(arena, to_value(arena, item));
      return Value::list(list);
    }
    case nlohmann::json::value_t::object: {
      Map* map = Map::make(arena, json.size());
      for (const auto& [key, item] : json.items()) map->set(arena, key, to_value(arena, item));
      return Value::map(map);
    }
    case nlohmann::json::value_t::number_float:
    case nlohmann::json::value_t::number_integer:
    case nlohmann::json::value_t::number_unsigned:
      return Value::number(json.get<double>());
    default:
      return Value::null();
  }
}

}  // namespace glasshouse
