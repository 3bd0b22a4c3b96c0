#include "pages/charts/chart_frame.h"

#include <cmath>

#include "base/text.h"

namespace glasshouse::pages {

namespace {

constexpr double kLetter = 7.5;  // of 14 px bold, an average with room
constexpr double kPadding = 10;

// "Economy: on track £8.0 million, at risk £0. Place: …": what who cannot see the picture is told.
std::string describe(const Chart& chart) {
  std::string text;
  for (const ChartRow& row : chart.rows) {
    std::string figures;
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      if (!row.figures[i]) continue;
      if (!figures.empty()) figures += ", ";
      if (chart.series.size() > 1) figures += chart.series[i] + " ";
      figures += row.figures[i]->mark();
    }
    if (figures.empty()) continue;
    if (!row.note.empty()) figures += ", " + row.note;
    if (!text.empty()) text += ". ";
    text += row.label + ": " + figures;
  }
  return text.empty() ? text : text + ".";
}

Value table_row(Arena& arena, const ChartRow& row, bool has_notes) {
  Views cells(arena, row.figures.size() + 1);
  for (const std::optional<Figure>& figure : row.figures) {
    View cell(arena, 3);
    if (figure) cell.text("text", figure->text).text_if("place", figure->place);
    cells.add(cell);
  }
  if (has_notes) cells.add(View(arena, 1).text_if("text", row.note));
  View view(arena, 3);
  view.text("text", row.label).text_if("href", row.href).set("cells", cells.value());
  return view.value();
}

Value table_view(Arena& arena, const Chart& chart) {
  Views columns(arena, chart.series.size() + 1), rows(arena, chart.rows.size());
  for (const std::string& name : chart.series) columns.add(Value::string(arena, name));
  const bool has_notes = !chart.notes_label.empty();
  if (has_notes) columns.add(Value::string(arena, chart.notes_label));
  for (const ChartRow& row : chart.rows) rows.add(table_row(arena, row, has_notes));
  View table(arena, 3);
  table.text("first", chart.rows_label).set("columns", columns.value()).set("rows", rows.value());
  return table.value();
}

}  // namespace

std::string across(double share) {
  return number_text(std::round(std::clamp(share, 0.0, 1.0) * 10000) / 100) + "%";
}

double end_of_scale(const Chart& chart) {
  if (chart.end > 0) return chart.end;
  double end = 0;
  for (const ChartRow& row : chart.rows) {
    for (const auto& figure : row.figures) end = std::max(end, figure ? figure->value : 0);
  }
  return end > 0 ? end : 1;
}

double text_width(std::string_view text) {
  // Bytes that continue a character take no room.
  const auto letters = std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; });
  return kLetter * static_cast<double>(letters) + kPadding;
}

View chart_frame(Arena& arena, const Chart& chart, std::string_view form) {
  View view(arena, 14);
  view.text("id", chart.id).text("form", form).text("title", chart.title);
  view.text("description", describe(chart));
  if (chart.series.size() > 1) {
    Views key(arena, chart.series.size());
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      View item(arena, 3);
      item.text("text", chart.series[i]).number("series", static_cast<double>(i + 1));
      // Of one row alone the key has room for the values, which small parts have not.
      const bool is_alone = chart.rows.size() == 1 && chart.rows[0].figures[i];
      if (is_alone) item.text("value", chart.rows[0].figures[i]->mark());
      key.add(item);
    }
    view.set("key", key.value());
  }
  view.set("table", table_view(arena, chart));
  return view;
}

}  // namespace glasshouse::pages
