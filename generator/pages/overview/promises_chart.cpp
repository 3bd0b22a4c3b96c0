// The stacked bars of /promises/: all promises, then those of each directorate, in five parts.
#include "pages/charts/chart.h"
#include "pages/charts/figures.h"
#include "pages/overview/promises_views.h"

namespace glasshouse::pages {

namespace {

ChartRow row_of(const Making& making, std::string label, const model::PromiseFigures& figures,
                const std::string& place) {
  ChartRow row{.label = std::move(label)};
  for (const PromisePart& part : promise_parts(figures)) {
    row.figures.emplace_back(
        count_figure(making.strings(), part.count, place + ".parts." + std::string(part.name)));
  }
  row.total = making.strings().number(static_cast<double>(figures.made));
  return row;
}

}  // namespace

Value promises_chart(const Making& making, const CollectionPlan& plan,
                     const model::PromiseStatistics& promises) {
  const Strings& strings = making.strings();
  Chart chart{.id = "standing", .rows_label = std::string(strings.get("directorate"))};
  chart.title = kept_sentence(making, promises.all);
  for (const PromisePart& part : promise_parts(promises.all)) {
    chart.series.emplace_back(strings.get(part.string));
  }
  chart.rows.push_back(
      row_of(making, std::string(strings.get("promises_whole")), promises.all, "all"));
  for (std::size_t i = 0; i < promises.directorates.size(); ++i) {
    const model::PromiseFigures& figures = promises.directorates[i];
    chart.rows.push_back(row_of(making, directorate_label(plan, figures.key), figures,
                                "directorates." + std::to_string(i)));
  }
  return stacked_chart(making.arena(), chart);
}

}  // namespace glasshouse::pages
