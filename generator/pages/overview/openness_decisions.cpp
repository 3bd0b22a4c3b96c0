#include "pages/charts/figures.h"
#include "pages/overview/openness_views.h"

namespace glasshouse::pages {

namespace {

using model::DecisionFigures;
using model::DecisionStatistics;

std::string digits(const Strings& strings, std::size_t count) {
  return strings.number(static_cast<double>(count));
}

std::string year_place(std::size_t year, std::string_view name) {
  return "decisions.years." + std::to_string(year) + "." + std::string(name);
}

std::string private_sentence(const Strings& strings, const DecisionFigures& figures) {
  const auto share = figures.private_per_cent();
  if (!share) return std::string(strings.get("openness_private_unknown"));
  return strings.count("openness_private", figures.stated,
                       {{"part", digits(strings, figures.in_private)},
                        {"share", per_cent_words(strings, *share)},
                        {"all", digits(strings, figures.decisions)}});
}

Value years_chart(const Making& making, const DecisionStatistics& decisions) {
  const Strings& strings = making.strings();
  Chart chart{.id = "private-by-year", .rows_label = std::string(strings.get("year"))};
  chart.title = private_sentence(strings, decisions.all);
  chart.series = {std::string(strings.get("in_private")), std::string(strings.get("in_public")),
                  std::string(strings.get("not_said"))};
  for (std::size_t i = 0; i < decisions.years.size(); ++i) {
    const DecisionFigures& figures = decisions.years[i];
    ChartRow row{.label = figures.key, .total = digits(strings, figures.decisions)};
    row.figures = {
        count_figure(strings, figures.in_private, year_place(i, "in_private")),
        count_figure(strings, figures.stated - figures.in_private, year_place(i, "in_public")),
        // The JSON gives both that this is the difference of.
        count_figure(strings, figures.decisions - figures.stated, {})};
    chart.rows.push_back(std::move(row));
  }
  return stacked_chart(making.arena(), chart);
}

Value paragraphs_chart(const Making& making, const std::vector<Named>& used) {
  const Strings& strings = making.strings();
  Chart chart{.id = "paragraphs", .rows_label = std::string(strings.get("paragraph_relied_on"))};
  const std::size_t most = used.front().count;
  const bool is_tie = used.size() > 1 && used[1].count == most;
  chart.title = is_tie ? strings.count("openness_paragraph_tie", most)
                       : strings.fill("openness_paragraph", {{"paragraph", used.front().title}});
  chart.series = {std::string(strings.get("times_used"))};
  for (std::size_t i = 0; i < used.size(); ++i) {
    ChartRow row{.label = used[i].title};
    row.figures = {count_figure(strings, used[i].count,
                                "decisions.paragraphs." + std::to_string(i) + ".count")};
    chart.rows.push_back(std::move(row));
  }
  return bar_chart(making.arena(), chart);
}

std::size_t count_of(const model::Counts& counts, std::string_view value) {
  for (const model::Count& each : counts) {
    if (each.value == value) return each.count;
  }
  return 0;
}

View cell_view(const Making& making, std::size_t count, const std::string& place) {
  View cell(making.arena(), 2);
  cell.text("text", digits(making.strings(), count)).text_if("place", place);
  return cell;
}

// All that were in private, a column a year.
View private_row(const Making& making, const DecisionStatistics& decisions) {
  Views cells(making.arena(), decisions.years.size());
  for (std::size_t i = 0; i < decisions.years.size(); ++i) {
    cells.add(cell_view(making, decisions.years[i].in_private, year_place(i, "in_private")));
  }
  View row(making.arena(), 3);
  return row.text("text", making.strings().get("in_private_all"))
      .text("role", "total")
      .set("cells", cells.value());
}

// Of those that say, what share they were; empty where none says.
View share_row(const Making& making, const DecisionStatistics& decisions) {
  Views cells(making.arena(), decisions.years.size());
  for (std::size_t i = 0; i < decisions.years.size(); ++i) {
    View cell(making.arena(), 2);
    if (const auto share = decisions.years[i].private_per_cent()) {
      cell.text("text", per_cent_words(making.strings(), *share))
          .text("place", year_place(i, "private_per_cent"));
    }
    cells.add(cell);
  }
  View row(making.arena(), 3);
  return row.text("text", making.strings().get("in_private_share"))
      .text("role", "share")
      .set("cells", cells.value());
}

// What was in private and its share, then a row a paragraph; a column a year.
Value paragraphs_table(const Making& making, const DecisionStatistics& decisions,
                       const std::vector<Named>& used) {
  Views columns(making.arena()), rows(making.arena(), used.size());
  for (const DecisionFigures& year : decisions.years) {
    columns.add(Value::string(making.arena(), year.key));
  }
  rows.add(private_row(making, decisions)).add(share_row(making, decisions));
  for (const Named& paragraph : used) {
    Views cells(making.arena(), decisions.years.size());
    for (std::size_t i = 0; i < decisions.years.size(); ++i) {
      const std::size_t count = count_of(decisions.years[i].paragraphs, paragraph.value);
      const std::string place = year_place(i, "paragraphs." + std::string(paragraph.value));
      cells.add(cell_view(making, count, count > 0 ? place : std::string()));
    }
    View row(making.arena(), 2);
    rows.add(row.text("text", paragraph.title).set("cells", cells.value()));
  }
  View table(making.arena(), 2);
  return table.set("columns", columns.value()).set("rows", rows.value()).value();
}

// A row a procedure, a column a year.
Value urgency_table(const Making& making, const DecisionStatistics& decisions) {
  struct Procedure {
    std::string_view name;
    std::size_t DecisionFigures::*count;
  };
  constexpr Procedure kProcedures[] = {
      {"key_decisions", &DecisionFigures::key_decisions},
      {"general_exception", &DecisionFigures::general_exception},
      {"special_urgency", &DecisionFigures::special_urgency},
      {"called_in", &DecisionFigures::called_in},
  };
  Views columns(making.arena()), rows(making.arena(), std::size(kProcedures));
  for (const DecisionFigures& year : decisions.years) {
    columns.add(Value::string(making.arena(), year.key));
  }
  for (const Procedure& procedure : kProcedures) {
    Views cells(making.arena(), decisions.years.size());
    for (std::size_t i = 0; i < decisions.years.size(); ++i) {
      cells.add(
          cell_view(making, decisions.years[i].*procedure.count, year_place(i, procedure.name)));
    }
    View row(making.arena(), 2);
    row.text("text", making.strings().get("procedure_" + std::string(procedure.name)));
    rows.add(row.set("cells", cells.value()));
  }
  View table(making.arena(), 2);
  return table.set("columns", columns.value()).set("rows", rows.value()).value();
}

}  // namespace

void set_decisions(const Making& making, View& context) {
  const model::Site& site = making.theme.site;
  const DecisionStatistics& decisions = site.statistics.decisions;
  if (decisions.all.decisions == 0) return;
  const Strings& strings = making.strings();
  const std::size_t invented = illustrative_count(making, schema::Kind::decision);
  View view(making.arena(), 10);
  view.set("collection", making.theme.plan(*site.of_kind(schema::Kind::decision)).view);
  view.text("sentence", private_sentence(strings, decisions.all));
  if (invented > 0) {
    view.text("illustrative", strings.count("openness_invented_decisions", invented,
                                            {{"all", digits(strings, decisions.all.decisions)}}));
  }
  if (!decisions.years.empty()) {
    if (decisions.all.stated > 0) view.set("years", years_chart(making, decisions));
    view.set("urgency", urgency_table(making, decisions));
  }
  if (const auto used = paragraphs_used(making); !used.empty()) {
    view.set("paragraphs", paragraphs_chart(making, used));
    view.set("paragraph_years", paragraphs_table(making, decisions, used));
  }
  context.set("decisions", view.value());
}

}  // namespace glasshouse::pages
