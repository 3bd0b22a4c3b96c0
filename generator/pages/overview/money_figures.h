// The savings as /money/ and its JSON have them, from the statistics of the model.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/statistics.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// One part of a sum: its name in the JSON and of its string, "savings_part_on_track".
struct SavingsPart {
  std::string_view name;
  std::int64_t model::Savings::*amount;
};

/// The target first, then what it is made up of: the series of the charts.
inline constexpr std::array kSavingsParts = {
    SavingsPart{"target", &model::Savings::target},
    SavingsPart{"on_track", &model::Savings::on_track},
    SavingsPart{"at_risk", &model::Savings::at_risk},
    SavingsPart{"delayed", &model::Savings::delayed},
    SavingsPart{"undeliverable", &model::Savings::undeliverable},
};

/// What one record says; 0 where it is silent.
[[nodiscard]] model::Savings savings_of(const model::Record& record);

/// Which parts a snapshot states: any of its rows does. What it does not state is not nought.
using StatedParts = std::array<bool, kSavingsParts.size()>;
[[nodiscard]] StatedParts stated_parts(const model::SavingsSnapshot& snapshot);
/// Those that both state: what can be said to have moved.
[[nodiscard]] StatedParts stated_by_both(const model::SavingsSnapshot& a,
                                         const model::SavingsSnapshot& b);
[[nodiscard]] bool states_on_track(const model::SavingsSnapshot& snapshot);

/// The snapshot of the same year before it; none where it is the first.
[[nodiscard]] const model::SavingsSnapshot* snapshot_before(
    const std::vector<model::SavingsSnapshot>& snapshots, std::size_t at);

/// Which snapshot the page is about: the last that states what was on track, else the last.
[[nodiscard]] std::size_t shown_snapshot(const std::vector<model::SavingsSnapshot>& snapshots);

/// The snapshots of the same year up to this one, in order; the last few.
[[nodiscard]] std::vector<std::size_t> snapshots_of_year(
    const std::vector<model::SavingsSnapshot>& snapshots, std::size_t shown, std::size_t most);

/// The share of the target that was on track, 0 to 100; none without a target.
[[nodiscard]] std::optional<double> on_track_share(const model::Savings& sum);

/// The group of the directorate; nullptr where the snapshot has none.
[[nodiscard]] const model::SavingsGroup* group_of(const model::SavingsSnapshot& snapshot,
                                                  std::string_view directorate);

/// The rows less what the report prints as their total; none where it prints none.
[[nodiscard]] std::optional<model::Savings> printed_difference(
    const model::SavingsSnapshot& snapshot);

/// Whether no part differs by a pound or more, as the rule has it.
[[nodiscard]] bool reconciles(const model::Savings& difference);

/// The part of the target that was not on track.
[[nodiscard]] std::int64_t not_on_track(const model::Savings& sum);

/// "June 2017".
[[nodiscard]] std::string snapshot_words(const Strings& strings,
                                         const model::SavingsSnapshot& snapshot);

}  // namespace glasshouse::pages
