#include "pages/overview/promises_views.h"

#include <algorithm>

#include "pages/computed_words.h"

namespace glasshouse::pages {

namespace {

using model::Record;

// More are in the JSON, and in the lists of the collection.
constexpr std::size_t kAttention = 10;
constexpr std::size_t kMoves = 100;
constexpr std::size_t kRows = 100;
constexpr std::size_t kOrphans = 100;

std::string digits(const Strings& strings, std::size_t count) {
  return strings.number(static_cast<double>(count));
}

Value date_view(const Making& making, Date date) {
  View view(making.arena(), 2);
  view.text("text", making.strings().date(date)).text("datetime", iso_date(date));
  return view.value();
}

Value move_view(const Making& making, const Slippage& slippage, std::size_t at) {
  const Strings& strings = making.strings();
  const model::Move& move = *slippage.moves[at];
  View view(making.arena(), 10);
  view.set("link", promise_link(making, *move.record));
  if (slippage.moves.size() > 1) {
    view.text("nth", strings.fill("move_of", {{"number", digits(strings, at + 1)},
                                              {"all", digits(strings, slippage.moves.size())}}));
  }
  if (move.moved_on) view.set("moved_on", date_view(making, *move.moved_on));
  view.set("from", date_view(making, move.from)).set("to", date_view(making, move.to));
  const auto days = static_cast<std::size_t>(std::abs(move.days));
  view.text("days", strings.count(move.days < 0 ? "days_earlier" : "days_later", days))
      .text("place",
            "moves." + std::to_string(&move - making.theme.site.statistics.promises.moves.data()) +
                ".days")
      .number("number", move.days)
      .flag("has_reason", !move.reason.empty())
      .text("reason", move.reason.empty() ? strings.get("no_reason") : move.reason);
  return view.value();
}

Value links_view(const Making& making, const std::vector<const Record*>& records,
                 bool as_promises) {
  const std::size_t shown = std::min(kOrphans, records.size());
  Views items(making.arena(), shown);
  for (std::size_t i = 0; i < shown; ++i) {
    items.add(as_promises ? promise_link(making, *records[i]) : show_link(making, *records[i]));
  }
  View view(making.arena(), 3);
  view.text("count", making.strings().number(static_cast<double>(records.size())))
      .set("items", items.value());
  if (shown < records.size()) {
    view.text("more", making.strings().count("links_more", records.size() - shown));
  }
  return view.value();
}

}  // namespace

void set_attention(const Making& making, const PromiseList& list, View& context) {
  const std::size_t shown = std::min(kAttention, list.attention.size());
  Views items(making.arena(), shown);
  for (std::size_t i = 0; i < shown; ++i) items.add(promise_link(making, *list.attention[i]));
  context.set("attention", items.value());
  if (shown < list.attention.size()) {
    context.text("attention_more",
                 making.strings().count("attention_more", list.attention.size() - shown));
  }
}

void set_moves(const Making& making, const std::vector<Slippage>& ledger, View& context) {
  const Strings& strings = making.strings();
  std::size_t all = 0, explained = 0;
  Views views(making.arena());
  for (const Slippage& slippage : ledger) {
    all += slippage.moves.size();
    explained += slippage.explained();
    for (std::size_t i = 0; i < slippage.moves.size() && views.size() < kMoves; ++i) {
      views.add(move_view(making, slippage, i));
    }
  }
  context.set("moves", views.value());
  if (ledger.empty()) return;
  context.set("moves_chart", slippage_chart(making, ledger));
  context.text("moves_sentence", strings.count("moves", ledger.size(),
                                               {{"times", strings.count("move_times", all)},
                                                {"explained", digits(strings, explained)}}));
  if (views.size() < all) {
    context.text("moves_more", strings.count("links_more", all - views.size()));
  }
}

Value priority_rows(const Making& making, const std::vector<model::PromiseFigures>& groups) {
  Views rows(making.arena(), groups.size());
  for (const model::PromiseFigures& figures : groups) {
    Value row = promise_figures_view(making, figures);
    Map& map = row.as_map();
    map.set(making.arena(), "text", Value::string(making.arena(), figures.record->title));
    map.set(making.arena(), "href",
            Value::string(making.arena(), making.theme.href(figures.record->url)));
    rows.add(row);
  }
  return rows.value();
}

std::string directorate_label(const CollectionPlan& plan, std::string_view value) {
  if (const FieldPlan* field = plan.find("directorate")) {
    const auto choice = field->choices.find(value);
    if (choice != field->choices.end()) return std::string(choice->second["text"].text());
  }
  return std::string(value);
}

Value directorate_rows(const Making& making, const CollectionPlan& plan,
                       const std::vector<model::PromiseFigures>& groups) {
  Views rows(making.arena(), groups.size());
  for (const model::PromiseFigures& figures : groups) {
    Value row = promise_figures_view(making, figures);
    Map& map = row.as_map();
    map.set(making.arena(), "text",
            Value::string(making.arena(), directorate_label(plan, figures.key)));
    for (const model::Facet& facet : plan.collection->facets) {
      if (facet.field->name != plan.collection->definition.field("directorate")) continue;
      for (const model::FacetValue& value : facet.values) {
        if (value.value != figures.key) continue;
        map.set(making.arena(), "href",
                Value::string(making.arena(), making.theme.href(value.url)));
      }
    }
    rows.add(row);
  }
  return rows.value();
}

Value standing_groups(const Making& making, const PromiseList& list) {
  Views groups(making.arena(), kStandingOrder.size());
  for (std::size_t i = 0; i < kStandingOrder.size(); ++i) {
    const auto& records = list.by_standing[i];
    if (records.empty()) continue;
    const std::size_t shown = std::min(kRows, records.size());
    Views items(making.arena(), shown);
    for (std::size_t j = 0; j < shown; ++j) items.add(promise_link(making, *records[j]));
    const std::string_view name = model::name_of(kStandingOrder[i]);
    View view(making.arena(), 6);
    view.text("name", name)
        .set("standing", standing_view(making, name))
        .text("count", making.strings().count("promises", records.size()))
        .set("items", items.value());
    if (shown < records.size()) {
      view.text("more", making.strings().count("links_more", records.size() - shown));
    }
    groups.add(view);
  }
  return groups.value();
}

void set_orphans(const Making& making, const model::RecommendationStatistics& answers,
                 View& context) {
  if (!answers.promises_without_decision.empty()) {
    context.set("without_decision", links_view(making, answers.promises_without_decision, true));
  }
  if (!answers.without_answer.empty()) {
    context.set("without_answer", links_view(making, answers.without_answer, false));
  }
}

}  // namespace glasshouse::pages
