// How recommendations were answered, of all and of each body that made them, as /answered/ and its
// JSON have it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "model/statistics.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// What a recommendation's `derived.answer` counts as; the parts of the chart, in its order.
inline constexpr std::array<std::string_view, 5> kAnswerParts = {"done", "in_progress", "late",
                                                                 "silent", "none"};

struct AnswerFigures {
  std::string_view body;  // the value of the field; empty of all
  std::size_t made = 0;
  std::array<std::size_t, kAnswerParts.size()> parts{};
  // Of all, as the collection is sorted; of a body, those that need attention first.
  std::vector<const model::Record*> recommendations;

  /// Those that a promise answers.
  [[nodiscard]] std::size_t answered() const { return made - parts.back(); }
};

struct Answers {
  AnswerFigures all;
  std::vector<AnswerFigures> bodies;  // most recommendations first, then by value
  model::PromiseFigures promises;     // those that answer a recommendation, each counted once
  std::size_t left_out = 0;  // invented promises, which answer no recommendation but invented ones
  std::vector<const model::Record*> idle_decisions;  // carry out no promise; as they are sorted

  explicit Answers(const model::Site& site);
};

/// {made, answered, parts: {done, in_progress, late, silent, none}}: numbers.
[[nodiscard]] View answer_figures_json(const Making& making, const AnswerFigures& figures);

/// {text, tag} of what `derived.answer` says; undefined where it says nothing.
[[nodiscard]] Value answer_tag(const Making& making, const model::Record& recommendation);

}  // namespace glasshouse::pages
