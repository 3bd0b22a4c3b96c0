#include "rules/recommendations.h"

#include <algorithm>
#include <array>

namespace glasshouse::rules {

namespace {

using model::Record;
using model::Standing;

struct Answers {
  std::size_t promises = 0;
  std::array<std::size_t, model::kStandings> standing{};
  [[nodiscard]] std::size_t of(Standing which) const {
    return standing[static_cast<std::size_t>(which)];
  }
};

void count(const Record& record, const Record* other, Answers& answers) {
  if (other->collection->kind() != schema::Kind::commitment || other->withdrawn) return;
  // What was invented says nothing of what was not.
  if (other->illustrative() && !record.illustrative()) return;
  ++answers.promises;
  const std::string_view word = other->derived["status"].text();
  for (std::size_t i = 0; i < model::kStandings; ++i) {
    if (word == model::name_of(static_cast<Standing>(i))) ++answers.standing[i];
  }
}

// Promises that the recommendation names, and those that name it, each once.
Answers answers_of(const Record& record) {
  Answers answers;
  for (const model::Link& link : record.links) count(record, link.record, answers);
  for (const model::Link& link : record.linked_from) {
    const bool is_known = std::any_of(record.links.begin(), record.links.end(),
                                      [&](const auto& each) { return each.record == link.record; });
    if (!is_known) count(record, link.record, answers);
  }
  return answers;
}

std::string_view word_of(const Answers& answers, bool turned_down) {
  if (answers.promises == 0) return turned_down ? "turned-down" : "none";
  if (answers.of(Standing::done) == answers.promises) return "done";
  if (answers.of(Standing::late) > 0) return "late";
  if (answers.of(Standing::not_in_the_source) == answers.promises) return "not-in-the-source";
  return "under-way";
}

void tally(model::RecommendationStatistics& figures, const Record& record, std::string_view word) {
  ++figures.made;
  if (word == "done") ++figures.done;
  if (word == "under-way") ++figures.under_way;
  if (word == "late") ++figures.late;
  if (word == "not-in-the-source") ++figures.not_in_the_source;
  if (word != "none") return;
  ++figures.unanswered;
  figures.without_answer.push_back(&record);
}

}  // namespace

void derive_recommendations(Workspace& work, model::Collection& collection) {
  const FieldKey accepted(collection, "accepted"), made_on(collection, "made_on");
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    const Answers answers = answers_of(record);
    const bool turned_down = accepted.of(record).text() == "no";
    const std::string_view word = word_of(answers, turned_down);
    Map* standings = Map::make(work.arena());
    for (std::size_t i = 0; i < model::kStandings; ++i) {
      if (answers.standing[i] == 0) continue;
      standings->set(work.arena(), model::name_of(static_cast<Standing>(i)),
                     Value::number(static_cast<double>(answers.standing[i])));
    }
    record.derived =
        work.map({{"answer", work.text(word)},
                  {"promises", Value::number(static_cast<double>(answers.promises))},
                  {"promises_done", Value::number(static_cast<double>(answers.of(Standing::done)))},
                  {"standings", Value::map(standings)}});
    tally(work.statistics().recommendations, record, word);
    if (turned_down) continue;
    if (answers.promises > 0) {
      work.keeps(Rule::recommendation_answered);
    } else {
      work.finds(Rule::recommendation_answered, &record, Value(), "recommendation-without-promise",
                 made_on.date_of(record), {});
    }
  }
}

}  // namespace glasshouse::rules
