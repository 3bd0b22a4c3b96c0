// Functions of C++ that templates call: filters, tests and global functions have this one form.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/value.h"

namespace glasshouse::templating {

/// What a function is called with. For a filter, `arguments[0]` is what stands before the "|".
struct Call {
  Arena& arena;                      // where results are made; lives as long as the page
  std::span<const Value> arguments;  // those without a name, in order
  const Map* keywords = nullptr;     // those with a name; nullptr when there are none
  Value context;                     // the map that the page is rendered with
  std::size_t limit = 64u << 20;     // bytes of text, or items, that a result may have
  std::string error = {};            // set it, and the page fails here with this message

  /// The argument at `index`, else the one called `name`, else undefined.
  [[nodiscard]] Value argument(std::size_t index, std::string_view name = {}) const {
    if (index < arguments.size()) return arguments[index];
    return keywords && !name.empty() ? keywords->get(name) : Value();
  }
};

/// Called from many threads at once. Returns text that is HTML already as `with_safe(true)`; all
/// other text is escaped where it is printed.
using Function = std::function<Value(Call&)>;
using FilterFunction = Function;

}  // namespace glasshouse::templating
