#include "template/symbol.h"

#include <algorithm>

namespace glasshouse::templating {

Symbol* Symbols::intern(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (const auto found = by_text_.find(text); found != by_text_.end()) return found->second;
  const Value name = Value::string(arena_, text);
  Map::make(arena_, 1)->set(arena_, name, Value());  // which leaves the hash in the string
  Symbol& symbol = all_.emplace_back(Symbol{.key = Key(name.as_string()), .name = name});
  by_text_.emplace(symbol.text(), &symbol);
  return &symbol;
}

std::vector<std::string_view> Symbols::globals() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string_view> names;
  for (const Symbol& symbol : all_) {
    if (symbol.is_global) names.push_back(symbol.text());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace glasshouse::templating
