#include <algorithm>

#include "pages/charts/figures.h"
#include "pages/overview/openness_views.h"
#include "pages/overview/promises_views.h"

namespace glasshouse::pages {

namespace {

using model::FoiFigures;
using model::FoiStatistics;

constexpr std::size_t kQuarters = 8;  // the latest: two years; all of them are in the JSON
constexpr double kLimit = 20;         // working days: Freedom of Information Act 2000, section 10

std::string digits(const Strings& strings, std::size_t count) {
  return strings.number(static_cast<double>(count));
}

std::size_t first_quarter(const FoiStatistics& foi) {
  return foi.quarters.size() > kQuarters ? foi.quarters.size() - kQuarters : 0;
}

std::string place_of(std::size_t quarter, const std::string& name) {
  return "foi.quarters." + std::to_string(quarter) + "." + name;
}

// "5 of 6": on its mark, the share leads.
std::optional<Figure> in_time_figure(const Strings& strings, const FoiFigures& figures,
                                     const std::string& place) {
  const auto share = figures.in_time_per_cent();
  if (!share) return std::nullopt;
  const std::string part = digits(strings, figures.in_time + figures.permitted_extension);
  Figure figure{.value = *share, .text = per_cent_words(strings, *share), .place = place};
  figure.short_text = strings.fill(
      "share_of",
      {{"share", figure.text}, {"part", part}, {"whole", digits(strings, figures.due())}});
  return figure;
}

Chart chart_of_quarters(const Strings& strings, std::string id) {
  return {.id = std::move(id), .rows_label = std::string(strings.get("quarter_received"))};
}

ChartRow quarter_row(const Strings& strings, const FoiFigures& figures) {
  ChartRow row{.label = quarter_words(strings, figures.key)};
  row.axis = quarter_axis(strings, figures.key);
  return row;
}

// The latest of those with the smallest share.
std::string worst_quarter(const Strings& strings, const Chart& chart) {
  const ChartRow* worst = nullptr;
  for (const ChartRow& row : chart.rows) {
    const auto& figure = row.figures[0];
    if (figure && (!worst || figure->value <= worst->figures[0]->value)) worst = &row;
  }
  if (!worst) return std::string(strings.get("openness_none_due"));
  if (worst->figures[0]->value >= 100) return std::string(strings.get("openness_all_in_time"));
  return strings.fill("openness_worst_quarter",
                      {{"quarter", worst->label}, {"share", worst->figures[0]->mark()}});
}

Value timeliness_chart(const Making& making, const FoiStatistics& foi) {
  const Strings& strings = making.strings();
  Chart chart = chart_of_quarters(strings, "in-time");
  chart.series = {std::string(strings.get("answered_in_time"))};
  chart.end = 100;
  chart.start_label = per_cent_words(strings, 0);
  chart.end_label = per_cent_words(strings, 100);
  for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
    ChartRow row = quarter_row(strings, foi.quarters[i]);
    row.figures = {in_time_figure(strings, foi.quarters[i], place_of(i, "in_time_per_cent"))};
    chart.rows.push_back(std::move(row));
  }
  chart.title = worst_quarter(strings, chart);
  return dot_chart(making.arena(), chart);
}

Value outcomes_chart(const Making& making, const FoiStatistics& foi) {
  const Strings& strings = making.strings();
  Chart chart = chart_of_quarters(strings, "outcomes");
  chart.title =
      strings.count("openness_full", foi.all.received,
                    {{"full", digits(strings, group_outcomes(foi.all.outcomes).front())}});
  for (const std::string_view name : kOutcomeGroups) {
    chart.series.emplace_back(strings.get("outcome_" + std::string(name)));
  }
  for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
    ChartRow row = quarter_row(strings, foi.quarters[i]);
    const OutcomeGroups groups = group_outcomes(foi.quarters[i].outcomes);
    for (std::size_t group = 0; group < groups.size(); ++group) {
      const std::string name = "outcome_groups." + std::string(kOutcomeGroups[group]);
      row.figures.emplace_back(count_figure(strings, groups[group], place_of(i, name)));
    }
    row.total = digits(strings, foi.quarters[i].received);
    chart.rows.push_back(std::move(row));
  }
  return stacked_chart(making.arena(), chart);
}

