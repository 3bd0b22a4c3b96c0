// Charts as templates place them: positions, labels and the table of the same figures, all made
// here, so that components/charts.njk only puts them on the page. Across, positions are per cent of
// the width, so that a chart fills a phone and a desk without its text being scaled; down, pixels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/date.h"
#include "base/value.h"

namespace glasshouse::pages {

/// One number of a chart, as text for the table and, where that is long, a shorter one for a mark.
struct Figure {
  double value = 0;
  std::string text;
  std::string short_text = {};
  std::string place = {};  // of the same number in the page's JSON: "all.overdue"

  [[nodiscard]] const std::string& mark() const { return short_text.empty() ? text : short_text; }
};

/// One bar, row of dots or position along a line.
struct ChartRow {
  std::string label;
  std::string axis = {};                            // of a line: the label where it must be short
  std::string href = {};                            // the table links there
  std::vector<std::optional<Figure>> figures = {};  // one a series; none where nothing is known
  std::string total = {};                           // of a stack: said beside it
  std::string note = {};                            // said below the label, and last in the table
};

inline constexpr std::size_t kMostSeries = 5;  // what people can tell apart

struct Chart {
  std::string id;                   // unique on its page
  std::string title;                // a sentence: what the chart shows
  std::string rows_label;           // the head of the table's first column
  std::vector<std::string> series;  // one to kMostSeries names
  std::vector<ChartRow> rows;
  double end = 0;                      // of the scale; 0: the largest value or sum
  std::string start_label, end_label;  // of a scale of dots, where they say something
  std::string notes_label = {};  // the head of the table's column of notes, where rows have one
};

/// The maps that docs/templates.md describes. A bar a row, of the first series.
[[nodiscard]] Value bar_chart(Arena& arena, const Chart& chart);
/// The series of each row one after another. Negative values are no part of a whole: left out.
[[nodiscard]] Value stacked_chart(Arena& arena, const Chart& chart);
/// A dot a row and series on a scale from 0.
[[nodiscard]] Value dot_chart(Arena& arena, const Chart& chart);
/// A bar a row, of the first series, and a dot of the second to set it against, on a scale from 0.
[[nodiscard]] Value bar_and_dot_chart(Arena& arena, const Chart& chart);
/// A line a series, a row a position; `limit` is drawn across.
[[nodiscard]] Value line_chart(Arena& arena, const Chart& chart,
                               const std::optional<Figure>& limit = {});

/// A day on a timeline; hollow where it did not come about.
struct Moment {
  Date date;
  std::string text;
  bool hollow = false;
};

struct TimelineRow {
  std::string label;
  std::string href = {};
  std::string value = {};  // said beside it
  std::vector<Moment> moments;
};

struct Timeline {
  std::string id, title, rows_label;
  std::vector<std::string> moments;  // what the first, second … of a row are: the table's columns
  std::vector<TimelineRow> rows;
  std::string full_label = {}, hollow_label = {};  // of the key: what the dots are
  std::optional<Date> line = {};                   // drawn across all rows
  std::string line_label = {};                     // of the key
};

/// Dots on a scale of years, those of a row joined from the earliest to the latest.
[[nodiscard]] Value timeline_chart(Arena& arena, const Timeline& timeline);

}  // namespace glasshouse::pages
