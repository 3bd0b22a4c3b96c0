// Maps for templates, made in an arena.
#pragma once

#include <string_view>

#include "base/value.h"

namespace glasshouse::pages {

/// Fills one map. Text is copied into the arena; a Value is taken as it is, so that text of the
/// model is never copied.
class View {
 public:
  explicit View(Arena& arena, std::size_t capacity = 8)
      : arena_(&arena), map_(Map::make(arena, capacity)) {}

  View& set(std::string_view key, Value value) {
    map_->set(*arena_, key, value);
    return *this;
  }
  /// `key` is a string that is a key already, of this arena or of what all threads share.
  View& set(Value key, Value value) {
    map_->set(*arena_, key, value);
    return *this;
  }
  View& text(std::string_view key, std::string_view text) {
    return set(key, Value::string(*arena_, text));
  }
  /// Only where there is some.
  View& text_if(std::string_view key, std::string_view text) {
    return text.empty() ? *this : this->text(key, text);
  }
  View& html(std::string_view key, std::string_view html) {
    return set(key, Value::safe_string(*arena_, html));
  }
  View& number(std::string_view key, double number) { return set(key, Value::number(number)); }
  /// Only where it is true: templates ask `if x.flag`.
  View& flag(std::string_view key, bool is_set = true) {
    return is_set ? set(key, Value::boolean(true)) : *this;
  }
  [[nodiscard]] bool empty() const { return map_->empty(); }
  [[nodiscard]] Value value() const { return Value::map(map_); }

 private:
  Arena* arena_;
  Map* map_;
};

/// Fills one list.
class Views {
 public:
  explicit Views(Arena& arena, std::size_t capacity = 0)
      : arena_(&arena), list_(List::make(arena, capacity)) {}
  Views& add(Value value) {
    list_->push(*arena_, value);
    return *this;
  }
  Views& add(const View& view) { return add(view.value()); }
  [[nodiscard]] bool empty() const { return list_->empty(); }
  [[nodiscard]] std::size_t size() const { return list_->size(); }
  [[nodiscard]] Value value() const { return Value::list(list_); }

 private:
  Arena* arena_;
  List* list_;
};

}  // namespace glasshouse::pages
