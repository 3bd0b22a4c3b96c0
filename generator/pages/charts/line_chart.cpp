// Lines over time. Straight pieces between points: what lies between two quarters is not known.
#include <cmath>

#include "base/text.h"
#include "pages/charts/chart_frame.h"

namespace glasshouse::pages {

namespace {

constexpr double kTop = 34, kBottom = 194, kHeight = 220;  // of the plot and of all, in pixels
constexpr double kEdge = 0.1;                              // left and right, for half a label
constexpr std::size_t kLabelsOnPhone = 4;
constexpr double kLabelAbove = 12;

class Drawing {
 public:
  Drawing(Arena& arena, const Chart& chart, double end) : arena_(arena), chart_(chart), end_(end) {}

  [[nodiscard]] double share_of(std::size_t row) const {
    const std::size_t last = chart_.rows.size() - 1;
    if (last == 0) return 0.5;
    return kEdge + (1 - 2 * kEdge) * static_cast<double>(row) / static_cast<double>(last);
  }
  [[nodiscard]] double down(double value) const {
    return std::round(kBottom - (kBottom - kTop) * std::clamp(value / end_, 0.0, 1.0));
  }

  void add_series(std::size_t series, Views& lines, Views& points) const {
    std::optional<std::size_t> previous;
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const auto& figure = chart_.rows[i].figures[series];
      if (!figure) {
        previous.reset();
        continue;
      }
      if (previous) lines.add(line(*previous, i, series));
      points.add(point(i, *figure, series));
      previous = i;
    }
  }

  [[nodiscard]] Value axis() const {
    Views labels(arena_, chart_.rows.size());
    const std::size_t step = (chart_.rows.size() + kLabelsOnPhone - 1) / kLabelsOnPhone;
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const ChartRow& row = chart_.rows[i];
      View label(arena_, 4);
      label.text("x", across(share_of(i))).number("y", kHeight - 4);
      label.text("text", row.axis.empty() ? row.label : row.axis);
      // The latest is always named: counted back from it.
      labels.add(label.flag("only_wide", (chart_.rows.size() - 1 - i) % step != 0));
    }
    return labels.value();
  }

 private:
  [[nodiscard]] Value line(std::size_t from, std::size_t to, std::size_t series) const {
    View view(arena_, 5);
    view.text("x1", across(share_of(from))).number("y1", down(value_at(from, series)));
    view.text("x2", across(share_of(to))).number("y2", down(value_at(to, series)));
    return view.number("series", static_cast<double>(series + 1)).value();
  }
  [[nodiscard]] Value point(std::size_t row, const Figure& figure, std::size_t series) const {
    View view(arena_, 5);
    view.text("x", across(share_of(row))).number("y", down(figure.value));
    view.number("series", static_cast<double>(series + 1));
    // Two lines may cross where their values would stand; then the table has them.
    if (chart_.series.size() == 1) {
      view.text("text", figure.mark()).number("text_y", down(figure.value) - kLabelAbove);
    }
    return view.value();
  }
  [[nodiscard]] double value_at(std::size_t row, std::size_t series) const {
    return chart_.rows[row].figures[series]->value;
  }

  Arena& arena_;
  const Chart& chart_;
  double end_;
};

}  // namespace

Value line_chart(Arena& arena, const Chart& chart, const std::optional<Figure>& limit) {
  View view = chart_frame(arena, chart, "line");
  double end = end_of_scale(chart);
  if (limit) end = std::max(end, limit->value);
  const Drawing drawing(arena, chart, end);
  Views lines(arena), points(arena);
  for (std::size_t i = 0; i < chart.series.size(); ++i) drawing.add_series(i, lines, points);
  view.number("height", kHeight).number("floor", kBottom);
  view.set("lines", lines.value()).set("points", points.value()).set("axis", drawing.axis());
  if (limit) {
    View line(arena, 2);
    line.text("text", limit->text).number("y", drawing.down(limit->value));
    view.set("limit", line.value());
  }
  return view.value();
}

}  // namespace glasshouse::pages
