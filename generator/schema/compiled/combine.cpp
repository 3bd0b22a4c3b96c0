// The part of the walk that asks several schemas about one value: allOf, anyOf, oneOf, not, if.
#include <optional>

#include "schema/compiled/check.h"

namespace glasshouse::schema {

bool Checker::holds(const Node& node, Value value) {
  const Explainer* listener = std::exchange(explain_, nullptr);
  const bool good = check(node, value, nullptr);
  explain_ = listener;
  return good;
}

bool Checker::check_combination(const Node& node, Value value, const Step* step) {
  const Combination& rules = *node.combination;
  bool good = true;
  for (const Node* inner : rules.all) {
    good &= check(*inner, value, step);
    if (!good && is_quiet()) return false;
  }
  if (!rules.any.empty()) good &= check_any(node, value, step);
  if (!rules.one.empty()) good &= check_one(node, value, step);
  if (!good && is_quiet()) return false;
  if (rules.none && holds(*rules.none, value)) {
    good = no([&](auto& explain) { explain.forbidden(*rules.none, value, step); });
  }
  if (rules.condition) {
    const Node* next = holds(*rules.condition, value) ? rules.then : rules.otherwise;
    if (next) good &= check(*next, value, step);
  }
  return good;
}

bool Checker::check_any(const Node& node, Value value, const Step* step) {
  for (const Node* branch : node.combination->any) {
    if (holds(*branch, value)) return true;
  }
  if (explain_) explain_branches(node, node.combination->any, value, step);
  return false;
}

bool Checker::check_one(const Node& node, Value value, const Step* step) {
  const auto& branches = node.combination->one;
  std::vector<std::size_t> matches;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    if (holds(*branches[i], value)) matches.push_back(i);
  }
  if (matches.size() == 1) return true;
  if (matches.size() > 1) {
    return no([&](auto& explain) {
      explain.ambiguous(*branches[matches[0]], *branches[matches[1]], value, step);
    });
  }
  if (explain_) explain_branches(node, branches, value, step);
  return false;
}

void Checker::explain_branches(const Node& node, const std::vector<const Node*>& branches,
                               Value value, const Step* step) {
  const Explainer& listener = *explain_;
  if (gave_up_ || listener.no_branch_in_short(branches, value, step)) return;
  // The branch with the fewest problems is what was meant, if one stands out.
  std::vector<Diagnostic> best;
  bool is_clear = false;
  for (const Node* branch : branches) {
    if (!(branch->types & type_bits(value))) continue;
    Diagnostics problems;
    const Explainer into = listener.to(problems);
    explain_ = &into;
    check(*branch, value, step);
    explain_ = &listener;
    std::vector<Diagnostic> found = problems.sorted();
    if (best.empty() || found.size() < best.size()) {
      best = std::move(found);
      is_clear = true;
    } else if (found.size() == best.size()) {
      is_clear = false;
    }
  }
  if (is_clear) {
    listener.pass_on(best);
  } else {
    listener.no_branch(node, branches, value, step);
  }
}

}  // namespace glasshouse::schema
