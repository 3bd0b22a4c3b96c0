// Of objects and of values that several schemas speak of.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "schema/compiled/explain.h"

namespace glasshouse::schema {

namespace {

constexpr std::size_t kFewFields = 12;  // so many are listed

std::vector<std::string_view> names_of_fields(const MapRules& rules) {
  std::vector<std::string_view> names;
  for (const auto& property : rules.properties) names.push_back(property.key.text);
  return names;
}

// "Outcome: How the request ended. Use open until the answer is sent."
std::string about_field(const Node* node) {
  if (!node) return {};
  const std::string_view title = node->schema["title"].text();
  const std::string_view help = node->schema["x-help"].text();
  const std::string_view meaning = node->schema["description"].text();
  std::string result(title);
  for (const std::string_view part : {meaning, help}) {
    if (part.empty()) continue;
    if (!result.empty()) result += result == title ? ": " : " ";
    result += part;
  }
  return result;
}

std::string fields(std::size_t count) {
  return count == 1 ? "1 field" : fmt::format("{} fields", count);
}

// The names that a schema requires, where it does nothing else.
std::vector<std::string_view> only_requires(const Node& node) {
  if (!node.map || node.choices || node.combination || node.reference) return {};
  const MapRules& rules = *node.map;
  if (!rules.properties.empty() || !rules.patterns.empty() || rules.others) return {};
  std::vector<std::string_view> names;
  for (const Key& key : rules.required_others) names.push_back(key.text);
  return names;
}

// The schema that a reference leads to in the end; rings of references were refused before.
const Node& followed(const Node* node) {
  while (node->reference) node = node->reference;
  return *node;
}

}  // namespace

void Explainer::missing_field(const Node* node, std::string_view name, Value map,
                              const Step* step) const {
  const Step field{step, name, 0};
  to_->error("missing-field", place_of_map(map, step),
             fmt::format("{} is missing", name_of(&field)), about_field(node));
}

void Explainer::missing_companion(const MapRules& rules, std::string_view present,
                                  std::string_view missing, Value map, const Step* step) const {
  const Step field{step, missing, 0};
  const auto known = std::ranges::find(rules.properties, missing,
                                       [](const auto& property) { return property.key.text; });
  const Map::Entry* cause = map.as_map().find(present);
  to_->error("missing-companion", place(cause->key),
             fmt::format("{} is missing, which {} asks for", name_of(&field), present),
             about_field(known == rules.properties.end() ? nullptr : known->node));
}

void Explainer::unknown_field(const MapRules& rules, Value key, const Step* step) const {
  const std::vector<std::string_view> names = names_of_fields(rules);
  const std::string where =
      step ? fmt::format("a field of {}", name_of(step)) : "a field of this collection";
  std::string hint = suggestion(key.as_string(), names);
  if (hint.empty() && names.size() <= kFewFields && !names.empty()) {
    hint = fmt::format("It can be {}.", any_of_words(names));
  }
  to_->error("unknown-field", place(key), fmt::format("{} is not {}", key.as_string(), where),
             hint);
}

void Explainer::wrong_field_name(const Node& node, Value key, const Step* step) const {
  const std::string_view pattern = node.schema["pattern"].text();
  to_->error("wrong-field-name", place(key),
             fmt::format("{} cannot be the name of a field of {}", shown(key), name_of(step)),
             pattern.empty() ? std::string() : fmt::format("The pattern is {}", pattern));
}

void Explainer::wrong_field_count(const MapRules& rules, Value value, const Step* step) const {
  const std::size_t count = value.as_map().size();
  if (count < rules.least) {
    to_->error(
        "too-few-fields", place_of_map(value, step),
        fmt::format("{} has {}, but needs at least {}", name_of(step), fields(count), rules.least));
  } else {
    to_->error("too-many-fields", place_of_map(value, step),
               fmt::format("{} has {}, but may have {} at most", name_of(step), fields(count),
                           rules.most));
  }
}

void Explainer::forbidden(const Node& node, Value value, const Step* step) const {
  const std::string_view reason = node.schema["description"].text();
  const std::vector<std::string_view> names = only_requires(followed(&node));
  if (value.is_map() && !names.empty()) {
    to_->error(
        "forbidden-value", place_of_map(value, step),
        fmt::format("{} has {}, which must not {}", name_of(step),
                    names.size() == 1 ? names[0] : fmt::format("{}", fmt::join(names, " and ")),
                    names.size() == 1 ? "be there" : "stand together"),
        std::string(reason));
    return;
  }
  to_->error("forbidden-value", place_of_map(value, step),
             fmt::format("{} is {}, which the schema forbids", name_of(step), shown(value)),
             std::string(reason));
}

void Explainer::ambiguous(const Node& first, const Node& second, Value value,
                          const Step* step) const {
  const std::string_view a = first.schema["title"].text(), b = second.schema["title"].text();
  to_->error(
      "ambiguous-value", place_of_map(value, step),
      fmt::format("{} fits more than one of the forms of which it must have exactly one",
                  name_of(step)),
      a.empty() || b.empty() ? std::string() : fmt::format("It fits \"{}\" and \"{}\".", a, b));
}

bool Explainer::no_branch_in_short(const std::vector<const Node*>& branches, Value value,
                                   const Step* step) const {
  std::uint8_t types = 0;
  std::vector<std::string_view> needed;
  Node all_choices;
  all_choices.choices = std::make_unique<Choices>();
  bool only_choices = true, only_needs = value.is_map();
  for (const Node* branch : branches) {
    const Node& node = followed(branch);
    types |= node.types;
    const auto names = only_requires(node);
    only_needs = only_needs && names.size() == 1;
    needed.insert(needed.end(), names.begin(), names.end());
    only_choices = only_choices && node.choices && (node.types & type_bits(value));
    if (!node.choices) continue;
    auto& values = all_choices.choices->values;
    values.insert(values.end(), node.choices->values.begin(), node.choices->values.end());
  }
  if (!(types & type_bits(value))) {
    wrong_type(all_choices, types, value, step);
  } else if (only_choices) {
    unknown_value(all_choices, value, step);
  } else if (only_needs) {
    to_->error("missing-field", place_of_map(value, step),
               fmt::format("{} needs {}", name_of(step), any_of_words(needed)));
  } else {
    return false;
  }
  return true;
}

void Explainer::no_branch(const Node& node, const std::vector<const Node*>& branches, Value value,
                          const Step* step) const {
  std::vector<std::string_view> titles;
  for (const Node* branch : branches) {
    const std::string_view title = followed(branch).schema["title"].text();
    if (!title.empty()) titles.push_back(title);
  }
  const std::string_view help = node.schema["x-help"].text();
  to_->error(
      "no-form-fits", place_of_map(value, step),
      fmt::format("{} is {}, which has none of the forms it may have", name_of(step), shown(value)),
      titles.size() == branches.size() ? fmt::format("It can be: {}.", any_of_words(titles))
                                       : std::string(help));
}

}  // namespace glasshouse::schema
