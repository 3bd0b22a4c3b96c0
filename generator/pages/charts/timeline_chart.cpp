// Days on a scale of years, a row a thing that has them.
#include <algorithm>

#include "pages/charts/chart_frame.h"

namespace glasshouse::pages {

namespace {

constexpr double kEdge = 0.02;  // so that no dot is cut

struct Scale {
  Date first, last;  // whole years

  [[nodiscard]] double share_of(Date date) const {
    const double length = last.days - first.days;
    return kEdge + (1 - 2 * kEdge) * (date.days - first.days) / length;
  }
};

std::optional<Scale> scale_of(const Timeline& timeline) {
  std::optional<Scale> scale;
  const auto include = [&](Date date) {
    if (!scale) scale = Scale{date, date};
    scale->first = std::min(scale->first, date);
    scale->last = std::max(scale->last, date);
  };
  for (const TimelineRow& row : timeline.rows) {
    for (const Moment& moment : row.moments) include(moment.date);
  }
  if (!scale) return scale;
  if (timeline.line) include(*timeline.line);
  const auto first = make_date(scale->first.year(), 1, 1);
  const auto last = make_date(scale->last.year() + 1, 1, 1);
  return first && last ? std::optional(Scale{*first, *last}) : std::nullopt;
}

Value years_view(Arena& arena, const Scale& scale) {
  const int first = scale.first.year(), last = scale.last.year();
  const int step = 1 + (last - first) / 6;  // labels that a phone has room for
  Views ticks(arena);
  for (int year = first; year <= last; year += step) {
    const auto day = make_date(year, 1, 1);
    if (!day) continue;
    View tick(arena, 4);
    tick.text("x", across(scale.share_of(*day))).text("text", std::to_string(year));
    // The words at both ends stay within the plot.
    ticks.add(tick.text("anchor", year == first ? "start" : year == last ? "end" : "middle"));
  }
  return ticks.value();
}

Value row_view(Arena& arena, const TimelineRow& row, const Scale& scale) {
  Views dots(arena, row.moments.size());
  for (const Moment& moment : row.moments) {
    View dot(arena, 3);
    dot.text("x", across(scale.share_of(moment.date))).number("series", 1);
    dots.add(dot.flag("hollow", moment.hollow));
  }
  View view(arena, 6);
  view.text("label", row.label).text_if("value", row.value).flag("has_track");
  view.set("dots", dots.value());
  if (row.moments.size() > 1) {
    const auto [first, last] =
        std::minmax_element(row.moments.begin(), row.moments.end(),
                            [](const Moment& a, const Moment& b) { return a.date < b.date; });
    View span(arena, 2);
    span.text("x1", across(scale.share_of(first->date)));
    view.set("span", span.text("x2", across(scale.share_of(last->date))).value());
  }
  return view.value();
}

// What the dots and the line are.
Value marks_view(Arena& arena, const Timeline& timeline) {
  Views marks(arena, 3);
  const auto mark = [&](std::string_view form, const std::string& text) {
    if (!text.empty()) marks.add(View(arena, 2).text("form", form).text("text", text));
  };
  mark("hollow", timeline.hollow_label);
  mark("full", timeline.full_label);
  mark("line", timeline.line ? timeline.line_label : std::string());
  return marks.value();
}

// The same as a chart without marks, which the frame makes title, description and table of.
Chart as_chart(const Timeline& timeline) {
  Chart chart{.id = timeline.id, .title = timeline.title, .rows_label = timeline.rows_label};
  chart.series = timeline.moments;
  for (const TimelineRow& row : timeline.rows) {
    ChartRow& made = chart.rows.emplace_back(ChartRow{.label = row.label, .href = row.href});
    made.figures.resize(std::max(row.moments.size(), timeline.moments.size()));
    for (std::size_t i = 0; i < row.moments.size(); ++i) {
      made.figures[i] = Figure{.text = row.moments[i].text};
    }
  }
  return chart;
}

}  // namespace

Value timeline_chart(Arena& arena, const Timeline& timeline) {
  View view = chart_frame(arena, as_chart(timeline), "timeline");
  // One colour: the columns of the table are no series.
  view.set("key", Value()).set("marks", marks_view(arena, timeline));
  Views rows(arena, timeline.rows.size());
  if (const auto scale = scale_of(timeline)) {
    for (const TimelineRow& row : timeline.rows) rows.add(row_view(arena, row, *scale));
    view.set("ticks", years_view(arena, *scale));
    if (timeline.line) view.text("line_x", across(scale->share_of(*timeline.line)));
  }
  return view.set("rows", rows.value()).value();
}

}  // namespace glasshouse::pages
