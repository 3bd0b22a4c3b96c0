#include "pages/overview/openness.h"

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/overview/openness_views.h"
#include "pages/overview/promises_views.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

constexpr std::string_view kPath = "openness/";

Value data_links(const Making& making) {
  View link(making.arena(), 2);
  link.text("text", making.strings().get("data_page_json"))
      .text("href", making.theme.href(kPath) + "index.json");
  Views links(making.arena(), 5);
  links.add(link);
  for (const schema::Kind kind : {schema::Kind::foi, schema::Kind::decision}) {
    const model::Collection* collection = making.theme.site.of_kind(kind);
    if (!collection) continue;
    for (const Value& each : making.theme.plan(*collection).data.items().first(2)) links.add(each);
  }
  return links.value();
}

void produce_openness(const Making& making, std::string& out) {
  const Strings& strings = making.strings();
  const model::Statistics& statistics = making.theme.site.statistics;
  View context(making.arena(), 6);
  set_foi(making, context);
  set_decisions(making, context);
  const std::string sentence =
      statistics.foi.all.received > 0
          ? timeliness_sentence(strings, statistics.foi.all)
          : strings.fill("as_sentence",
                         {{"text", context.value()["decisions"]["sentence"].text()}});
  context.text("sentence", sentence);
  PageFacts facts{.title = strings.get("openness_title"), .path = std::string(kPath)};
  facts.description = sentence;
  facts.breadcrumbs = Views(making.arena()).value();  // home alone is above it
  facts.data = data_links(making);
  render_page(making, "openness", facts, context, out);
}

Value json_named(const Making& making, std::string_view name, const std::vector<Named>& all) {
  Views views(making.arena(), all.size());
  for (const Named& each : all) {
    View view(making.arena(), 3);
    view.text(name, each.value).text("title", each.title);
    views.add(view.number("count", static_cast<double>(each.count)));
  }
  return views.value();
}

Value json_foi(const Making& making) {
  const model::FoiStatistics& foi = making.theme.site.statistics.foi;
  Views quarters(making.arena()), directorates(making.arena());
  for (const auto& each : foi.quarters) quarters.add(foi_figures_json(making, each));
  for (const auto& each : foi.directorates) directorates.add(foi_figures_json(making, each));
  Views overdue(making.arena()), datasets(making.arena());
  for (const model::Record* record : foi.overdue) overdue.add(record_reference(making, record));
  for (const model::Record* record : should_be_datasets(making)) {
    View view(making.arena(), 2);
    view.set("record", record_reference(making, record));
    datasets.add(view.set("datasets", record->field("datasets")));
  }
  View view(making.arena(), 8);
  view.number("illustrative", static_cast<double>(illustrative_count(making, schema::Kind::foi)));
  view.set("all", foi_figures_json(making, foi.all))
      .set("quarters", quarters.value())
      .set("directorates", directorates.value())
      .set("exemptions", json_named(making, "exemption", exemptions_used(making)))
      .set("overdue", overdue.value())
      .set("should_be_dataset", datasets.value());
  return view.value();
}

Value json_decisions(const Making& making) {
  const model::DecisionStatistics& decisions = making.theme.site.statistics.decisions;
  Views years(making.arena());
  for (const auto& each : decisions.years) years.add(decision_figures_json(making, each));
  View view(making.arena(), 4);
  view.number("illustrative",
              static_cast<double>(illustrative_count(making, schema::Kind::decision)));
  view.set("all", decision_figures_json(making, decisions.all))
      .set("years", years.value())
      .set("paragraphs", json_named(making, "paragraph", paragraphs_used(making)));
  return view.value();
}

}  // namespace

Value openness_json(const Making& making) {
  const model::Statistics& statistics = making.theme.site.statistics;
  View formulas(making.arena(), 3);
  const auto formula = [&](std::string_view name) {
    formulas.text(name, making.strings().get("openness_formula_" + std::string(name)));
  };
  const bool has_foi = statistics.foi.all.received > 0;
  const bool has_decisions = statistics.decisions.all.decisions > 0;
  if (has_foi) {
    formula("in_time");
    formula("median");
  }
  if (has_decisions) formula("private");
  View view(making.arena(), 4);
  view.set("as_of", json_date(making, making.theme.site.as_of));
  view.set("formulas", formulas.value());
  if (has_foi) view.set("foi", json_foi(making));
  if (has_decisions) view.set("decisions", json_decisions(making));
  return view.value();
}

std::string openness_path(const Theme& theme) {
  const model::Statistics& statistics = theme.site.statistics;
  const bool has_any = statistics.foi.all.received + statistics.decisions.all.decisions > 0;
  const bool has_page = has_any && theme.templates.contains("openness");
  return has_page ? std::string(kPath) : std::string();
}

void add_openness_overview(const model::Site&, const Theme& theme,
                           std::vector<model::Route>& routes) {
  if (openness_path(theme).empty()) return;
  routes.push_back({std::string(kPath) + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_openness({theme, space, diagnostics}, out);
                    }});
  routes.push_back({std::string(kPath) + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, openness_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
