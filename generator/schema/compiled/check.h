// The walk of a compiled schema over a record's values.
#pragma once

#include <cstdint>

#include "base/value.h"
#include "schema/compiled/explain.h"
#include "schema/compiled/node.h"
#include "schema/validate.h"
#include "schema/words.h"

namespace glasshouse::schema {

/// What a check needs beside the schema. Without a record, or without a vocabulary, what must be
/// looked up in it is taken as found.
struct Surroundings {
  const content::SourceRecord* record = nullptr;
  const Vocabulary* vocabulary = nullptr;
};

/// Checks one record; made anew for each.
class Checker {
 public:
  /// `explain` says the problems; nullptr: only the answer is wanted.
  Checker(Surroundings surroundings, const Explainer* explain)
      : surroundings_(surroundings), explain_(explain) {}

  /// Whether the value is as the schema has it. With an explainer all problems are said, without
  /// one the walk ends at the first.
  bool check(const Node& node, Value value, const Step* step = nullptr);

  /// The check was given up: it took too many steps. Its answer was then no.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  static constexpr std::uint64_t kMostVisits = 20'000'000;  // about a second
  static constexpr unsigned kDeepest = 2'000;               // schemas within each other

 private:
  bool check_value(const Node& node, Value value, const Step* step);
  bool check_text(const Node& node, Value value, const Step* step);
  bool check_names(const Node& node, Value value, const Step* step);
  bool check_reference(const Node& node, Value value, const Step* step);
  bool check_number(const Node& node, Value value, const Step* step);
  bool check_list(const Node& node, Value value, const Step* step);
  bool check_distinct(Value list, const Step* step);
  bool check_map(const Node& node, Value value, const Step* step);
  bool check_others(const MapRules& rules, Value map, const Step* step);
  bool check_dependencies(const MapRules& rules, Value map, const Step* step);
  bool check_combination(const Node& node, Value value, const Step* step);
  bool check_any(const Node& node, Value value, const Step* step);
  bool check_one(const Node& node, Value value, const Step* step);
  /// The answer of a schema that is only asked.
  bool holds(const Node& node, Value value);
  /// Says the problems of the branch that comes nearest to the value.
  void explain_branches(const Node& node, const std::vector<const Node*>& branches, Value value,
                        const Step* step);

  /// No, having said why where somebody listens.
  template <class Say>
  bool no(Say say) {
    if (explain_ && !gave_up_) say(*explain_);
    return false;
  }
  /// Whether the walk may end at the first no.
  [[nodiscard]] bool is_quiet() const { return !explain_; }

  Surroundings surroundings_;
  const Explainer* explain_;
  std::uint64_t visits_ = 0;
  unsigned depth_ = 0;
  bool gave_up_ = false;
};

}  // namespace glasshouse::schema
