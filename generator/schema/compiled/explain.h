// What is said of a value that its schema refuses: the words, the place, the hint. check.cpp finds
// the problem, this says it, to the person who wrote the record.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "schema/compiled/node.h"
#include "schema/validate.h"
#include "schema/words.h"

namespace glasshouse::schema {

class Explainer {
 public:
  /// `start` is where the record starts: the place of what has none. `schema_file` is where the
  /// schema itself stands.
  Explainer(std::string_view file, Mark start, std::string_view schema_file, Diagnostics& to)
      : file_(file), start_(start), schema_file_(schema_file), to_(&to) {}

  /// The same, said to another collector.
  [[nodiscard]] Explainer to(Diagnostics& other) const {
    return Explainer(file_, start_, schema_file_, other);
  }
  void pass_on(const std::vector<Diagnostic>& problems) const;

  // Any value.
  void never(Value value, const Step* step) const;
  void wrong_type(const Node& node, std::uint8_t types, Value value, const Step* step) const;
  void unknown_value(const Node& node, Value value, const Step* step) const;
  void forbidden(const Node& node, Value value, const Step* step) const;
  void ambiguous(const Node& first, const Node& second, Value value, const Step* step) const;
  /// No branch of anyOf or oneOf holds. The short form speaks where one sentence says it all: a
  /// type or a value that no branch allows, fields of which one is needed. Gives whether it spoke.
  bool no_branch_in_short(const std::vector<const Node*>& branches, Value value,
                          const Step* step) const;
  void no_branch(const Node& node, const std::vector<const Node*>& branches, Value value,
                 const Step* step) const;
  void gave_up() const;

  // Text.
  void wrong_format(const Node& node, Value value, const Step* step) const;
  void wrong_form(const Node& node, Value value, const Step* step) const;
  void too_long_for_pattern(Value value, const Step* step) const;
  void too_short(const Node& node, Value value, const Step* step) const;
  void too_long(const Node& node, Value value, const Step* step) const;
  void unknown_reference(const Node& node, const Vocabulary& vocabulary, Value value,
                         const Step* step) const;
  void unknown_ward(const Vocabulary& vocabulary, Value value, const Step* step) const;
  void unknown_document(const Vocabulary& vocabulary, Value value, const Step* step) const;
  void missing_file(const content::SourceRecord& record, Value value, const Step* step) const;

  // Numbers.
  void too_small(const Node& node, Value value, const Step* step) const;
  void too_large(const Node& node, Value value, const Step* step) const;
  void no_multiple(const Node& node, Value value, const Step* step) const;

  // Lists.
  void wrong_item_count(const ListRules& rules, Value value, const Step* step) const;
  void too_many_items(std::size_t most, Value value, const Step* step) const;
  void repeated_item(Value item, std::size_t first, std::size_t second, const Step* step) const;
  void nothing_contained(const Node& node, Value value, const Step* step) const;

  // Objects. `node` is the field's own schema, where it has one.
  void missing_field(const Node* node, std::string_view name, Value map, const Step* step) const;
  void missing_companion(const MapRules& rules, std::string_view present, std::string_view missing,
                         Value map, const Step* step) const;
  void unknown_field(const MapRules& rules, Value key, const Step* step) const;
  void wrong_field_name(const Node& node, Value key, const Step* step) const;
  void wrong_field_count(const MapRules& rules, Value value, const Step* step) const;

 private:
  [[nodiscard]] Place place(Value value) const {
    return Place(file_, value.mark().line > 0 ? value.mark() : start_);
  }
  /// Where an object as a whole is spoken of: the record's start, or its own.
  [[nodiscard]] Place place_of_map(Value map, const Step* step) const {
    return step ? place(map) : Place(file_, start_);
  }

  std::string_view file_;
  Mark start_;
  std::string_view schema_file_;
  Diagnostics* to_;
};

}  // namespace glasshouse::schema