Value median_chart(const Making& making, const FoiStatistics& foi) {
  const Strings& strings = making.strings();
  Chart chart = chart_of_quarters(strings, "median-days");
  chart.title =
      strings.fill("openness_median", {{"days", strings.number(foi.all.median_days.value_or(0))}});
  chart.series = {std::string(strings.get("median_days"))};
  for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
    ChartRow row = quarter_row(strings, foi.quarters[i]);
    row.figures.emplace_back();
    if (const auto days = foi.quarters[i].median_days) {
      row.figures.back() = Figure{
          .value = *days, .text = strings.number(*days), .place = place_of(i, "median_days")};
    }
    chart.rows.push_back(std::move(row));
  }
  const Figure limit{.value = kLimit, .text = std::string(strings.get("openness_limit"))};
  return line_chart(making.arena(), chart, limit);
}

std::string most_used(const Strings& strings, const std::vector<Named>& used) {
  const std::size_t most = used.front().count;
  const auto ties = std::count_if(used.begin(), used.end(),
                                  [&](const Named& each) { return each.count == most; });
  const std::string_view name = ties == 1   ? "openness_exemption"
                                : ties == 2 ? "openness_exemption_two"
                                            : "openness_exemption_many";
  return strings.count(name, most,
                       {{"exemption", used.front().title},
                        {"other", used[std::min<std::size_t>(1, used.size() - 1)].title},
                        {"reasons", digits(strings, static_cast<std::size_t>(ties))}});
}

Value exemptions_chart(const Making& making, const std::vector<Named>& used) {
  const Strings& strings = making.strings();
  Chart chart{.id = "exemptions", .rows_label = std::string(strings.get("exemption"))};
  chart.title = most_used(strings, used);
  chart.series = {std::string(strings.get("times_used"))};
  for (std::size_t i = 0; i < used.size(); ++i) {
    ChartRow row{.label = used[i].title};
    row.figures = {
        count_figure(strings, used[i].count, "foi.exemptions." + std::to_string(i) + ".count")};
    chart.rows.push_back(std::move(row));
  }
  return bar_chart(making.arena(), chart);
}

// What a row of the tables by quarter and by directorate says. `place` is the group's in the JSON.
View figures_row(const Strings& strings, Arena& arena, const FoiFigures& figures,
                 std::string_view text, const std::string& place) {
  View row(arena, 8);
  row.text("text", text).text("place", place);
  row.text("received", digits(strings, figures.received));
  row.text("answered", digits(strings, figures.answered));
  row.text("late", digits(strings, figures.late));
  row.text("overdue", digits(strings, figures.overdue));
  if (const auto share = figures.in_time_per_cent()) {
    row.text("in_time", per_cent_words(strings, *share));
  }
  if (figures.median_days) row.text("median", strings.number(*figures.median_days));
  return row;
}

Value quarter_table(const Making& making, const FoiStatistics& foi) {
  const Strings& strings = making.strings();
  Views rows(making.arena(), kQuarters);
  for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
    rows.add(figures_row(strings, making.arena(), foi.quarters[i],
                         quarter_words(strings, foi.quarters[i].key), place_of(i, "")));
  }
  return rows.value();
}

Value directorate_table(const Making& making, const CollectionPlan& plan,
                        const FoiStatistics& foi) {
  Views rows(making.arena(), foi.directorates.size());
  for (std::size_t i = 0; i < foi.directorates.size(); ++i) {
    const FoiFigures& figures = foi.directorates[i];
    rows.add(figures_row(making.strings(), making.arena(), figures,
                         directorate_label(plan, figures.key),
                         "foi.directorates." + std::to_string(i) + "."));
  }
  return rows.value();
}

