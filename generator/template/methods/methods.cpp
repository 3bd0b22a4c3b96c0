#include "template/methods/methods.h"

#include <algorithm>

#include "template/library.h"
#include "template/objects.h"

namespace glasshouse::templating {

namespace methods {
namespace {

constexpr Row kRows[] = {
    {},  // Method::none
    {.name = "at", .list = list_at},
    {.name = "charAt", .string = string_char_at},
    {.name = "concat", .string = string_concat, .list = list_concat},
    {.name = "endsWith", .string = string_ends_with},
    {.name = "hasOwnProperty", .map = map_has},
    {.name = "includes", .string = string_includes, .list = list_includes},
    {.name = "indexOf", .string = string_index_of, .list = list_index_of},
    {.name = "items", .map = map_items},
    {.name = "join", .list = list_join},
    {.name = "keys", .map = map_keys},
    {.name = "lastIndexOf", .string = string_last_index_of},
    {.name = "next", .object = cycler_next},
    {.name = "padEnd", .string = string_pad_end},
    {.name = "padStart", .string = string_pad_start},
    {.name = "pop", .list = list_pop},
    {.name = "push", .list = list_push},
    {.name = "repeat", .string = string_repeat},
    {.name = "replace", .string = string_replace},
    {.name = "replaceAll", .string = string_replace_all},
    {.name = "reset", .object = cycler_reset},
    {.name = "reverse", .list = list_reverse},
    {.name = "slice", .string = string_slice, .list = list_slice},
    {.name = "split", .string = string_split},
    {.name = "startsWith", .string = string_starts_with},
    {.name = "substring", .string = string_substring},
    {.name = "toFixed", .number = number_to_fixed},
    {.name = "toLowerCase", .string = string_lower},
    {.name = "toString",
     .string = to_string,
     .list = to_string,
     .map = to_string,
     .number = to_string},
    {.name = "toUpperCase", .string = string_upper},
    {.name = "trim", .string = string_trim},
    {.name = "trimEnd", .string = string_trim_end},
    {.name = "trimStart", .string = string_trim_start},
    {.name = "values", .map = map_values},
};

Function function_of(Value receiver, const Row& row) {
  switch (receiver.type()) {
    case Type::string:
      return row.string;
    case Type::list:
      return row.list;
    case Type::map:
      return row.map;
    case Type::number:
      return row.number;
    case Type::native:
      return object_of(receiver).kind == ObjectKind::cycler ? row.object : nullptr;
    case Type::boolean:
      return row.name == "toString" ? row.number : nullptr;
    default:
      return nullptr;
  }
}

const Row& row_of(Method method) { return kRows[static_cast<std::size_t>(method)]; }

}  // namespace
}  // namespace methods

using methods::function_of;
using methods::kRows;
using methods::Row;
using methods::row_of;

Method find_method(std::string_view name) {
  const auto at = std::find_if(std::begin(kRows) + 1, std::end(kRows),
                               [&](const Row& row) { return row.name == name; });
  return at == std::end(kRows) ? Method::none : static_cast<Method>(at - std::begin(kRows));
}

std::string_view method_name(Method method) { return row_of(method).name; }

bool has_method(Value receiver, Method method) {
  return method != Method::none && function_of(receiver, row_of(method)) != nullptr;
}

Value call_method(Value receiver, Method method, Call& call) {
  return function_of(receiver, row_of(method))(receiver, call);
}

std::vector<std::string_view> methods_of(Value receiver) {
  std::vector<std::string_view> names;
  for (const Row& row : kRows) {
    if (function_of(receiver, row)) names.push_back(row.name);
  }
  return names;
}

}  // namespace glasshouse::templating
