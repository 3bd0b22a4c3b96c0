#include "schema/compiled/check.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace glasshouse::schema {

namespace {

// Characters are counted only where bytes do not decide: one has one to four of them.
bool is_shorter(std::string_view text, std::size_t least) {
  if (text.size() < least) return true;
  return text.size() < least * 4 && count_characters(text) < least;
}

bool is_longer(std::string_view text, std::size_t most) {
  return text.size() > most && count_characters(text) > most;
}

// Whether `value` is a multiple as people write decimals: 0.3 is one of 0.1, though the nearest
// doubles are not.
bool is_multiple(double value, double of) {
  const double quotient = value / of;
  if (!std::isfinite(quotient)) return std::fmod(value, of) == 0;
  return std::abs(quotient - std::round(quotient)) <= std::abs(quotient) * 1e-15 * 4;
}

}  // namespace

bool Checker::check(const Node& node, Value value, const Step* step) {
  if (++visits_ > kMostVisits || depth_ >= kDeepest) gave_up_ = true;
  if (gave_up_) return false;
  ++depth_;
  const bool good =
      node.reference ? check(*node.reference, value, step) : check_value(node, value, step);
  --depth_;
  return good && !gave_up_;
}

bool Checker::check_value(const Node& node, Value value, const Step* step) {
  if (node.is_never) return no([&](auto& explain) { explain.never(value, step); });
  if (!(node.types & type_bits(value))) {
    return no([&](auto& explain) { explain.wrong_type(node, node.types, value, step); });
  }
  if (node.choices && !node.choices->contain(value)) {
    return no([&](auto& explain) { explain.unknown_value(node, value, step); });
  }
  bool good = true;
  switch (value.type()) {
    case Type::string:
      if (node.text) good = check_text(node, value, step);
      break;
    case Type::number:
      if (node.number) good = check_number(node, value, step);
      break;
    case Type::list:
      if (node.list) good = check_list(node, value, step);
      break;
    case Type::map:
      if (node.map) good = check_map(node, value, step);
      break;
    default:
      break;
  }
  if (!node.combination || (!good && is_quiet())) return good;
  return check_combination(node, value, step) && good;
}

bool Checker::check_text(const Node& node, Value value, const Step* step) {
  const TextRules& rules = *node.text;
  const std::string_view text = value.as_string();
  // The first problem of a text is told; the others would mostly say the same.
  if (!has_format(text, rules.format)) {
    return no([&](auto& explain) { explain.wrong_format(node, value, step); });
  }
  if (rules.pattern) {
    if (rules.pattern->is_too_much(text)) {
      return no([&](auto& explain) { explain.too_long_for_pattern(value, step); });
    }
    if (!rules.pattern->matches(text)) {
      return no([&](auto& explain) { explain.wrong_form(node, value, step); });
    }
  }
  if (is_shorter(text, rules.least)) {
    return no([&](auto& explain) { explain.too_short(node, value, step); });
  }
  if (is_longer(text, rules.most)) {
    return no([&](auto& explain) { explain.too_long(node, value, step); });
  }
  return check_names(node, value, step);
}

// What the text names must exist.
bool Checker::check_names(const Node& node, Value value, const Step* step) {
  const TextRules& rules = *node.text;
  const std::string_view text = value.as_string();
  if (const Vocabulary* vocabulary = surroundings_.vocabulary) {
    if (rules.is_reference && !check_reference(node, value, step)) return false;
    if (rules.is_ward_code && !vocabulary->ward_codes.contains(text)) {
      return no([&](auto& explain) { explain.unknown_ward(*vocabulary, value, step); });
    }
    if (rules.is_document && !vocabulary->documents.contains(text)) {
      return no([&](auto& explain) { explain.unknown_document(*vocabulary, value, step); });
    }
  }
  if (const content::SourceRecord* record = surroundings_.record; record && rules.is_file) {
    const auto& files = record->attachments;
    if (std::ranges::find(files, text, &content::Attachment::name) == files.end()) {
      return no([&](auto& explain) { explain.missing_file(*record, value, step); });
    }
  }
  return true;
}

bool Checker::check_reference(const Node& node, Value value, const Step* step) {
  const Vocabulary& vocabulary = *surroundings_.vocabulary;
  std::string_view collection = node.text->collection, id = value.as_string();
  if (collection.empty()) {
    const std::size_t slash = id.find('/');
    collection = id.substr(0, slash);
    id = slash == std::string_view::npos ? std::string_view() : id.substr(slash + 1);
  }
  const auto ids = vocabulary.ids.find(collection);
  if (ids != vocabulary.ids.end() && ids->second.contains(id)) return true;
  return no([&](auto& explain) { explain.unknown_reference(node, vocabulary, value, step); });
}

bool Checker::check_number(const Node& node, Value value, const Step* step) {
  const NumberRules& rules = *node.number;
  const double number = value.as_number();
  if (number < rules.minimum || (rules.above && number <= *rules.above)) {
    return no([&](auto& explain) { explain.too_small(node, value, step); });
  }
  if (number > rules.maximum || (rules.below && number >= *rules.below)) {
    return no([&](auto& explain) { explain.too_large(node, value, step); });
  }
  if (rules.multiple_of && !is_multiple(number, *rules.multiple_of)) {
    return no([&](auto& explain) { explain.no_multiple(node, value, step); });
  }
  return true;
}

