// Of values of any type, numbers and lists; text and references stand in explain_text.cpp, objects
// and branches in explain_fields.cpp.
#include "schema/compiled/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace glasshouse::schema {

namespace {

constexpr std::size_t kFewValues = 12;  // so many are listed

struct TypeWords {
  std::uint8_t bit;
  std::string_view words;
};
constexpr TypeWords kTypes[] = {
    {kString, "text"},
    {kNumber, "a number"},
    {kInteger, "a whole number"},
    {kBoolean, "true or false"},
    {kList, "a list"},
    {kMap, "an object"},
    {kNull, "null"},
};

std::string types_in_words(std::uint8_t types) {
  if (types & kNumber) types &= static_cast<std::uint8_t>(~kInteger);
  std::vector<std::string_view> words;
  for (const TypeWords& type : kTypes) {
    if (types & type.bit) words.push_back(type.words);
  }
  return any_of_words(words);
}

bool is_number_text(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-+ ") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

// What to do about the commonest wrong types.
std::string type_hint(std::uint8_t types, Value value) {
  if (value.is_null()) return "Leave the field out, or give it a value.";
  const bool takes_numbers = types & (kNumber | kInteger);
  if ((types & kString) && (value.is_boolean() || (value.is_number() && !takes_numbers))) {
    return fmt::format("Put it in quotation marks: \"{}\".", shown(value));
  }
  if ((types & kList) && !value.is_map()) return fmt::format("Write a list: [{}].", shown(value));
  if ((types & kBoolean) && value.is_string())
    return "Write true or false, without quotation marks.";
  if (takes_numbers && is_number_text(value.text())) {
    return "Write digits only, without quotation marks, commas or signs of money.";
  }
  return {};
}

}  // namespace

void Explainer::pass_on(const std::vector<Diagnostic>& problems) const {
  for (const Diagnostic& problem : problems) to_->add(problem);
}

void Explainer::never(Value value, const Step* step) const {
  to_->error("forbidden-value", place(value), fmt::format("{} must not be there", name_of(step)));
}

void Explainer::wrong_type(const Node& node, std::uint8_t types, Value value,
                           const Step* step) const {
  const std::string hint = type_hint(types, value);
  // "5 (a number)", but "a list" only once.
  const bool is_plain = value.is_string() || value.is_number();
  to_->error("wrong-type", place(value),
             is_plain ? fmt::format("{} is {} ({}), but must be {}", name_of(step),
                                    type_in_words(value), shown(value), types_in_words(types))
                      : fmt::format("{} is {}, but must be {}", name_of(step), shown(value),
                                    types_in_words(types)),
             hint.empty() ? std::string(node.schema["x-help"].text()) : hint);
}

void Explainer::unknown_value(const Node& node, Value value, const Step* step) const {
  const std::vector<Value>& choices = node.choices->values;
  if (choices.size() == 1) {
    to_->error(
        "unknown-value", place(value),
        fmt::format("{} is {}, but must be {}", name_of(step), shown(value), shown(choices[0])));
    return;
  }
  std::vector<std::string_view> texts;
  for (const Value choice : choices) {
    if (choice.is_string()) texts.push_back(choice.as_string());
  }
  std::string hint = suggestion(value.text(), texts);
  // The label that people read in place of the value it stands for.
  if (const Value labels = node.schema["x-labels"]; labels.is_map() && value.is_string()) {
    for (const auto& [key, label] : labels.as_map()) {
      if (to_lower(label.text()) != to_lower(value.as_string())) continue;
      hint = fmt::format("Did you mean {}?", shown(key));
    }
  }
  if (choices.size() <= kFewValues) {
    hint += fmt::format("{}It can be {}.", hint.empty() ? "" : " ", any_of_values(choices));
  }
  to_->error("unknown-value", place(value),
             fmt::format("{} is {}, which is not one of its values", name_of(step), shown(value)),
             hint);
}

void Explainer::gave_up() const {
  to_->error("check-too-long", Place(file_, start_),
             "The record takes too long to check against its schema",
             fmt::format("Make {} simpler: anyOf, oneOf and $ref within each other multiply.",
                         schema_file_));
}

void Explainer::too_small(const Node& node, Value value, const Step* step) const {
  const NumberRules& rules = *node.number;
  const bool is_least = value.as_number() < rules.minimum;
  to_->error("too-small", place(value),
             fmt::format("{} is {}, but must be {} {}", name_of(step), shown(value),
                         is_least ? "at least" : "more than",
                         number_text(is_least ? rules.minimum : *rules.above)),
             std::string(node.schema["x-help"].text()));
}

void Explainer::too_large(const Node& node, Value value, const Step* step) const {
  const NumberRules& rules = *node.number;
  const bool is_most = value.as_number() > rules.maximum;
  to_->error("too-large", place(value),
             fmt::format("{} is {}, but must be {} {}", name_of(step), shown(value),
                         is_most ? "at most" : "less than",
                         number_text(is_most ? rules.maximum : *rules.below)),
             std::string(node.schema["x-help"].text()));
}

void Explainer::no_multiple(const Node& node, Value value, const Step* step) const {
  to_->error("no-multiple", place(value),
             fmt::format("{} is {}, but must be a multiple of {}", name_of(step), shown(value),
                         number_text(*node.number->multiple_of)),
             std::string(node.schema["x-help"].text()));
}

void Explainer::wrong_item_count(const ListRules& rules, Value value, const Step* step) const {
  const std::size_t count = value.as_list().size();
  if (count > rules.most) {
    too_many_items(rules.most, value, step);
    return;
  }
  to_->error("too-few-items", place(value),
             fmt::format("{} has {} {}, but needs at least {}", name_of(step), count,
                         count == 1 ? "item" : "items", rules.least));
}

void Explainer::too_many_items(std::size_t most, Value value, const Step* step) const {
  const std::size_t count = value.as_list().size();
  to_->error("too-many-items", place(value),
             fmt::format("{} has {} {}, but may have {} at most", name_of(step), count,
                         count == 1 ? "item" : "items", most));
}

void Explainer::repeated_item(Value item, std::size_t first, std::size_t second,
                              const Step* step) const {
  const Step there{step, {}, second};
  to_->error("repeated-item", place(item),
             fmt::format("{} is {}, which item {} already is", name_of(&there), shown(item), first),
             "Take one of the two out.");
}

void Explainer::nothing_contained(const Node& node, Value value, const Step* step) const {
  const std::string_view title = node.schema["title"].text();
  to_->error("missing-item", place(value),
             title.empty()
                 ? fmt::format("{} has no item of the kind it needs", name_of(step))
                 : fmt::format("{} has no item of the kind \"{}\"", name_of(step), title));
}

}  // namespace glasshouse::schema
