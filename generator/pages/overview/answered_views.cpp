#include "pages/overview/answered_views.h"

#include <algorithm>

#include "pages/charts/chart.h"
#include "pages/charts/figures.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/trails.h"

namespace glasshouse::pages {

namespace {

using model::Record;

// More are in the JSON, and in the lists of the collections.
constexpr std::size_t kTrails = 200;
constexpr std::size_t kPromises = 50;
constexpr std::size_t kOrphans = 100;

std::string digits(const Strings& strings, std::size_t count) {
  return strings.number(static_cast<double>(count));
}

ChartRow row_of(const Strings& strings, std::string label, const AnswerFigures& figures,
                const std::string& place) {
  ChartRow row{.label = std::move(label)};
  for (std::size_t i = 0; i < kAnswerParts.size(); ++i) {
    row.figures.emplace_back(
        count_figure(strings, figures.parts[i], place + ".parts." + std::string(kAnswerParts[i])));
  }
  row.total = digits(strings, figures.made);
  return row;
}

Value links_view(const Making& making, const std::vector<const Record*>& records) {
  Views links(making.arena(), records.size());
  for (const Record* record : records) links.add(show_link(making, *record));
  return links.value();
}

void set_field(const Making& making, const Record& record, std::string_view name, Map& map) {
  const FieldPlan* field = making.theme.plan(*record.collection).find(name);
  const Value value = record.field(name);
  if (field && value.has_value()) {
    map.set(making.arena(), name, show(making, record, *field, value));
  }
}

Value recommendation_view(const Making& making, const Record& record) {
  Value link = show_link(making, record);
  Map& map = link.as_map();
  map.set(making.arena(), "answer", answer_tag(making, record));
  set_field(making, record, "accepted", map);
  set_field(making, record, "response", map);
  map.set(making.arena(), "trail", trail_view(making, record));
  return link;
}

}  // namespace

std::string body_label(const CollectionPlan& plan, std::string_view body) {
  if (const FieldPlan* field = plan.find("body")) {
    const auto choice = field->choices.find(body);
    if (choice != field->choices.end()) return std::string(choice->second["text"].text());
  }
  return std::string(body);
}

std::string answered_sentence(const Making& making, const Answers& answers) {
  const Strings& strings = making.strings();
  const AnswerFigures& all = answers.all;
  if (all.answered() == 0) return strings.count("answered_none", all.made);
  std::string sentence =
      strings.count("answered", all.made, {{"answered", digits(strings, all.answered())}});
  sentence += ' ' + kept_sentence(making, answers.promises);
  const std::size_t late = answers.promises.of(model::Standing::late);
  if (late > 0) sentence += ' ' + strings.count("promises_late", late);
  return sentence;
}

Value answers_chart(const Making& making, const CollectionPlan& plan, const Answers& answers) {
  const Strings& strings = making.strings();
  Chart chart{.id = "answers", .rows_label = std::string(strings.get("recommended_by"))};
  chart.title = strings.count("answered_chart", answers.all.parts[0],
                              {{"made", digits(strings, answers.all.made)}});
  for (const std::string_view part : kAnswerParts) {
    chart.series.emplace_back(strings.get("answer_part_" + std::string(part)));
  }
  chart.rows.push_back(
      row_of(strings, std::string(strings.get("promises_whole")), answers.all, "all"));
  for (std::size_t i = 0; i < answers.bodies.size() && answers.bodies.size() > 1; ++i) {
    const AnswerFigures& body = answers.bodies[i];
    chart.rows.push_back(
        row_of(strings, body_label(plan, body.body), body, "bodies." + std::to_string(i)));
  }
  return stacked_chart(making.arena(), chart);
}

Value trail_view(const Making& making, const Record& recommendation) {
  const std::vector<const Record*> promises = promises_of(recommendation);
  Views trail(making.arena(), promises.size());
  for (const Record* promise : promises) {
    if (trail.size() == kPromises) break;
    Value link = promise_link(making, *promise);
    Map& map = link.as_map();
    map.set(making.arena(), "decisions", links_view(making, decisions_of(*promise)));
    const std::size_t evidence = promise->field("evidence").items().size();
    if (evidence > 0) {
      map.set(making.arena(), "evidence",
              Value::string(making.arena(), making.strings().count("evidence_count", evidence)));
    }
    trail.add(link);
  }
  return trail.value();
}

Value trail_groups(const Making& making, const CollectionPlan& plan, const Answers& answers) {
  Views groups(making.arena(), answers.bodies.size());
  std::size_t left = kTrails;
  for (const AnswerFigures& body : answers.bodies) {
    if (left == 0) break;
    const std::size_t shown = std::min(left, body.made);
    left -= shown;
    Views items(making.arena(), shown);
    for (std::size_t i = 0; i < shown; ++i) {
      items.add(recommendation_view(making, *body.recommendations[i]));
    }
    View view(making.arena(), 4);
    view.text("title", body_label(plan, body.body))
        .text("count", making.strings().count("recommendations", body.made))
        .set("items", items.value());
    if (shown < body.made) {
      view.text("more", making.strings().count("links_more", body.made - shown));
    }
    groups.add(view);
  }
  return groups.value();
}

Value orphans_view(const Making& making, const std::vector<const Record*>& records) {
  const std::size_t shown = std::min(kOrphans, records.size());
  Views items(making.arena(), shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_promise = records[i]->collection->kind() == schema::Kind::commitment;
    items.add(is_promise ? promise_link(making, *records[i]) : show_link(making, *records[i]));
  }
  View view(making.arena(), 3);
  view.text("count", digits(making.strings(), records.size())).set("items", items.value());
  if (shown < records.size()) {
    view.text("more", making.strings().count("links_more", records.size() - shown));
  }
  return view.value();
}

}  // namespace glasshouse::pages
