// Charts whose rows stand below each other: bars, stacked bars, dots.
#include <cmath>

#include "pages/charts/chart_frame.h"

namespace glasshouse::pages {

namespace {

// How wide the plot is at the least on a phone, and on a screen from 641 pixels on.
constexpr double kNarrow = 280;
constexpr double kWide = 420;

double sum_of(const ChartRow& row) {
  double sum = 0;
  for (const auto& figure : row.figures) sum += figure ? std::max(0.0, figure->value) : 0;
  return sum;
}

View row_view(Arena& arena, const ChartRow& row, std::string_view value) {
  View view(arena, 6);
  view.text("label", row.label).text_if("note", row.note).text_if("value", value);
  return view;
}

// A value stands in its part where it fits; on a phone it may not.
void label_part(View& part, const Figure& figure, double share, double middle) {
  const double needs = text_width(figure.mark());
  if (share * kWide < needs) return;
  part.text("text", figure.mark()).text("text_x", across(middle));
  part.flag("only_wide", share * kNarrow < needs);
}

Value stack_row(Arena& arena, const ChartRow& row, double end) {
  Views parts(arena, row.figures.size());
  double at = 0;
  for (std::size_t i = 0; i < row.figures.size(); ++i) {
    const auto& figure = row.figures[i];
    if (!figure || figure->value <= 0) continue;
    const double share = figure->value / end;
    View part(arena, 6);
    part.text("x", across(at)).text("width", across(share));
    part.number("series", static_cast<double>(i + 1));
    label_part(part, *figure, share, at + share / 2);
    parts.add(part);
    at += share;
  }
  View view = row_view(arena, row, row.total);
  return view.set("parts", parts.value()).value();
}

View bar_row(Arena& arena, const ChartRow& row, double end) {
  const auto& figure = row.figures.front();
  View view = row_view(arena, row, figure ? figure->mark() : std::string());
  Views parts(arena, 1);
  if (figure && figure->value > 0) {
    View part(arena, 3);
    part.text("x", "0%").text("width", across(figure->value / end)).number("series", 1);
    parts.add(part);
  }
  return view.set("parts", parts.value());
}

Value ends_view(Arena& arena, const Chart& chart) {
  View start(arena, 3), end(arena, 3);
  start.text("x", "0%").text("text", chart.start_label).text("anchor", "start");
  end.text("x", "100%").text("text", chart.end_label).text("anchor", "end");
  return Views(arena, 2).add(start).add(end).value();
}

}  // namespace

Value bar_chart(Arena& arena, const Chart& chart) {
  View view = chart_frame(arena, chart, "bars");
  const double end = end_of_scale(chart);
  Views rows(arena, chart.rows.size());
  for (const ChartRow& row : chart.rows) rows.add(bar_row(arena, row, end));
  return view.set("rows", rows.value()).value();
}

Value bar_and_dot_chart(Arena& arena, const Chart& chart) {
  View view = chart_frame(arena, chart, "bars");
  const double end = end_of_scale(chart);
  Views rows(arena, chart.rows.size());
  for (const ChartRow& row : chart.rows) {
    View each = bar_row(arena, row, end);
    Views dots(arena, 1);
    if (row.figures.size() > 1 && row.figures[1]) {
      View dot(arena, 2);
      dots.add(dot.text("x", across(row.figures[1]->value / end)).number("series", 2));
    }
    rows.add(each.flag("has_track").set("dots", dots.value()));
  }
  if (!chart.end_label.empty()) view.set("ticks", ends_view(arena, chart));
  return view.set("rows", rows.value()).value();
}

Value stacked_chart(Arena& arena, const Chart& chart) {
  View view = chart_frame(arena, chart, "stack");
  double end = chart.end;
  if (end <= 0) {
    for (const ChartRow& row : chart.rows) end = std::max(end, sum_of(row));
  }
  Views rows(arena, chart.rows.size());
  for (const ChartRow& row : chart.rows) rows.add(stack_row(arena, row, end > 0 ? end : 1));
  return view.set("rows", rows.value()).value();
}

Value dot_chart(Arena& arena, const Chart& chart) {
  View view = chart_frame(arena, chart, "dots");
  const double end = end_of_scale(chart);
  Views rows(arena, chart.rows.size());
  for (const ChartRow& row : chart.rows) {
    Views dots(arena, row.figures.size());
    std::string value;
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      if (!row.figures[i]) continue;
      View dot(arena, 2);
      dot.text("x", across(row.figures[i]->value / end));
      dots.add(dot.number("series", static_cast<double>(i + 1)));
      value += (value.empty() ? "" : ", ") + row.figures[i]->mark();
    }
    View each = row_view(arena, row, value);
    rows.add(each.flag("has_track").set("dots", dots.value()));
  }
  if (!chart.end_label.empty()) view.set("ticks", ends_view(arena, chart));
  return view.set("rows", rows.value()).value();
}

}  // namespace glasshouse::pages
