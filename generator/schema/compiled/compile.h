// From the Value of a schema to the nodes that check records (node.h), saying what is wrong in it.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.h"
#include "base/value.h"
#include "schema/compiled/node.h"
#include "schema/compiled/references.h"

namespace glasshouse::schema {

/// Compiles. Where `diagnostics` has gained an error the program is not to be used, but for an
/// unknown keyword, which is passed over. `documents` are schemas that a `$ref` may name by their
/// address; a site has none.
[[nodiscard]] Program compile(Value schema, std::string_view file,
                              std::span<const Document> documents, Diagnostics& diagnostics);

/// The work of `compile`, for one schema.
class Compiler {
 public:
  Compiler(Value root, std::string_view file, std::span<const Document> documents,
           Diagnostics& diagnostics)
      : file_(file), references_(root, documents), diagnostics_(diagnostics) {}
  Program compile(Value root);

 private:
  // compile.cpp: from schema to schema.
  void check_draft(Value root);
  const Node* node_of(Value schema);  // nullptr for undefined
  const Node* node_under(const Map& schema, std::string_view keyword);
  std::vector<const Node*> nodes_under(const Map& schema, std::string_view keyword);
  void fill(Node& node, const Map& schema);
  const Node* follow(const Map& schema, Value ref);

  // compile_rules.cpp: the keywords of one schema.
  void fill_types(Node& node, const Map& schema);
  void fill_choices(Node& node, const Map& schema);
  void check_labels(const Node& node, const Map& schema, std::string_view keyword);
  void check_colours(const Map& schema);
  void fill_text(Node& node, const Map& schema);
  std::optional<Pattern> pattern_of(Value text);
  Format format_under(const Map& schema);
  void fill_number(Node& node, const Map& schema);
  void fill_list(Node& node, const Map& schema);
  void fill_map(Node& node, const Map& schema);
  void fill_required_others(MapRules& rules, Value required);
  void fill_dependencies(MapRules& rules, const Map& schema);
  void fill_combination(Node& node, const Map& schema);

  [[nodiscard]] Place at(Value value) const { return Place(file_, value.mark()); }

  std::string_view file_;
  References references_;
  Diagnostics& diagnostics_;
  Program program_;
  std::unordered_map<const void*, const Node*> nodes_;  // by the schema's identity
};

}  // namespace glasshouse::schema
