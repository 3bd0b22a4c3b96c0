#include "pages/overview/answered.h"

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/overview/answered_views.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/trails.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

using model::Record;

const CollectionPlan& recommendations_plan(const Theme& theme) {
  return theme.plan(*theme.site.of_kind(schema::Kind::recommendation));
}

Value data_links(const Making& making, const CollectionPlan& plan) {
  View link(making.arena(), 2);
  link.text("text", making.strings().get("data_page_json"))
      .text("href", making.theme.href(answered_path(making.theme)) + "index.json");
  Views links(making.arena(), 5);
  links.add(link);
  for (const Value& each : plan.data.items()) links.add(each);
  return links.value();
}

// "All recommendations".
std::string all_of(const Making& making, const CollectionPlan& plan) {
  return making.strings().fill("all_things",
                               {{"things", inside_sentence(plan.collection->definition.title)}});
}

void set_orphans(const Making& making, const Answers& answers, View& context) {
  const model::RecommendationStatistics& found = making.theme.site.statistics.recommendations;
  const auto set = [&](std::string_view name, const std::vector<const Record*>& records) {
    if (!records.empty()) context.set(name, orphans_view(making, records));
  };
  set("without_answer", found.without_answer);
  set("without_decision", found.promises_without_decision);
  set("idle_decisions", answers.idle_decisions);
  const model::Collection* decisions = making.theme.site.of_kind(schema::Kind::decision);
  if (!decisions) return;
  const CollectionPlan& plan = making.theme.plan(*decisions);
  context.set("decisions", plan.view).text("all_decisions", all_of(making, plan));
}

void produce_answered(const Making& making, std::string& out) {
  const CollectionPlan& plan = recommendations_plan(making.theme);
  const Answers answers(making.theme.site);
  const std::string sentence = answered_sentence(making, answers);
  View context(making.arena(), 14);
  const std::size_t silent = answers.promises.of(model::Standing::not_in_the_source);
  if (silent > 0) context.text("note", making.strings().count("promises_silent", silent));
  context.text("all", all_of(making, plan));
  context.text("sentence", sentence)
      .set("standings", standings_view(making, answers.promises))
      .set("chart_of_answers", answers_chart(making, plan, answers))
      .set("groups", trail_groups(making, plan, answers))
      .set("collection", plan.view);
  const Strings& strings = making.strings();
  if (answers.left_out > 0) {
    context.text("illustrative", strings.count("answered_invented", answers.left_out));
  }
  set_orphans(making, answers, context);
  PageFacts facts{.title = strings.get("answered_title"), .path = answered_path(making.theme)};
  facts.description = sentence;
  facts.updated = plan.collection->updated;
  facts.breadcrumbs = plan.breadcrumbs;
  facts.data = data_links(making, plan);
  facts.feed = plan.feed;
  render_page(making, "answered", facts, context, out);
}

Value json_references(const Making& making, const std::vector<const Record*>& records) {
  Views views(making.arena(), records.size());
  for (const Record* record : records) views.add(record_reference(making, record));
  return views.value();
}

Value json_promise(const Making& making, const Record& promise) {
  Value due = promise.field("due_current");
  if (!due.has_value()) due = promise.field("due_original");
  View view(making.arena(), 8);
  view.set("record", record_reference(making, &promise))
      .set("declared", promise.field("status"))
      .text("standing", model::name_of(standing_of(promise)))
      .set("disputed", promise.derived["disputed"])
      .set("due", due)
      .number("evidence", static_cast<double>(promise.field("evidence").items().size()))
      .set("decisions", json_references(making, decisions_of(promise)));
  return view.value();
}

Value json_trail(const Making& making, const Record& recommendation) {
  Views promises(making.arena());
  for (const Record* promise : promises_of(recommendation)) {
    promises.add(json_promise(making, *promise));
  }
  View view(making.arena(), 6);
  view.set("record", record_reference(making, &recommendation))
      .set("body", recommendation.field("body"))
      .set("accepted", recommendation.field("accepted"))
      .set("answer", recommendation.derived["answer"])
      .set("promises", promises.value());
  return view.value();
}

}  // namespace

Value answered_json(const Making& making) {
  const CollectionPlan& plan = recommendations_plan(making.theme);
  const model::RecommendationStatistics& found = making.theme.site.statistics.recommendations;
  const Answers answers(making.theme.site);
  Views bodies(making.arena(), answers.bodies.size()), trails(making.arena(), answers.all.made);
  for (const AnswerFigures& body : answers.bodies) {
    View view = answer_figures_json(making, body);
    bodies.add(view.text("body", body.body).text("title", body_label(plan, body.body)));
  }
  for (const Record* record : answers.all.recommendations) trails.add(json_trail(making, *record));
  View formulas(making.arena(), 2);
  formulas.text("answer", making.strings().get("answered_formula"));
  View view(making.arena(), 12);
  view.set("as_of", json_date(making, making.theme.site.as_of))
      .set("formulas", formulas.value())
      .set("all", answer_figures_json(making, answers.all).value())
      .set("promises", promise_figures_json(making, answers.promises))
      .number("illustrative_left_out", static_cast<double>(answers.left_out))
      .set("bodies", bodies.value())
      .set("trails", trails.value())
      .set("recommendations_without_answer", json_references(making, found.without_answer))
      .set("promises_without_decision", json_references(making, found.promises_without_decision))
      .set("decisions_without_promise", json_references(making, answers.idle_decisions));
  return view.value();
}

std::string answered_path(const Theme& theme) {
  const bool has_any = theme.site.statistics.recommendations.made > 0;
  if (!theme.templates.contains("answered") || !has_any) return {};
  return theme.site.pages.contains("answered/") ? "what-came-of-it/" : "answered/";
}

void add_answered_overview(const model::Site&, const Theme& theme,
                           std::vector<model::Route>& routes) {
  const std::string path = answered_path(theme);
  if (path.empty()) return;
  routes.push_back({path + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_answered({theme, space, diagnostics}, out);
                    }});
  routes.push_back({path + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, answered_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
