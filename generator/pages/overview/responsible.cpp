#include "pages/overview/responsible.h"

#include <cmath>

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/promises_views.h"
#include "pages/overview/responsible_groups.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

using schema::Kind;

constexpr std::string_view kPath = "responsible/";
constexpr std::string_view kOtherPath = "who-is-responsible/";  // where a collection has the first

std::string_view path_of(const model::Site& site) {
  return site.pages.contains(kPath) ? kOtherPath : kPath;
}

// The title that any collection's schema has for the directorate.
std::string title_of(const Theme& theme, std::string_view directorate) {
  for (const Kind kind : {Kind::commitment, Kind::saving, Kind::foi}) {
    const model::Collection* collection = theme.site.of_kind(kind);
    if (!collection) continue;
    std::string label = directorate_label(theme.plan(*collection), directorate);
    if (label != directorate) return label;
  }
  return std::string(directorate);
}

double pounds(std::int64_t pence) { return static_cast<double>(pence) / 100.0; }

std::string in_time_text(const Making& making, const model::FoiFigures& foi) {
  const auto per_cent = foi.in_time_per_cent();
  if (!per_cent) return {};
  const Strings& strings = making.strings();
  return strings.fill("per_cent", {{"amount", strings.number(std::round(*per_cent))}});
}

void set_savings(const Making& making, const DirectorateGroup& group, View& view) {
  const Strings& strings = making.strings();
  const model::Savings& sum = group.savings->sum;
  const auto month = strings.month(group.snapshot->snapshot);
  view.text("target", strings.money(pounds(sum.target)))
      .text("on_track", strings.money(pounds(sum.on_track)))
      .text("savings_note",
            strings.fill("savings_of",
                         {{"year", group.snapshot->year},
                          {"month", month ? *month : std::string(group.snapshot->snapshot)}}));
}

Value directorate_view(const Making& making, const DirectorateGroup& group) {
  const auto digits = [&](std::size_t count) {
    return making.strings().number(static_cast<double>(count));
  };
  View view(making.arena(), 10);
  view.text("text", title_of(making.theme, group.directorate));
  if (group.promises) {
    view.text("made", digits(group.promises->made))
        .text("kept", digits(group.promises->kept()))
        .text("late", digits(group.promises->of(model::Standing::late)));
  }
  if (group.foi) {
    view.text("requests", digits(group.foi->received))
        .text_if("in_time", in_time_text(making, *group.foi));
  }
  if (group.savings) set_savings(making, group, view);
  return view.value();
}

Value office_view(const Making& making, const OfficeGroup& group) {
  Views items(making.arena(), group.promises.size());
  for (const model::Record* promise : group.promises) items.add(promise_link(making, *promise));
  View view(making.arena(), 5);
  view.text("text", group.office)
      .text("count", making.strings().count("promises", group.figures.made))
      .text("sentence", kept_sentence(making, group.figures))
      .set("standings", standings_view(making, group.figures))
      .set("items", items.value());
  return view.value();
}

void produce_responsible(const Making& making, std::string& out) {
  const Strings& strings = making.strings();
  Views directorates(making.arena()), offices(making.arena());
  bool has_savings = false, has_foi = false, has_promises = false;
  for (const DirectorateGroup& group : directorate_groups(making.theme.site)) {
    directorates.add(directorate_view(making, group));
    has_savings |= group.savings != nullptr;
    has_foi |= group.foi != nullptr;
    has_promises |= group.promises != nullptr;
  }
  const auto groups = office_groups(making.theme.site);
  for (const OfficeGroup& group : groups) offices.add(office_view(making, group));
  const std::size_t made = making.theme.site.statistics.promises.all.made;
  std::size_t named = 0;
  for (const OfficeGroup& group : groups) named += group.figures.made;
  const auto digits = [&](std::size_t count) { return strings.number(static_cast<double>(count)); };
  View context(making.arena(), 8);
  context.text_if("illustrative", invented_sentence(making, sourced_figures(making.theme.site)));
  context.set("directorates", directorates.value())
      .set("offices", offices.value())
      .flag("has_savings", has_savings)
      .flag("has_foi", has_foi)
      .flag("has_promises", has_promises);
  if (made > 0) {
    context.text(
        "sentence",
        strings.fill(named == 1 ? "responsible_named_one" : "responsible_named_other",
                     {{"named", digits(named)}, {"promises", strings.count("promises", made)}}));
  }
  PageFacts facts{.title = strings.get("responsible_title"),
                  .path = std::string(path_of(making.theme.site))};
  facts.description = strings.get("responsible_description");
  View link(making.arena(), 2);
  link.text("text", strings.get("data_page_json"))
      .text("href", making.theme.href(path_of(making.theme.site)) + "index.json");
  facts.data = Views(making.arena(), 1).add(link).value();
  render_page(making, "responsible", facts, context, out);
}

Value json_savings(const Making& making, const DirectorateGroup& group) {
  const model::Savings& sum = group.savings->sum;
  View view(making.arena(), 7);
  view.text("year", group.snapshot->year)
      .text("snapshot", group.snapshot->snapshot)
      .number("target", pounds(sum.target))
      .number("on_track", pounds(sum.on_track))
      .number("at_risk", pounds(sum.at_risk))
      .number("delayed", pounds(sum.delayed))
      .number("undeliverable", pounds(sum.undeliverable));
  return view.value();
}

Value json_directorate(const Making& making, const DirectorateGroup& group) {
  View view(making.arena(), 5);
  view.text("directorate", group.directorate)
      .text("title", title_of(making.theme, group.directorate));
  if (group.promises) view.set("promises", promise_figures_json(making, *group.promises));
  if (group.savings) view.set("savings", json_savings(making, group));
  if (group.foi) {
    View foi(making.arena(), 4);
    const auto per_cent = group.foi->in_time_per_cent();
    foi.number("received", static_cast<double>(group.foi->received))
        .number("due", static_cast<double>(group.foi->due()))
        .number("in_time",
                static_cast<double>(group.foi->in_time + group.foi->permitted_extension));
    if (per_cent) foi.number("in_time_per_cent", *per_cent);
    view.set("foi", foi.value());
  }
  return view.value();
}

}  // namespace

Value responsible_json(const Making& making) {
  Views directorates(making.arena()), offices(making.arena());
  for (const DirectorateGroup& group : directorate_groups(making.theme.site)) {
    directorates.add(json_directorate(making, group));
  }
  for (const OfficeGroup& group : office_groups(making.theme.site)) {
    Views records(making.arena(), group.promises.size());
    for (const model::Record* promise : group.promises) {
      records.add(record_reference(making, promise));
    }
    View view(making.arena(), 3);
    view.text("office", group.office)
        .set("promises", promise_figures_json(making, group.figures))
        .set("records", records.value());
    offices.add(view);
  }
  View view(making.arena(), 3);
  view.set("as_of", json_date(making, making.theme.site.as_of))
      .set("directorates", directorates.value())
      .set("offices", offices.value());
  return view.value();
}

void add_responsible_overview(const model::Site& site, const Theme& theme,
                              std::vector<model::Route>& routes) {
  if (!theme.templates.contains("responsible")) return;
  if (directorate_groups(site).empty() && office_groups(site).empty()) return;
  const std::string path(path_of(site));
  routes.push_back({path + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_responsible({theme, space, diagnostics}, out);
                    }});
  routes.push_back({path + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, responsible_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
