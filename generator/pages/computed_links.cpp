// What depends on promises: a recommendation they answer, a priority they serve, a ward they name.
#include <algorithm>

#include "pages/computed.h"
#include "pages/overview/promises_figures.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using schema::Kind;

constexpr std::size_t kPromisesShown = 100;
constexpr std::size_t kAttention = 5;

bool is_promise(const Record& record) {
  return record.collection->kind() == Kind::commitment && !record.withdrawn;
}

// The promises that the record names or that name it, each once.
std::vector<const Record*> promises_of(const Record& record) {
  std::vector<const Record*> promises;
  for (const auto* links : {&record.links, &record.linked_from}) {
    for (const model::Link& link : *links) {
      if (is_promise(*link.record)) promises.push_back(link.record);
    }
  }
  std::vector<const Record*> once;
  for (const Record* promise : promises) {
    if (once.size() == kPromisesShown) break;
    if (std::find(once.begin(), once.end(), promise) == once.end()) once.push_back(promise);
  }
  return once;
}

// The decisions that carry a promise out.
Value decisions_view(const Making& making, const Record& promise) {
  Views decisions(making.arena());
  for (const model::Link& link : promise.linked_from) {
    const model::Collection& collection = *link.record->collection;
    if (collection.kind() != Kind::decision || link.record->withdrawn) continue;
    if (link.field != collection.definition.field("implements")) continue;
    decisions.add(show_link(making, *link.record));
  }
  return decisions.value();
}

struct Answer {
  std::string_view word, string, tag;
};
constexpr Answer kAnswers[] = {
    {"done", "answer_done", "green"},
    {"under-way", "answer_under_way", "blue"},
    {"not-in-the-source", "answer_silent", "grey"},
    {"none", "answer_none", "orange"},
    {"turned-down", "answer_turned_down", "grey"},
};

Value attention_view(const Making& making, std::vector<const Record*> promises) {
  std::erase_if(promises,
                [](const Record* promise) { return !promise->derived["overdue"].is_true(); });
  const auto days = [](const Record* promise) {
    const Value value = promise->derived["days_past_due"];
    return value.is_number() ? value.as_number() : 0;
  };
  std::stable_sort(promises.begin(), promises.end(),
                   [&](const Record* a, const Record* b) { return days(a) > days(b); });
  Views views(making.arena(), kAttention);
  for (const Record* promise : promises) {
    if (views.size() < kAttention) views.add(promise_link(making, *promise));
  }
  return views.value();
}

void set_forums(const Making& making, const Record& ward, View& view) {
  for (const model::WardFigures& figures : making.theme.site.statistics.wards) {
    if (figures.ward != &ward) continue;
    const std::size_t all = figures.forums_held + figures.forums_to_come;
    if (all == 0) return;
    const Strings& strings = making.strings();
    view.text(
        "forums",
        strings.count("forums_held", figures.forums_held,
                      {{"to_come", strings.number(static_cast<double>(figures.forums_to_come))}}));
    if (figures.next_forum) view.set("next_forum", show_link(making, *figures.next_forum));
    return;
  }
}

}  // namespace

void set_recommendation(const Making& making, const Record& record, View& view) {
  const std::string_view word = record.derived["answer"].text();
  for (const Answer& answer : kAnswers) {
    if (answer.word != word) continue;
    View shown(making.arena(), 3);
    shown.text("text", making.strings().get(answer.string)).text("tag", answer.tag);
    view.set("answer", shown.value());
  }
  Views trail(making.arena());
  for (const Record* promise : promises_of(record)) {
    Value link = promise_link(making, *promise);
    link.as_map().set(making.arena(), "decisions", decisions_view(making, *promise));
    trail.add(link);
  }
  if (!trail.empty()) view.set("trail", trail.value());
}

void set_promises_of(const Making& making, const Record& record, View& view) {
  const bool is_ward = record.collection->kind() == Kind::ward;
  model::PromiseFigures figures;
  std::vector<const Record*> promises;
  for (const model::Link& link : record.linked_from) {
    const model::Collection& collection = *link.record->collection;
    const bool names_it = link.field == collection.definition.field(is_ward ? "wards" : "priority");
    if (!is_promise(*link.record) || !names_it) continue;
    promises.push_back(link.record);
    count_promise(*link.record, figures);
  }
  if (is_ward) set_forums(making, record, view);
  if (figures.made == 0) return;
  View shown(making.arena(), 3);
  shown.text("sentence", kept_sentence(making, figures))
      .set("standings", standings_view(making, figures))
      .set("attention", attention_view(making, std::move(promises)));
  view.set("promises", shown.value());
}

}  // namespace glasshouse::pages
