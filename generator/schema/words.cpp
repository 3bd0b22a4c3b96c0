#include "schema/words.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"

namespace glasshouse::schema {

namespace {

constexpr std::size_t kLongestShown = 60;  // bytes of a text

// The text cut at a whole character, its line ends made spaces.
std::string cut(std::string_view text) {
  std::string result(text.substr(0, kLongestShown));
  if (text.size() > kLongestShown) {
    while (!result.empty() && (text[result.size()] & 0xC0) == 0x80) result.pop_back();
    result += "…";
  }
  for (char& c : result) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return result;
}

template <class Items, class Write>
std::string any_of(const Items& items, Write write) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? " or " : ", ";
    result += write(items[i]);
  }
  return result;
}

}  // namespace

std::string name_of(const Step* step) {
  if (!step) return "the record";
  if (step->item > 0) {
    return step->before ? fmt::format("item {} of {}", step->item, name_of(step->before))
                        : fmt::format("item {}", step->item);
  }
  std::string name(step->key);
  const Step* before = step->before;
  for (; before && before->item == 0; before = before->before) {
    name.insert(0, ".").insert(0, before->key);
  }
  return before ? fmt::format("{} of {}", name, name_of(before)) : name;
}

std::string shown(Value value) {
  switch (value.type()) {
    case Type::boolean:
      return value.as_boolean() ? "true" : "false";
    case Type::number:
      return number_text(value.as_number());
    case Type::string:
      return "\"" + cut(value.as_string()) + "\"";
    case Type::list:
      return value.as_list().empty() ? "an empty list" : "a list";
    case Type::map:
      return "an object";
    case Type::undefined:
    case Type::null:
    case Type::native:
      break;
  }
  return "null";
}

std::string_view type_in_words(Value value) {
  switch (value.type()) {
    case Type::boolean:
      return "a boolean";
    case Type::number:
      return "a number";
    case Type::string:
      return "text";
    case Type::list:
      return "a list";
    case Type::map:
      return "an object";
    case Type::undefined:
    case Type::null:
    case Type::native:
      break;
  }
  return "null";
}

std::string any_of_values(std::span<const Value> values) { return any_of(values, shown); }

std::string any_of_words(std::span<const std::string_view> words) {
  return any_of(words, [](std::string_view word) { return std::string(word); });
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
  return word.size() < 2 ? std::string() : did_you_mean(word, candidates);
}

}  // namespace glasshouse::schema
