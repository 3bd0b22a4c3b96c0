#include "schema/compiled/cycles.h"

#include <unordered_map>
#include <vector>

namespace glasshouse::schema {

namespace {

// The nodes that check the same value as this one.
std::vector<const Node*> beside(const Node& node) {
  std::vector<const Node*> result;
  const auto add = [&](const Node* next) {
    if (next) result.push_back(next);
  };
  add(node.reference);
  if (node.combination) {
    const Combination& rules = *node.combination;
    for (const auto* list : {&rules.all, &rules.any, &rules.one}) {
      result.insert(result.end(), list->begin(), list->end());
    }
    add(rules.none);
    add(rules.condition);
    add(rules.then);
    add(rules.otherwise);
  }
  if (node.map) {
    for (const auto& dependency : node.map->dependencies) add(dependency.node);
  }
  return result;
}

}  // namespace

void check_cycles(const Program& program, std::string_view file, Diagnostics& diagnostics) {
  enum class State : std::uint8_t { open, done };
  struct Visit {
    const Node* node;
    std::vector<const Node*> left;
  };
  std::unordered_map<const Node*, State> states;
  // A walk in depth with its own stack: a chain may be longer than the machine's stack is deep.
  for (const Node& first : program.nodes) {
    if (states.contains(&first)) continue;
    std::vector<Visit> path{{&first, beside(first)}};
    states[&first] = State::open;
    while (!path.empty()) {
      Visit& visit = path.back();
      if (visit.left.empty()) {
        states[visit.node] = State::done;
        path.pop_back();
        continue;
      }
      const Node* next = visit.left.back();
      visit.left.pop_back();
      const auto [state, is_new] = states.try_emplace(next, State::open);
      if (is_new) {
        path.push_back({next, beside(*next)});
      } else if (state->second == State::open) {
        diagnostics.error("schema-endless-reference", Place(file, visit.node->schema.mark()),
                          "This schema leads back to itself without a step into the data",
                          "Take the $ref out, or put it under properties or items.");
      }
    }
  }
}

}  // namespace glasshouse::schema
