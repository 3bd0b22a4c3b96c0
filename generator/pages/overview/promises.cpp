#include "pages/overview/promises.h"

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/overview/answered.h"
#include "pages/overview/promises_list.h"
#include "pages/overview/promises_views.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

const CollectionPlan* promises_plan(const Theme& theme) {
  const model::Collection* collection = theme.site.of_kind(schema::Kind::commitment);
  return collection ? &theme.plan(*collection) : nullptr;
}

Value data_links(const Making& making, const CollectionPlan& plan) {
  View link(making.arena(), 2);
  link.text("text", making.strings().get("data_page_json"))
      .text("href", making.theme.href(promises_path(making.theme)) + "index.json");
  Views links(making.arena(), 4);
  links.add(link);
  for (const Value& each : plan.data.items()) links.add(each);
  return links.value();
}

// What the first screen says beside the sentence: late, disputed, not known.
Value notes_view(const Making& making, const model::PromiseFigures& all) {
  Views notes(making.arena(), 3);
  const auto note = [&](std::string_view name, std::size_t count) {
    if (count > 0) notes.add(Value::string(making.arena(), making.strings().count(name, count)));
  };
  note("promises_late", all.of(model::Standing::late));
  note("promises_disputed", all.disputed);
  note("promises_silent", all.of(model::Standing::not_in_the_source));
  return notes.value();
}

void produce_promises(const Making& making, std::string& out) {
  const model::Statistics& statistics = making.theme.site.statistics;
  const model::PromiseStatistics& promises = statistics.promises;
  const CollectionPlan& plan = *promises_plan(making.theme);
  const PromiseList list(making.theme.site);
  View context(making.arena(), 16);
  context.text("sentence", kept_sentence(making, promises.all))
      .set("notes", notes_view(making, promises.all))
      .set("standings", standings_view(making, promises.all))
      .set("collection", plan.view);
  context.text_if("illustrative", invented_sentence(making, sourced_figures(making.theme.site)));
  set_attention(making, list, context);
  set_moves(making, slippage_ledger(promises.moves), context);
  context.set("priorities", priority_rows(making, promises.priorities))
      .set("chart_of_standing", promises_chart(making, plan, promises))
      .set("directorates", directorate_rows(making, plan, promises.directorates))
      .set("groups", standing_groups(making, list));
  // What lacks an answer or a decision is listed once: with the recommendations, where there are
  // any.
  if (const std::string path = answered_path(making.theme); !path.empty()) {
    context.text("answered_href", making.theme.href(path));
  } else {
    set_orphans(making, statistics.recommendations, context);
  }
  const Strings& strings = making.strings();
  PageFacts facts{.title = strings.get("promises_title"), .path = promises_path(making.theme)};
  facts.description = strings.get("promises_description");
  facts.updated = plan.collection->updated;
  facts.data = data_links(making, plan);
  facts.feed = plan.feed;
  render_page(making, "promises", facts, context, out);
}

Value json_group(const Making& making, const model::PromiseFigures& figures) {
  Value view = promise_figures_json(making, figures);
  Map& map = view.as_map();
  if (figures.record) {
    map.set(making.arena(), "record", record_reference(making, figures.record));
  } else {
    map.set(making.arena(), "directorate", Value::string(making.arena(), figures.key));
  }
  return view;
}

Value json_groups(const Making& making, const std::vector<model::PromiseFigures>& groups) {
  Views views(making.arena(), groups.size());
  for (const model::PromiseFigures& figures : groups) views.add(json_group(making, figures));
  return views.value();
}

Value json_move(const Making& making, const model::Move& move) {
  View view(making.arena(), 6);
  view.set("record", record_reference(making, move.record))
      .set("moved_on", json_date(making, move.moved_on))
      .set("from", json_date(making, move.from))
      .set("to", json_date(making, move.to))
      .number("days", move.days)
      .text_if("reason", move.reason);
  return view.value();
}

Value json_promise(const Making& making, const model::Record& record) {
  View view(making.arena(), 8);
  Value due = record.field("due_current");
  if (!due.has_value()) due = record.field("due_original");
  view.set("record", record_reference(making, &record))
      .set("declared", record.field("status"))
      .text("standing", model::name_of(standing_of(record)))
      .set("disputed", record.derived["disputed"])
      .set("due", due)
      .set("days_past_due", record.derived["days_past_due"])
      .set("slipped_days", record.derived["slipped_days"]);
  return view.value();
}

Value json_references(const Making& making, const std::vector<const model::Record*>& records) {
  Views views(making.arena(), records.size());
  for (const model::Record* record : records) views.add(record_reference(making, record));
  return views.value();
}

}  // namespace

Value promises_json(const Making& making) {
  const model::Statistics& statistics = making.theme.site.statistics;
  Views moves(making.arena()), promises(making.arena());
  for (const model::Move& move : statistics.promises.moves) moves.add(json_move(making, move));
  for (const auto& records : PromiseList(making.theme.site).by_standing) {
    for (const model::Record* record : records) promises.add(json_promise(making, *record));
  }
  const model::RecommendationStatistics& answers = statistics.recommendations;
  View view(making.arena(), 12);
  view.set("as_of", json_date(making, making.theme.site.as_of))
      .set("all", promise_figures_json(making, statistics.promises.all))
      .set("sourced", promise_figures_json(making, sourced_figures(making.theme.site)))
      .set("priorities", json_groups(making, statistics.promises.priorities))
      .set("directorates", json_groups(making, statistics.promises.directorates))
      .set("moves", moves.value())
      .set("slippage", slippage_json(making, slippage_ledger(statistics.promises.moves)))
      .set("promises", promises.value())
      .set("promises_without_decision", json_references(making, answers.promises_without_decision))
      .set("recommendations_without_answer", json_references(making, answers.without_answer));
  return view.value();
}

std::string promises_path(const Theme& theme) {
  const bool has_promises = theme.site.statistics.promises.all.made > 0;
  if (!theme.templates.contains("promises") || !has_promises) return {};
  return theme.site.pages.contains("promises/") ? "how-promises-stand/" : "promises/";
}

void add_promises_overview(const model::Site&, const Theme& theme,
                           std::vector<model::Route>& routes) {
  const std::string path = promises_path(theme);
  if (path.empty()) return;
  routes.push_back({path + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_promises({theme, space, diagnostics}, out);
                    }});
  routes.push_back({path + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, promises_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
