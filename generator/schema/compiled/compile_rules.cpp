// The rules of one schema, by the type of value they speak of, from its keywords.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "schema/compiled/compile.h"
#include "schema/compiled/keywords.h"
#include "schema/words.h"

namespace glasshouse::schema {

namespace {

constexpr std::size_t kManyChoices = 6;  // from here on texts are looked up by their hash

// The colours of the Design System's tags (govuk-frontend, components/tag).
constexpr std::array<std::string_view, 11> kTagColours{"grey",      "blue",   "green",   "teal",
                                                       "turquoise", "purple", "magenta", "pink",
                                                       "red",       "orange", "yellow"};

std::size_t count_of(Value value, std::size_t otherwise) {
  if (!value.is_number()) return otherwise;
  // Beyond any size there is, and beyond what a cast may be given.
  return value.as_number() >= 9e15 ? std::numeric_limits<std::size_t>::max()
                                   : static_cast<std::size_t>(value.as_number());
}

}  // namespace

void Compiler::fill_types(Node& node, const Map& schema) {
  const Value type = keyword_value(schema, "type");
  if (type.is_undefined()) return;
  node.types = type.is_string() ? type_bit(type.as_string()) : 0;
  for (const Value name : type.items()) node.types |= type_bit(name.as_string());
}

void Compiler::fill_choices(Node& node, const Map& schema) {
  const Value choices = keyword_value(schema, "enum");
  if (!choices.is_undefined()) {
    node.choices = std::make_unique<Choices>();
    node.choices->values.assign(choices.items().begin(), choices.items().end());
    if (node.choices->values.size() >= kManyChoices) {
      for (const Value choice : choices.items()) {
        if (choice.is_string()) node.choices->texts.insert(choice.as_string());
      }
    }
  }
  check_labels(node, schema, "x-labels");
  check_labels(node, schema, "x-tags");
  check_colours(schema);
  if (schema.find("const")) {
    // enum and const together: what both allow.
    const Value value = schema.get("const");
    const bool allowed = !node.choices || node.choices->contain(value);
    node.choices = std::make_unique<Choices>();
    if (allowed) node.choices->values.push_back(value);
  }
}

void Compiler::check_labels(const Node& node, const Map& schema, std::string_view keyword) {
  const Value labels = keyword_value(schema, keyword);
  if (!labels.is_map()) return;
  std::vector<std::string_view> choices;
  if (node.choices) {
    for (const Value choice : node.choices->values) choices.push_back(choice.text());
  }
  for (const auto& [key, label] : labels.as_map()) {
    if (std::ranges::find(choices, key.as_string()) != choices.end()) continue;
    diagnostics_.error("schema-unknown-label", at(key),
                       fmt::format("{} names {}, which enum does not list", keyword, shown(key)),
                       suggestion(key.as_string(), choices));
  }
}

void Compiler::check_colours(const Map& schema) {
  const Value tags = keyword_value(schema, "x-tags");
  if (!tags.is_map()) return;
  for (const auto& [key, colour] : tags.as_map()) {
    if (std::ranges::find(kTagColours, colour.as_string()) != kTagColours.end()) continue;
    diagnostics_.error("schema-unknown-colour", at(colour),
                       fmt::format("x-tags gives {} the colour {}, which tags do not have",
                                   shown(key), shown(colour)),
                       fmt::format("The colours are {}.", any_of_words(kTagColours)));
  }
}

std::optional<Pattern> Compiler::pattern_of(Value text) {
  std::string problem;
  auto pattern = Pattern::compile(text.as_string(), problem);
  if (!pattern) {
    diagnostics_.error("schema-wrong-pattern", at(text),
                       fmt::format("The pattern {} cannot be used: {}", shown(text), problem));
  }
  return pattern;
}

Format Compiler::format_under(const Map& schema) {
  const Value name = keyword_value(schema, "format");
  if (name.is_undefined()) return Format::none;
  const Format format = format_of(name.as_string());
  if (format != Format::none) return format;
  static constexpr std::string_view kNames[] = {"date", "date-time",     "time",
                                                "uri",  "uri-reference", "email"};
  if (is_unchecked_format(name.as_string())) {
    diagnostics_.warning(
        "schema-unchecked-format", at(name),
        fmt::format("The format {} is not checked", shown(name)),
        fmt::format("Checked are {}; a pattern can say the rest.", any_of_words(kNames)));
  } else {
    const std::string meant = suggestion(name.as_string(), kNames);
    diagnostics_.error(
        "schema-unknown-format", at(name), fmt::format("{} is no format of draft-07", shown(name)),
        meant.empty() ? fmt::format("Checked are {}.", any_of_words(kNames)) : meant);
  }
  return Format::none;
}

void Compiler::fill_text(Node& node, const Map& schema) {
  TextRules rules;
  rules.least = count_of(keyword_value(schema, "minLength"), rules.least);
  rules.most = count_of(keyword_value(schema, "maxLength"), rules.most);
  const Value pattern = keyword_value(schema, "pattern");
  if (pattern.is_string()) rules.pattern = pattern_of(pattern);
  rules.format = format_under(schema);
  const Value reference = keyword_value(schema, "x-reference");
  rules.is_reference = !reference.is_undefined();
  rules.collection = reference.text();
  rules.is_ward_code = keyword_value(schema, "x-ward-code").is_true();
  rules.is_file = keyword_value(schema, "x-file").is_true();
  rules.is_document = keyword_value(schema, "x-document").is_true();
  const bool says_something = rules.least > 0 || rules.pattern || rules.is_reference ||
                              rules.is_ward_code || rules.is_file || rules.is_document ||
                              rules.format != Format::none || schema.find("maxLength");
  if (says_something) node.text = std::make_unique<TextRules>(std::move(rules));
}

void Compiler::fill_number(Node& node, const Map& schema) {
  NumberRules rules;
  bool says_something = false;
  const auto read = [&](std::string_view keyword, auto& into) {
    const Value value = keyword_value(schema, keyword);
    if (!value.is_number()) return;
    into = value.as_number();
    says_something = true;
  };
  read("minimum", rules.minimum);
  read("maximum", rules.maximum);
  read("exclusiveMinimum", rules.above);
  read("exclusiveMaximum", rules.below);
  read("multipleOf", rules.multiple_of);
  if (says_something) node.number = std::make_unique<NumberRules>(rules);
}

void Compiler::fill_list(Node& node, const Map& schema) {
  ListRules rules;
  const Value items = keyword_value(schema, "items");
  if (items.is_list()) {
    rules.first_items = nodes_under(schema, "items");
    rules.more_items = node_under(schema, "additionalItems");
  } else {
    rules.items = node_of(items);
  }
  rules.contains = node_under(schema, "contains");
  rules.least = count_of(keyword_value(schema, "minItems"), rules.least);
  rules.most = count_of(keyword_value(schema, "maxItems"), rules.most);
  rules.distinct = keyword_value(schema, "uniqueItems").is_true();
  const bool says_something = rules.items || !rules.first_items.empty() || rules.contains ||
                              rules.least > 0 || schema.find("maxItems") || rules.distinct;
  if (says_something) node.list = std::make_unique<ListRules>(std::move(rules));
}

void Compiler::fill_map(Node& node, const Map& schema) {
  MapRules rules;
  const Value required = keyword_value(schema, "required");
  const auto is_required = [&](std::string_view name) {
    return std::ranges::any_of(required.items(), [&](Value v) { return v.as_string() == name; });
  };
  if (const Value properties = keyword_value(schema, "properties"); properties.is_map()) {
    for (const auto& [key, inner] : properties.as_map()) {
      rules.names.insert(key.as_string());
      const std::string_view name = key.as_string();
      rules.properties.push_back({Key(name), node_of(inner), is_required(name)});
    }
  }
  if (const Value patterns = keyword_value(schema, "patternProperties"); patterns.is_map()) {
    for (const auto& [key, inner] : patterns.as_map()) {
      if (auto pattern = pattern_of(key))
        rules.patterns.emplace_back(std::move(*pattern), node_of(inner));
    }
  }
  rules.others = node_under(schema, "additionalProperties");
  rules.property_names = node_under(schema, "propertyNames");
  rules.least = count_of(keyword_value(schema, "minProperties"), rules.least);
  rules.most = count_of(keyword_value(schema, "maxProperties"), rules.most);
  fill_required_others(rules, required);
  fill_dependencies(rules, schema);
  const bool says_something = !rules.properties.empty() || !rules.patterns.empty() ||
                              !rules.required_others.empty() || !rules.dependencies.empty() ||
                              rules.others || rules.property_names || rules.least > 0 ||
                              schema.find("maxProperties");
  if (says_something) node.map = std::make_unique<MapRules>(std::move(rules));
}

void Compiler::fill_required_others(MapRules& rules, Value required) {
  for (const Value name : required.items()) {
    if (rules.names.contains(name.as_string())) continue;
    rules.required_others.emplace_back(name.as_string());
    if (!rules.others || !rules.others->is_never || !rules.patterns.empty()) continue;
    std::vector<std::string_view> names;
    for (const auto& property : rules.properties) names.push_back(property.key.text);
    diagnostics_.error(
        "schema-missing-property", at(name),
        fmt::format(
            "required names {}, which properties does not list and additionalProperties forbids",
            shown(name)),
        suggestion(name.as_string(), names));
  }
}

void Compiler::fill_dependencies(MapRules& rules, const Map& schema) {
  const Value dependencies = keyword_value(schema, "dependencies");
  if (!dependencies.is_map()) return;
  for (const auto& [key, needs] : dependencies.as_map()) {
    MapRules::Dependency dependency{Key(key.as_string()), {}, nullptr};
    for (const Value name : needs.items()) dependency.fields.emplace_back(name.as_string());
    if (!needs.is_list()) dependency.node = node_of(needs);
    rules.dependencies.push_back(std::move(dependency));
  }
}

void Compiler::fill_combination(Node& node, const Map& schema) {
  Combination rules;
  rules.all = nodes_under(schema, "allOf");
  rules.any = nodes_under(schema, "anyOf");
  rules.one = nodes_under(schema, "oneOf");
  rules.none = node_under(schema, "not");
  rules.condition = node_under(schema, "if");
  if (rules.condition) {
    rules.then = node_under(schema, "then");
    rules.otherwise = node_under(schema, "else");
  }
  const bool says_something = !rules.all.empty() || !rules.any.empty() || !rules.one.empty() ||
                              rules.none || rules.condition;
  if (says_something) node.combination = std::make_unique<Combination>(std::move(rules));
}

}  // namespace glasshouse::schema
