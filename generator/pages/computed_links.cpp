// What depends on promises: a recommendation they answer, a decision that carries them out, a
// priority they serve, a ward they name.
#include <algorithm>

#include "pages/computed.h"
#include "pages/overview/answered_views.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/trails.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using schema::Kind;

constexpr std::size_t kAttention = 5;

bool is_promise(const Record& record) {
  return record.collection->kind() == Kind::commitment && !record.withdrawn;
}

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

}  // namespace

void set_recommendation(const Making& making, const Record& record, View& view) {
  view.set("answer", answer_tag(making, record));
  const Value trail = trail_view(making, record);
  if (trail.items().empty()) return;
  view.set("trail", trail).set("trail_timeline", trail_timeline(making, record));
}

void set_decision(const Making& making, const Record& record, View& view) {
  Views promises(making.arena());
  for (const Record* promise : carried_out_by(record)) {
    Value link = promise_link(making, *promise);
    Views recommendations(making.arena());
    for (const Record* each : recommendations_of(*promise)) {
      recommendations.add(show_link(making, *each));
    }
    link.as_map().set(making.arena(), "recommendations", recommendations.value());
    promises.add(link);
  }
  if (!promises.empty()) view.set("carries_out", promises.value());
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
  if (figures.made == 0) return;
  const auto invented = static_cast<std::size_t>(
      std::count_if(promises.begin(), promises.end(),
                    [](const Record* promise) { return promise->illustrative(); }));
  View shown(making.arena(), 4);
  if (invented > 0) {
    const std::string_view name =
        invented == figures.made ? "promises_invented_all" : "promises_some_invented";
    const std::string all = making.strings().number(static_cast<double>(figures.made));
    shown.text("illustrative", making.strings().count(name, invented, {{"all", all}}));
  }
  shown.text("sentence", kept_sentence(making, figures))
      .set("standings", standings_view(making, figures))
      .set("attention", attention_view(making, std::move(promises)));
  view.set("promises", shown.value());
}

}  // namespace glasshouse::pages
