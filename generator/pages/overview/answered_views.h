// The parts of /answered/, and of the pages of a recommendation, a promise and a decision, that
// show a trail.
#pragma once

#include <string>

#include "pages/overview/answered_figures.h"

namespace glasshouse::pages {

/// "Promises answer 30 of 38 recommendations. 3 of 35 promises were kept. 2 are late."
[[nodiscard]] std::string answered_sentence(const Making& making, const Answers& answers);

/// A stacked bar of all recommendations, then one of each body's.
[[nodiscard]] Value answers_chart(const Making& making, const CollectionPlan& plan,
                                  const Answers& answers);

/// [promise link with `evidence` (text) and `decisions`: [link]]: what came of a recommendation.
[[nodiscard]] Value trail_view(const Making& making, const model::Record& recommendation);

/// The same as events of a timeline (pages/timeline.h): when it was recommended, promised, moved,
/// due, decided and shown.
[[nodiscard]] Value trail_timeline(const Making& making, const model::Record& recommendation);

/// [{title, count, items: [link with `answer` (tag), `accepted?` (value), `response?` (value),
/// `trail`]}], `more?` in the last: each recommendation, by the body that made it.
[[nodiscard]] Value trail_groups(const Making& making, const CollectionPlan& plan,
                                 const Answers& answers);

/// {count, items: [link], more?}; with how each stands where they are promises.
[[nodiscard]] Value orphans_view(const Making& making,
                                 const std::vector<const model::Record*>& records);

/// What people read for the body.
[[nodiscard]] std::string body_label(const CollectionPlan& plan, std::string_view body);

}  // namespace glasshouse::pages
