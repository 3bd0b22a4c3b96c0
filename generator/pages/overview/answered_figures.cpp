#include "pages/overview/answered_figures.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "pages/overview/promises_figures.h"
#include "pages/overview/trails.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using schema::Kind;

struct Answer {
  std::string_view word, string, tag;
  std::size_t part;  // of kAnswerParts
};
constexpr Answer kAnswers[] = {
    {"done", "answer_done", "green", 0},  {"under-way", "answer_under_way", "blue", 1},
    {"late", "answer_late", "orange", 2}, {"not-in-the-source", "answer_silent", "grey", 3},
    {"none", "answer_none", "orange", 4}, {"turned-down", "answer_turned_down", "grey", 4},
};

const Answer* answer_of(const Record& recommendation) {
  const std::string_view word = recommendation.derived["answer"].text();
  const auto* found = std::find_if(std::begin(kAnswers), std::end(kAnswers),
                                   [&](const Answer& each) { return each.word == word; });
  return found == std::end(kAnswers) ? nullptr : found;
}

// No promise, late, in progress, not in the source, done.
std::size_t urgency(const Record& recommendation) {
  constexpr std::array<std::size_t, kAnswerParts.size()> kOrder = {4, 2, 1, 3, 0};
  const Answer* answer = answer_of(recommendation);
  return answer ? kOrder[answer->part] : 0;
}

void count(const Record& recommendation, AnswerFigures& figures) {
  const Answer* answer = answer_of(recommendation);
  ++figures.made;
  ++figures.parts[answer ? answer->part : kAnswerParts.size() - 1];
  figures.recommendations.push_back(&recommendation);
}

}  // namespace

Answers::Answers(const model::Site& site) {
  std::map<std::string_view, AnswerFigures> groups;
  std::unordered_set<const Record*> counted, invented;
  for (const auto& collection : site.collections) {
    for (const Record& record : collection->records) {
      if (record.withdrawn) continue;
      if (collection->kind() == Kind::decision && carried_out_by(record).empty()) {
        idle_decisions.push_back(&record);
      }
      if (collection->kind() != Kind::recommendation) continue;
      count(record, all);
      count(record, groups[record.field("body").text()]);
      for (const Record* promise : promises_of(record)) {
        const bool is_left_out = promise->illustrative() && !record.illustrative();
        if (is_left_out) {
          invented.insert(promise);
        } else if (counted.insert(promise).second) {
          count_promise(*promise, promises);
        }
      }
    }
  }
  left_out = invented.size();
  for (auto& [body, figures] : groups) {
    figures.body = body;
    std::stable_sort(figures.recommendations.begin(), figures.recommendations.end(),
                     [](const Record* a, const Record* b) { return urgency(*a) < urgency(*b); });
    bodies.push_back(std::move(figures));
  }
  std::stable_sort(bodies.begin(), bodies.end(),
                   [](const auto& a, const auto& b) { return a.made > b.made; });
}

View answer_figures_json(const Making& making, const AnswerFigures& figures) {
  View parts(making.arena(), kAnswerParts.size());
  for (std::size_t i = 0; i < kAnswerParts.size(); ++i) {
    parts.number(kAnswerParts[i], static_cast<double>(figures.parts[i]));
  }
  View view(making.arena(), 6);
  view.number("made", static_cast<double>(figures.made))
      .number("answered", static_cast<double>(figures.answered()))
      .set("parts", parts.value());
  return view;
}

Value answer_tag(const Making& making, const Record& recommendation) {
  const Answer* answer = answer_of(recommendation);
  if (!answer) return {};
  View view(making.arena(), 2);
  return view.text("text", making.strings().get(answer->string)).text("tag", answer->tag).value();
}

}  // namespace glasshouse::pages
