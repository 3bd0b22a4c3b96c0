// What templates can call without being given it: filters, tests, methods and globals.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "template/function.h"

namespace glasshouse::templating {

using PlainFunction = Value (*)(Call&);

/// A filter, a test (whose result is a boolean) or a global function.
struct FunctionEntry {
  std::string_view name;
  PlainFunction plain = nullptr;    // or
  const Function* added = nullptr;  // one that the engine's owner added
  bool is_safe_print = false;       // `{{ x | name }}` prints x as it stands: the filter "safe"
};

/// Sorted by name.
[[nodiscard]] std::span<const FunctionEntry> builtin_filters();
[[nodiscard]] std::span<const FunctionEntry> builtin_tests();
[[nodiscard]] std::span<const FunctionEntry> builtin_globals();
/// The entry of this name, or nullptr.
[[nodiscard]] const FunctionEntry* find_function(std::span<const FunctionEntry> sorted,
                                                 std::string_view name);

/// A method of strings, lists, maps or numbers, by its place in a table; 0 is none.
enum class Method : std::uint8_t { none = 0 };
[[nodiscard]] Method find_method(std::string_view name);
[[nodiscard]] std::string_view method_name(Method method);
/// Whether values of the receiver's type have the method.
[[nodiscard]] bool has_method(Value receiver, Method method);
/// `call.arguments` are those within the parentheses.
[[nodiscard]] Value call_method(Value receiver, Method method, Call& call);
/// Names of the methods that the receiver has, to find the nearest.
[[nodiscard]] std::vector<std::string_view> methods_of(Value receiver);

}  // namespace glasshouse::templating
