// Reading the keys of a settings file (collection.json, site.json), each with its type. What is
// missing, wrong or unknown is said at its place; the reader then goes on with a default.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::schema {

/// One object of a settings file. Keys that were asked for are known; `finish` reports the others.
class Settings {
 public:
  /// `map` is a map; `within` names the key it stands under, "" for the file itself.
  Settings(Value map, std::string_view file, Diagnostics& diagnostics, std::string within = {});

  /// The value under the key, undefined where there is none.
  Value get(std::string_view key);
  /// A text that is not empty; "" where there is none, which is wrong when it is required.
  std::string_view text(std::string_view key);
  std::string_view required_text(std::string_view key);
  bool boolean(std::string_view key, bool otherwise);
  /// A whole number from `least` to `most`.
  unsigned number(std::string_view key, unsigned least, unsigned most, unsigned otherwise);
  /// The position of the text in `words`, `otherwise` where it is absent or another.
  std::size_t word(std::string_view key, std::span<const std::string_view> words,
                   std::size_t otherwise);
  /// The items of a list that are text; none where it is absent or no list.
  std::vector<Value> texts(std::string_view key);
  /// The items of a list that are objects.
  std::vector<Settings> objects(std::string_view key);
  /// The object under the key; none where it is absent or something else.
  std::optional<Settings> object(std::string_view key);
  /// The members of an object under the key, which may have any names.
  std::span<const Map::Entry> members(std::string_view key);

  /// "sort.field": the key as a message names it.
  [[nodiscard]] std::string name_of(std::string_view key) const;
  /// Says that the value under the key is not what it must be.
  void wrong(std::string_view key, std::string_view must_be, std::string hint = {});
  /// Says each key that nobody asked for.
  void finish();

  [[nodiscard]] Place place(Value value) const;
  [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }

 private:
  void missing(std::string_view key);
  void wrong_item(std::string_view key, Value item, std::string_view must_be);

  Value map_;
  std::string_view file_;
  Diagnostics* diagnostics_;
  std::string within_;
  std::vector<std::string_view> known_;
};

}  // namespace glasshouse::schema
