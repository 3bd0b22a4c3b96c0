// The savings as /money/ and its JSON have them, from the statistics of the model.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
