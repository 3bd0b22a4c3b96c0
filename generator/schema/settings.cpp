#include "schema/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "schema/words.h"

namespace glasshouse::schema {

Settings::Settings(Value map, std::string_view file, Diagnostics& diagnostics, std::string within)
    : map_(map), file_(file), diagnostics_(&diagnostics), within_(std::move(within)) {}

Value Settings::get(std::string_view key) {
  known_.push_back(key);
  return map_[key];
}

std::string_view Settings::text(std::string_view key) {
  const Value value = get(key);
  if (value.is_undefined()) return {};
  if (trim(value.text()).empty()) wrong(key, "text");
  return value.text();
}

std::string_view Settings::required_text(std::string_view key) {
  const std::string_view result = text(key);
  if (map_[key].is_undefined()) missing(key);
  return result;
}

bool Settings::boolean(std::string_view key, bool otherwise) {
  const Value value = get(key);
  if (value.is_undefined()) return otherwise;
  if (!value.is_boolean()) return wrong(key, "true or false"), otherwise;
  return value.as_boolean();
}

unsigned Settings::number(std::string_view key, unsigned least, unsigned most, unsigned otherwise) {
  const Value value = get(key);
  if (value.is_undefined()) return otherwise;
  const double number = value.is_number() ? value.as_number() : -1;
  if (number < least || number > most || std::floor(number) != number) {
    return wrong(key, fmt::format("a whole number from {} to {}", least, most)), otherwise;
  }
  return static_cast<unsigned>(number);
}

std::size_t Settings::word(std::string_view key, std::span<const std::string_view> words,
                           std::size_t otherwise) {
  const Value value = get(key);
  if (value.is_undefined()) return otherwise;
  const auto found = std::find(words.begin(), words.end(), value.text());
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  wrong(key, any_of_words(words), suggestion(value.text(), words));
  return otherwise;
}

std::vector<Value> Settings::texts(std::string_view key) {
  const Value value = get(key);
  if (value.is_undefined()) return {};
  if (!value.is_list()) return wrong(key, "a list of texts"), std::vector<Value>();
  std::vector<Value> result;
  for (const Value item : value.items()) {
    if (item.is_string()) {
      result.push_back(item);
    } else {
      wrong_item(key, item, "text");
    }
  }
  return result;
}

std::vector<Settings> Settings::objects(std::string_view key) {
  const Value value = get(key);
  if (value.is_undefined()) return {};
  if (!value.is_list()) return wrong(key, "a list of objects"), std::vector<Settings>();
  std::vector<Settings> result;
  for (const Value& item : value.items()) {
    const auto number = &item - value.items().data() + 1;
    if (item.is_map()) {
      result.emplace_back(item, file_, *diagnostics_,
                          fmt::format("item {} of {}", number, name_of(key)));
    } else {
      wrong_item(key, item, "an object");
    }
  }
  return result;
}

std::optional<Settings> Settings::object(std::string_view key) {
  const Value value = get(key);
  if (value.is_undefined()) return std::nullopt;
  if (!value.is_map()) return wrong(key, "an object"), std::nullopt;
  return Settings(value, file_, *diagnostics_, name_of(key));
}

std::span<const Map::Entry> Settings::members(std::string_view key) {
  const Value value = get(key);
  if (value.is_undefined()) return {};
  if (!value.is_map()) return wrong(key, "an object"), std::span<const Map::Entry>();
  return {value.as_map().begin(), value.as_map().size()};
}

std::string Settings::name_of(std::string_view key) const {
  if (within_.starts_with("item ")) return fmt::format("{} of {}", key, within_);
  return within_.empty() ? std::string(key) : fmt::format("{}.{}", within_, key);
}

Place Settings::place(Value value) const {
  return Place(file_, value.mark().line > 0 ? value.mark() : map_.mark());
}

void Settings::wrong(std::string_view key, std::string_view must_be, std::string hint) {
  const Value value = map_[key];
  const bool is_empty = value.is_string() && trim(value.as_string()).empty();
  diagnostics_->error("wrong-setting", place(value),
                      fmt::format("{} is {}, but must be {}", name_of(key),
                                  is_empty ? "empty" : shown(value), must_be),
                      std::move(hint));
}

void Settings::wrong_item(std::string_view key, Value item, std::string_view must_be) {
  diagnostics_->error(
      "wrong-setting", place(item),
      fmt::format("{} holds {}, but each item must be {}", name_of(key), shown(item), must_be));
}

void Settings::missing(std::string_view key) {
  diagnostics_->error("missing-setting", place(map_), fmt::format("{} is missing", name_of(key)));
}

void Settings::finish() {
  if (!map_.is_map()) return;
  for (const auto& entry : map_.as_map()) {
    const std::string_view key = entry.key.as_string();
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    const std::string meant = suggestion(key, known_);
    diagnostics_->error("unknown-setting", place(entry.key),
                        within_.empty() ? fmt::format("{} is no setting", key)
                                        : fmt::format("{} is no setting of {}", key, within_),
                        meant.empty() ? fmt::format("It can be {}.", any_of_words(known_)) : meant);
  }
}

}  // namespace glasshouse::schema