// A row an exemption, a column a quarter: {columns, rows: [{text, cells: [{text}]}]}.
Value exemption_table(const Making& making, const FoiStatistics& foi,
                      const std::vector<Named>& used) {
  const Strings& strings = making.strings();
  Views columns(making.arena(), kQuarters), rows(making.arena(), used.size());
  for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
    columns.add(Value::string(making.arena(), quarter_axis(strings, foi.quarters[i].key)));
  }
  for (const Named& exemption : used) {
    Views cells(making.arena(), kQuarters);
    for (std::size_t i = first_quarter(foi); i < foi.quarters.size(); ++i) {
      std::size_t count = 0;
      for (const model::Count& each : foi.quarters[i].exemptions) {
        if (each.value == exemption.value) count = each.count;
      }
      cells.add(View(making.arena(), 1).text("text", digits(strings, count)));
    }
    View row(making.arena(), 2);
    rows.add(row.text("text", exemption.title).set("cells", cells.value()));
  }
  View table(making.arena(), 2);
  return table.set("columns", columns.value()).set("rows", rows.value()).value();
}

Value dataset_links(const Making& making) {
  Views items(making.arena());
  for (const model::Record* record : should_be_datasets(making)) {
    std::string names;
    for (const Value& name : record->field("datasets").items()) {
      if (!names.empty()) names += ", ";
      names += name.text();
    }
    Value link = show_link(making, *record);
    link.as_map().set(making.arena(), "datasets", Value::string(making.arena(), names));
    items.add(link);
  }
  return items.value();
}

// This quarter beside the one before, in a sentence each.
Value latest_quarters(const Making& making, const FoiStatistics& foi) {
  const Strings& strings = making.strings();
  Views notes(making.arena(), 2);
  for (std::size_t back = 1; back <= 2 && back <= foi.quarters.size(); ++back) {
    const FoiFigures& figures = foi.quarters[foi.quarters.size() - back];
    const std::string quarter = quarter_words(strings, figures.key);
    const auto figure = in_time_figure(strings, figures, {});
    const std::string text =
        figure ? strings.fill("openness_quarter",
                              {{"quarter", quarter}, {"share", figure->short_text}})
               : strings.fill("openness_quarter_none", {{"quarter", quarter}});
    notes.add(Value::string(making.arena(), text));
  }
  return notes.value();
}

Value overdue_links(const Making& making, const FoiStatistics& foi) {
  Views items(making.arena(), foi.overdue.size());
  for (const model::Record* record : foi.overdue) items.add(show_link(making, *record));
  return items.value();
}

}  // namespace

std::string timeliness_sentence(const Strings& strings, const FoiFigures& figures) {
  const auto share = figures.in_time_per_cent();
  if (!share) return std::string(strings.get("openness_none_due"));
  return strings.count("openness_in_time", figures.due(),
                       {{"part", digits(strings, figures.in_time + figures.permitted_extension)},
                        {"share", per_cent_words(strings, *share)}});
}

void set_foi(const Making& making, View& context) {
  const model::Site& site = making.theme.site;
  const FoiStatistics& foi = site.statistics.foi;
  if (foi.all.received == 0) return;
  const Strings& strings = making.strings();
  const CollectionPlan& plan = making.theme.plan(*site.of_kind(schema::Kind::foi));
  const std::size_t invented = illustrative_count(making, schema::Kind::foi);
  View view(making.arena(), 20);
  view.set("collection", plan.view).set("quarters", latest_quarters(making, foi));
  if (invented > 0) {
    const bool all = invented == foi.all.received;
    const std::string_view name = all ? "openness_invented_foi_all" : "openness_invented_foi";
    view.text("illustrative",
              strings.count(name, invented, {{"all", digits(strings, foi.all.received)}}));
  }
  view.set("timeliness", timeliness_chart(making, foi))
      .set("outcomes", outcomes_chart(making, foi));
  if (foi.all.median_days) view.set("median", median_chart(making, foi));
  if (const auto used = exemptions_used(making); !used.empty()) {
    view.set("exemptions", exemptions_chart(making, used))
        .set("exemption_quarters", exemption_table(making, foi, used));
  }
  view.set("by_quarter", quarter_table(making, foi));
  view.set("directorates", directorate_table(making, plan, foi))
      .set("overdue", overdue_links(making, foi))
      .text("overdue_count", digits(strings, foi.all.overdue))
      .set("datasets", dataset_links(making))
      .text("datasets_count", digits(strings, foi.all.should_be_dataset));
  context.set("foi", view.value());
}

}  // namespace glasshouse::pages
