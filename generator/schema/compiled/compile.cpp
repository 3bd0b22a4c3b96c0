#include "schema/compiled/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "schema/compiled/cycles.h"
#include "schema/compiled/keywords.h"
#include "schema/words.h"

namespace glasshouse::schema {

namespace {

bool is_harmless_beside_ref(std::string_view name) {
  static constexpr std::string_view kHarmless[] = {"$ref",    "$comment",    "$schema",
                                                   "title",   "description", "definitions",
                                                   "default", "examples",    "x-help"};
  return std::ranges::find(kHarmless, name) != std::end(kHarmless);
}

}  // namespace

Program Compiler::compile(Value root) {
  check_draft(root);
  program_.root = node_of(root);
  // Not by recursion: a chain of references may be as long as the file. The list grows meanwhile.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (std::size_t next = 0; next < program_.nodes.size(); ++next) {
    Node& node = program_.nodes[next];
    if (node.schema.is_map()) fill(node, node.schema.as_map());
  }
  return std::move(program_);
}

void Compiler::check_draft(Value root) {
  const std::string_view draft = root["$schema"].text();
  if (!draft.empty() && draft != "http://json-schema.org/draft-07/schema#" &&
      draft != "http://json-schema.org/draft-07/schema") {
    diagnostics_.error(
        "schema-wrong-draft", at(root["$schema"]),
        fmt::format("The schema is of {}, but must be of draft-07", shown(root["$schema"])),
        "Write \"$schema\": \"http://json-schema.org/draft-07/schema#\".");
  }
}

const Node* Compiler::node_of(Value schema) {
  if (schema.is_undefined()) return nullptr;
  if (schema.is_map()) {
    const auto known = nodes_.find(schema.identity());
    if (known != nodes_.end()) return known->second;
  }
  Node& node = program_.nodes.emplace_back();
  node.schema = schema;
  node.is_never = schema.is_boolean() && !schema.as_boolean();
  if (schema.is_map()) nodes_.emplace(schema.identity(), &node);
  return &node;
}

const Node* Compiler::node_under(const Map& schema, std::string_view keyword) {
  return node_of(keyword_value(schema, keyword));
}

std::vector<const Node*> Compiler::nodes_under(const Map& schema, std::string_view keyword) {
  std::vector<const Node*> result;
  for (const Value inner : keyword_value(schema, keyword).items()) result.push_back(node_of(inner));
  return result;
}

void Compiler::fill(Node& node, const Map& schema) {
  check_keywords(schema, file_, diagnostics_);
  if (const Value ref = keyword_value(schema, "$ref"); ref.is_string()) {
    node.reference = follow(schema, ref);
    return;
  }
  fill_types(node, schema);
  fill_choices(node, schema);
  fill_text(node, schema);
  fill_number(node, schema);
  fill_list(node, schema);
  fill_map(node, schema);
  fill_combination(node, schema);
  // Those that nothing refers to are checked as well.
  for_each_subschema(schema, [&](Value inner) { node_of(inner); });
}

const Node* Compiler::follow(const Map& schema, Value ref) {
  for (const auto& [key, value] : schema) {
    const Keyword* keyword = find_keyword(key.as_string());
    if (!keyword || is_harmless_beside_ref(keyword->name)) continue;
    diagnostics_.error(
        "schema-ignored-keyword", at(key),
        fmt::format("{} stands beside $ref, where draft-07 ignores it", key.as_string()),
        "Put both into allOf: \"allOf\": [{\"$ref\": …}, {…}].");
  }
  const auto [outcome, target] = references_.follow(schema, ref.as_string());
  using enum References::Outcome;
  switch (outcome) {
    case found:
      return node_of(target);
    case remote:
      diagnostics_.error("schema-remote-reference", at(ref),
                         fmt::format("$ref leads to {}, which is not in this file", shown(ref)),
                         "Nothing is fetched: copy what you need under definitions.");
      break;
    case nowhere:
      diagnostics_.error("schema-unknown-reference", at(ref),
                         fmt::format("$ref leads to {}, and there is nothing", shown(ref)));
      break;
    case no_schema:
      diagnostics_.error("schema-unknown-reference", at(ref),
                         fmt::format("$ref leads to {}, which is no schema", shown(ref)));
      break;
  }
  return nullptr;
}

Program compile(Value schema, std::string_view file, std::span<const Document> documents,
                Diagnostics& diagnostics) {
  Program program = Compiler(schema, file, documents, diagnostics).compile(schema);
  check_cycles(program, file, diagnostics);
  return program;
}

}  // namespace glasshouse::schema
