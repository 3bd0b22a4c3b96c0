// Requests and decisions as /openness/ and its JSON have them, from the statistics of the model.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/statistics.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// Outcomes that say the same to who asked: more than five cannot be told apart in a chart.
inline constexpr std::array<std::string_view, 5> kOutcomeGroups = {"full", "part", "refused",
                                                                   "not_held", "unanswered"};
using OutcomeGroups = std::array<std::size_t, kOutcomeGroups.size()>;
[[nodiscard]] OutcomeGroups group_outcomes(const model::Counts& outcomes);

/// What people read for "2018-Q2": "April to June 2018"; for an axis, "Apr–Jun 18".
[[nodiscard]] std::string quarter_words(const Strings& strings, std::string_view key);
[[nodiscard]] std::string quarter_axis(const Strings& strings, std::string_view key);

/// A count with what it counts, as people read it.
struct Named {
  std::string_view value;
  std::string title;
  std::size_t count = 0;
};

/// The exemptions used, in plain words that the rules gave the records.
[[nodiscard]] std::vector<Named> exemptions_used(const Making& making);

/// The paragraphs of Schedule 12A relied on, in the words of the collection's schema.
[[nodiscard]] std::vector<Named> paragraphs_used(const Making& making);

/// The records whose answer should have been a dataset, as the collection is sorted.
[[nodiscard]] std::vector<const model::Record*> should_be_datasets(const Making& making);

/// How many records of the kind, withdrawn ones left out, are invented.
[[nodiscard]] std::size_t illustrative_count(const Making& making, schema::Kind kind);

/// {key, received, answered, due, in_time, permitted_extension, late, open, overdue, on_hold,
/// lapsed, should_be_dataset, reviews, reviews_changed, in_time_per_cent?, median_days?,
/// mean_days?, outcomes: {name: count}, outcome_groups: {name: count}, exemptions: {name: count}}.
[[nodiscard]] Value foi_figures_json(const Making& making, const model::FoiFigures& figures);

/// {key, decisions, stated, in_private, in_public, private_per_cent?, key_decisions,
/// general_exception, special_urgency, called_in, paragraphs: {paragraph: count}}.
[[nodiscard]] Value decision_figures_json(const Making& making,
                                          const model::DecisionFigures& figures);

}  // namespace glasshouse::pages
