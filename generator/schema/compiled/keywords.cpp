#include "schema/compiled/keywords.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "base/text.h"
#include "schema/compiled/node.h"
#include "schema/words.h"

namespace glasshouse::schema {

namespace {

using enum Takes;

constexpr Keyword kKeywords[] = {
    {"$comment", text},
    {"$id", text},
    {"$ref", text},
    {"$schema", text},
    {"additionalItems", schema},
    {"additionalProperties", schema},
    {"allOf", filled_schemas},
    {"anyOf", filled_schemas},
    {"const", anything},
    {"contains", schema},
    {"contentEncoding", text},
    {"contentMediaType", text},
    {"default", anything},
    {"definitions", schemas_by_name},
    {"dependencies", schemas_or_texts_by_name},
    {"description", text},
    {"else", schema},
    {"enum", filled_list},
    {"examples", list},
    {"exclusiveMaximum", number},
    {"exclusiveMinimum", number},
    {"format", text},
    {"if", schema},
    {"items", schema_or_schemas},
    {"maxItems", count},
    {"maxLength", count},
    {"maxProperties", count},
    {"maximum", number},
    {"minItems", count},
    {"minLength", count},
    {"minProperties", count},
    {"minimum", number},
    {"multipleOf", positive_number},
    {"not", schema},
    {"oneOf", filled_schemas},
    {"pattern", text},
    {"patternProperties", schemas_by_name},
    {"properties", schemas_by_name},
    {"propertyNames", schema},
    {"readOnly", boolean},
    {"required", distinct_texts},
    {"then", schema},
    {"title", text},
    {"type", types},
    {"uniqueItems", boolean},
    {"writeOnly", boolean},
    {"x-document", just_true},
    {"x-file", just_true},
    {"x-help", text},
    {"x-labels", texts_by_text},
    {"x-reference", text_or_true},
    {"x-tags", texts_by_text},
    {"x-unit", text},
    {"x-ward-code", just_true},
};

constexpr std::string_view kTypes[] = {"string", "number", "integer", "boolean",
                                       "array",  "object", "null"};

bool is_schema(Value value) { return value.is_map() || value.is_boolean(); }

bool is_count(Value value) {
  return value.is_number() && value.as_number() >= 0 &&
         std::floor(value.as_number()) == value.as_number();
}

bool all_items(Value list, bool (*accepts)(Value)) {
  return list.is_list() && std::ranges::all_of(list.items(), accepts);
}

bool all_members(Value map, bool (*accepts)(Value)) {
  return map.is_map() && std::ranges::all_of(map.as_map(), [&](const Map::Entry& entry) {
           return accepts(entry.value);
         });
}

bool is_text(Value value) { return value.is_string(); }

bool are_distinct_texts(Value value) {
  if (!all_items(value, is_text)) return false;
  std::set<std::string_view> seen;
  return std::ranges::all_of(value.items(),
                             [&](Value item) { return seen.insert(item.as_string()).second; });
}

bool is_type(Value value) { return value.is_string() && type_bit(value.as_string()) != 0; }

bool fits(Value value, Takes takes) {
  switch (takes) {
    case anything:
      return true;
    case text:
      return value.is_string();
    case boolean:
      return value.is_boolean();
    case number:
      return value.is_number();
    case positive_number:
      return value.is_number() && value.as_number() > 0;
    case count:
      return is_count(value);
    case list:
      return value.is_list();
    case filled_list:
      return value.is_list() && !value.as_list().empty();
    case distinct_texts:
      return are_distinct_texts(value);
    case types:
      return is_type(value) ||
             (are_distinct_texts(value) && !value.as_list().empty() && all_items(value, is_type));
    case texts_by_text:
      return all_members(value, is_text);
    case schema:
      return is_schema(value);
    case filled_schemas:
      return all_items(value, is_schema) && !value.as_list().empty();
    case schema_or_schemas:
      return is_schema(value) || all_items(value, is_schema);
    case schemas_by_name:
      return all_members(value, is_schema);
    case schemas_or_texts_by_name:
      return all_members(value, [](Value v) { return is_schema(v) || are_distinct_texts(v); });
    case text_or_true:
      return value.is_string() || value.is_true();
    case just_true:
      return value.is_true();
  }
  return false;
}

std::string_view words_for(Takes takes) {
  switch (takes) {
    case anything:
      return "any value";
    case text:
      return "text";
    case boolean:
      return "true or false";
    case number:
      return "a number";
    case positive_number:
      return "a number above 0";
    case count:
      return "a whole number, 0 or more";
    case list:
      return "a list";
    case filled_list:
      return "a list of one item or more";
    case distinct_texts:
      return "a list of texts, each once";
    case types:
      return "string, number, integer, boolean, array, object or null, or a list of these";
    case texts_by_text:
      return "an object of texts";
    case schema:
      return "a schema: an object, true or false";
    case filled_schemas:
      return "a list of one schema or more";
    case schema_or_schemas:
      return "a schema or a list of schemas";
    case schemas_by_name:
      return "an object of schemas";
    case schemas_or_texts_by_name:
      return "an object of schemas or of lists of field names";
    case text_or_true:
      return "the name of a collection, or true";
    case just_true:
      return "true; leave it out otherwise";
  }
  return {};
}

// The member or item that makes the value wrong; the value itself where none does alone.
Value culprit(Value value, Takes takes) {
  const auto is_wrong = [&](Value inner) {
    switch (takes) {
      case distinct_texts:
      case texts_by_text:
        return !inner.is_string();
      case types:
        return !is_type(inner);
      case filled_schemas:
      case schema_or_schemas:
      case schemas_by_name:
        return !is_schema(inner);
      case schemas_or_texts_by_name:
        return !is_schema(inner) && !are_distinct_texts(inner);
      default:
        return false;
    }
  };
  if (value.is_map() && (takes == types || takes == distinct_texts)) return value;
  for (const Value item : value.items()) {
    if (is_wrong(item)) return item;
  }
  if (!value.is_map()) return value;
  for (const auto& entry : value.as_map()) {
    if (is_wrong(entry.value)) return entry.value;
  }
  return value;
}

}  // namespace

std::span<const Keyword> all_keywords() { return kKeywords; }

const Keyword* find_keyword(std::string_view name) {
  const auto keywords = all_keywords();
  const auto found = std::ranges::lower_bound(keywords, name, {}, &Keyword::name);
  return found != keywords.end() && found->name == name ? &*found : nullptr;
}

Value keyword_value(const Map& schema, std::string_view name) {
  const Keyword* keyword = find_keyword(name);
  const Value value = schema.get(name);
  return keyword && fits(value, keyword->takes) ? value : Value();
}

void check_keywords(const Map& schema, std::string_view file, Diagnostics& diagnostics) {
  for (const auto& [key, value] : schema) {
    const std::string_view name = key.as_string();
    const Keyword* keyword = find_keyword(name);
    if (!keyword) {
      std::vector<std::string_view> names;
      for (const Keyword& known : all_keywords()) names.push_back(known.name);
      diagnostics.error(
          "schema-unknown-keyword", Place(file, key.mark()),
          fmt::format("\"{}\" is no keyword of JSON Schema draft-07 nor of ours", name),
          suggestion(name, names));
    } else if (!fits(value, keyword->takes)) {
      const Value wrong = culprit(value, keyword->takes);
      const bool is_inside = wrong.identity() != value.identity() || wrong.type() != value.type();
      diagnostics.error("schema-wrong-keyword", Place(file, place_of(wrong, key)),
                        fmt::format("{} {} {}, but takes {}", name, is_inside ? "holds" : "is",
                                    shown(wrong), words_for(keyword->takes)),
                        keyword->takes == types ? suggestion(wrong.text(), kTypes) : std::string());
    }
  }
}

void for_each_subschema(const Map& schema, const std::function<void(Value)>& visit) {
  const auto visit_schema = [&](Value value) {
    if (is_schema(value)) visit(value);
  };
  for (const auto& [key, value] : schema) {
    const Keyword* keyword = find_keyword(key.as_string());
    if (!keyword) continue;
    switch (keyword->takes) {
      case Takes::schema:
      case filled_schemas:
      case schema_or_schemas:
        visit_schema(value);
        std::ranges::for_each(value.items(), visit_schema);
        break;
      case schemas_by_name:
      case schemas_or_texts_by_name:
        if (!value.is_map()) break;
        for (const auto& entry : value.as_map()) visit_schema(entry.value);
        break;
      default:
        break;
    }
  }
}

}  // namespace glasshouse::schema
