#include "pages/overview/money_figures.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace glasshouse::pages {

model::Savings savings_of(const model::Record& record) {
  model::Savings sum;
  for (const SavingsPart& part : kSavingsParts) {
    const Value value = record.field(part.name);
    if (value.is_number()) sum.*part.amount = std::llround(value.as_number() * 100);
  }
  return sum;
}

StatedParts stated_parts(const model::SavingsSnapshot& snapshot) {
  StatedParts stated{};
  const auto read = [&](const model::Record& record) {
    for (std::size_t i = 0; i < kSavingsParts.size(); ++i) {
      stated[i] |= record.field(kSavingsParts[i].name).is_number();
    }
  };
  for (const model::SavingsGroup& group : snapshot.directorates) {
    for (const model::Record* record : group.rows) read(*record);
  }
  return stated;
}

StatedParts stated_by_both(const model::SavingsSnapshot& a, const model::SavingsSnapshot& b) {
  StatedParts stated = stated_parts(a);
  const StatedParts other = stated_parts(b);
  for (std::size_t i = 0; i < stated.size(); ++i) stated[i] = stated[i] && other[i];
  return stated;
}

bool states_on_track(const model::SavingsSnapshot& snapshot) { return stated_parts(snapshot)[1]; }

const model::SavingsSnapshot* snapshot_before(const std::vector<model::SavingsSnapshot>& snapshots,
                                              std::size_t at) {
  const bool has_one = at > 0 && snapshots[at - 1].year == snapshots[at].year;
  return has_one ? &snapshots[at - 1] : nullptr;
}

std::size_t shown_snapshot(const std::vector<model::SavingsSnapshot>& snapshots) {
  for (std::size_t i = snapshots.size(); i-- > 0;) {
    if (states_on_track(snapshots[i])) return i;
  }
  return snapshots.size() - 1;
}

std::vector<std::size_t> snapshots_of_year(const std::vector<model::SavingsSnapshot>& snapshots,
                                           std::size_t shown, std::size_t most) {
  std::size_t first = shown;
  while (first > 0 && snapshots[first - 1].year == snapshots[shown].year) --first;
  std::vector<std::size_t> places;
  for (std::size_t i = std::max(first, shown + 1 - std::min(most, shown + 1)); i <= shown; ++i) {
    places.push_back(i);
  }
  return places;
}

std::optional<double> on_track_share(const model::Savings& sum) {
  if (sum.target <= 0) return std::nullopt;
  return 100.0 * static_cast<double>(sum.on_track) / static_cast<double>(sum.target);
}

const model::SavingsGroup* group_of(const model::SavingsSnapshot& snapshot,
                                    std::string_view directorate) {
  for (const model::SavingsGroup& group : snapshot.directorates) {
    if (group.directorate == directorate) return &group;
  }
  return nullptr;
}

std::optional<model::Savings> printed_difference(const model::SavingsSnapshot& snapshot) {
  if (!snapshot.printed_total) return std::nullopt;
  return snapshot.sum - savings_of(*snapshot.printed_total);
}

bool reconciles(const model::Savings& difference) {
  for (const SavingsPart& part : kSavingsParts) {
    if (std::abs(difference.*part.amount) >= 100) return false;
  }
  return true;
}

std::int64_t not_on_track(const model::Savings& sum) {
  return sum.at_risk + sum.delayed + sum.undeliverable;
}

std::string snapshot_words(const Strings& strings, const model::SavingsSnapshot& snapshot) {
  return strings.month(snapshot.snapshot).value_or(std::string(snapshot.snapshot));
}

}  // namespace glasshouse::pages
