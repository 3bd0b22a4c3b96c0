#include "schema/compiled/references.h"

#include <charconv>
#include <optional>
#include <vector>

#include "base/text.h"
#include "schema/compiled/keywords.h"
#include "schema/format.h"

namespace glasshouse::schema {

namespace {

std::string without_fragment(std::string_view address) {
  return std::string(address.substr(0, address.find('#')));
}

// A reference token of a JSON pointer (RFC 6901) as the key it stands for.
std::string unescaped(std::string_view token) {
  std::string result;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool is_escape = token[i] == '~' && i + 1 < token.size();
    if (is_escape) ++i;
    result += !is_escape ? token[i] : token[i] == '1' ? '/' : '~';
  }
  return result;
}

Value item_at(Value list, std::string_view token) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool is_index = error == std::errc() && end == token.data() + token.size();
  return is_index && index < list.items().size() ? list.items()[index] : Value();
}

Value at_pointer(Value value, std::string_view pointer) {
  while (!pointer.empty()) {
    pointer.remove_prefix(1);  // the slash
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const std::string token = unescaped(pointer.substr(0, end));
    value = value.is_list() ? item_at(value, token) : value[token];
    pointer.remove_prefix(end);
  }
  return value;
}

}  // namespace

References::References(Value root, std::span<const Document> documents) {
  by_address_.emplace("", root);
  scan(root, "");
  for (const Document& document : documents) {
    const std::string address = without_fragment(document.uri);
    by_address_.emplace(address, document.schema);
    scan(document.schema, address);
  }
}

void References::scan(Value first, std::string first_base) {
  std::vector<std::pair<Value, std::string>> pending{{first, std::move(first_base)}};
  while (!pending.empty()) {
    const auto [schema, outer_base] = std::move(pending.back());
    pending.pop_back();
    if (!schema.is_map() || bases_.contains(schema.identity())) continue;
    std::string base = outer_base;
    const Map& map = schema.as_map();
    // Beside a $ref an $id means nothing.
    const Value id = map.find("$ref") ? Value() : keyword_value(map, "$id");
    if (id.is_string()) {
      const std::string address = resolve_uri(base, id.as_string());
      const bool has_name = !split_uri(address).fragment.value_or("").empty();
      if (has_name) by_name_.emplace(address, schema);
      if (!id.as_string().starts_with('#')) {
        base = without_fragment(address);
        if (!has_name) by_address_.emplace(base, schema);
      }
    }
    for_each_subschema(map, [&](Value inner) { pending.emplace_back(inner, base); });
    bases_.emplace(schema.identity(), std::move(base));
  }
}

References::Target References::follow(const Map& schema, std::string_view ref) {
  const auto own = bases_.find(&schema);
  const std::string base = own == bases_.end() ? std::string() : own->second;
  const std::string address = resolve_uri(base, ref);
  const auto document = by_address_.find(without_fragment(address));
  if (document == by_address_.end()) {
    const auto named = by_name_.find(address);
    if (named != by_name_.end()) return {Outcome::found, named->second};
    return {Outcome::remote, Value()};
  }
  const std::string fragment = percent_decoded(split_uri(address).fragment.value_or(""));
  Value target = document->second;
  if (fragment.starts_with('/')) {
    target = at_pointer(target, fragment);
  } else if (!fragment.empty()) {
    const auto named = by_name_.find(address);
    target = named == by_name_.end() ? Value() : named->second;
  }
  if (target.is_undefined()) return {Outcome::nowhere, Value()};
  if (!target.is_map() && !target.is_boolean()) return {Outcome::no_schema, Value()};
  scan(target, document->first);
  return {Outcome::found, target};
}

}  // namespace glasshouse::schema