bool Checker::check_list(const Node& node, Value value, const Step* step) {
  const ListRules& rules = *node.list;
  const auto items = value.items();
  bool good = true;
  if (items.size() < rules.least || items.size() > rules.most) {
    good = no([&](auto& explain) { explain.wrong_item_count(rules, value, step); });
  }
  for (std::size_t i = 0; i < items.size() && (good || !is_quiet()) && !gave_up_; ++i) {
    const Node* inner = i < rules.first_items.size() ? rules.first_items[i]
                        : rules.items                ? rules.items
                                                     : rules.more_items;
    if (!inner) break;
    const Step item{step, {}, i + 1};
    if (inner->is_never && !rules.items && i >= rules.first_items.size()) {
      good =
          no([&](auto& explain) { explain.too_many_items(rules.first_items.size(), value, step); });
      break;
    }
    good &= check(*inner, items[i], &item);
  }
  if (!good && is_quiet()) return false;
  if (rules.distinct) good &= check_distinct(value, step);
  if (rules.contains &&
      std::ranges::none_of(items, [&](Value item) { return holds(*rules.contains, item); })) {
    good = no([&](auto& explain) { explain.nothing_contained(*rules.contains, value, step); });
  }
  return good;
}

bool Checker::check_distinct(Value list, const Step* step) {
  const auto items = list.items();
  // In order of their hashes, equal items stand together; small lists are compared all with all.
  std::vector<std::pair<std::size_t, std::size_t>> order;
  if (items.size() > 8) {
    for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(hash_of(items[i]), i);
    std::ranges::sort(order);
  }
  bool good = true;
  for (std::size_t at = 1; at < items.size(); ++at) {
    for (std::size_t before = at; before-- > 0;) {
      if (!order.empty() && order[before].first != order[at].first) break;
      const std::size_t a = order.empty() ? before : order[before].second;
      const std::size_t b = order.empty() ? at : order[at].second;
      if (!equal(items[a], items[b])) continue;
      good = no([&](auto& explain) { explain.repeated_item(items[b], a + 1, b + 1, step); });
      break;
    }
    if (!good && is_quiet()) return false;
  }
  return good;
}

bool Checker::check_map(const Node& node, Value value, const Step* step) {
  const MapRules& rules = *node.map;
  const Map& map = value.as_map();
  bool good = true;
  std::size_t known = 0;
  for (const auto& property : rules.properties) {
    const Map::Entry* entry = map.find(property.key);
    if (entry) {
      ++known;
      const Step field{step, property.key.text, 0};
      good &= check(*property.node, entry->value, &field);
    } else if (property.required) {
      good = no([&](auto& explain) {
        explain.missing_field(property.node, property.key.text, value, step);
      });
    }
    if (!good && is_quiet()) return false;
  }
  for (const Key& key : rules.required_others) {
    if (map.find(key)) continue;
    good = no([&](auto& explain) { explain.missing_field(nullptr, key.text, value, step); });
  }
  if (map.size() < rules.least || map.size() > rules.most) {
    good = no([&](auto& explain) { explain.wrong_field_count(rules, value, step); });
  }
  if (!good && is_quiet()) return false;
  const bool has_others = rules.others && known < map.size();
  if (has_others || !rules.patterns.empty() || rules.property_names) {
    good &= check_others(rules, value, step);
  }
  if (!rules.dependencies.empty()) good &= check_dependencies(rules, value, step);
  return good;
}

// The fields one by one: their names, those that a pattern names, those that nothing names.
bool Checker::check_others(const MapRules& rules, Value map, const Step* step) {
  bool good = true;
  for (const Map::Entry& entry : map.as_map()) {
    const Value key = entry.key, value = entry.value;
    const std::string_view name = key.as_string();
    const Step field{step, name, 0};
    bool is_known = rules.names.contains(name);
    if (rules.property_names && !holds(*rules.property_names, key)) {
      good = no([&](auto& explain) { explain.wrong_field_name(*rules.property_names, key, step); });
    }
    for (const auto& [pattern, node] : rules.patterns) {
      if (pattern.is_too_much(name) || !pattern.matches(name)) continue;
      is_known = true;
      good &= check(*node, value, &field);
    }
    if (!is_known && rules.others) {
      if (rules.others->is_never) {
        good = no([&](auto& explain) { explain.unknown_field(rules, key, step); });
      } else {
        good &= check(*rules.others, value, &field);
      }
    }
    if ((!good && is_quiet()) || gave_up_) return false;
  }
  return good;
}

bool Checker::check_dependencies(const MapRules& rules, Value map, const Step* step) {
  bool good = true;
  for (const auto& dependency : rules.dependencies) {
    if (!map.as_map().find(dependency.key)) continue;
    for (const Key& key : dependency.fields) {
      if (map.as_map().find(key)) continue;
      good = no([&](auto& explain) {
        explain.missing_companion(rules, dependency.key.text, key.text, map, step);
      });
    }
    if (dependency.node) good &= check(*dependency.node, map, step);
  }
  return good;
}

}  // namespace glasshouse::schema
