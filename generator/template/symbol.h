// Names, each held once: two names are the same when their symbols have the same address.
#pragma once

#include <deque>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/value.h"

namespace glasshouse::templating {

/// A name in templates, ready to be looked up in maps.
struct Symbol {
  Key key;
  Value name;         // the text as a string that is hashed as a key
  Value global = {};  // what all templates see under the name
  bool is_global = false;
  [[nodiscard]] std::string_view text() const { return key.text; }
};

/// All symbols of an engine. They keep their addresses. `intern` may be called from any thread.
class Symbols {
 public:
  [[nodiscard]] Symbol* intern(std::string_view text);
  /// Names of the globals, sorted.
  [[nodiscard]] std::vector<std::string_view> globals() const;

 private:
  mutable std::mutex mutex_;
  Arena arena_;
  std::deque<Symbol> all_;
  std::unordered_map<std::string_view, Symbol*> by_text_;
};

}  // namespace glasshouse::templating
