// How the forecast moved from one snapshot to the next.
#include <algorithm>
#include <cmath>

#include "pages/charts/figures.h"
#include "pages/overview/money_rows.h"
#include "pages/overview/money_views.h"

namespace glasshouse::pages {

namespace {

using model::Savings;
using model::SavingsSnapshot;
using Snapshots = std::vector<SavingsSnapshot>;

constexpr std::size_t kSnapshotsDrawn = 12;
constexpr std::size_t kDots = 3;  // a row has room for as many values

std::string snapshot_place(std::size_t at) { return "snapshots." + std::to_string(at); }

std::optional<Figure> share_figure(const Strings& strings, const Savings& sum,
                                   const std::string& place) {
  const auto share = on_track_share(sum);
  if (!share) return std::nullopt;
  return Figure{.value = *share,
                .text = per_cent_words(strings, *share),
                .place = place + ".on_track_per_cent"};
}

// What of the year one part was, then and now.
std::string moved(const Strings& strings, std::string_view name, std::int64_t from,
                  std::int64_t to) {
  const std::string_view way = to > from ? "_up" : to < from ? "_down" : "_same";
  return strings.fill(
      std::string(name) + std::string(way),
      {{"amount", money_words(strings, std::abs(to - from))}, {"now", money_words(strings, to)}});
}

// A stack, and what of the target has no part that is stated.
ChartRow snapshot_row(const Strings& strings, const SavingsSnapshot& snapshot, std::size_t at) {
  ChartRow row = chart_row(strings, snapshot_words(strings, snapshot), snapshot.sum,
                           snapshot_place(at) + ".sum");
  const StatedParts stated = stated_parts(snapshot);
  std::int64_t left = snapshot.sum.target;
  for (std::size_t i = 1; i < kSavingsParts.size(); ++i) {
    left -= snapshot.sum.*kSavingsParts[i].amount;
    if (!stated[i]) row.figures[i - 1].reset();
  }
  row.figures.emplace_back(money_figure(strings, std::max<std::int64_t>(0, left), {}));
  return row;
}

std::vector<const model::Record*> records_of(const SavingsSnapshot& snapshot) {
  std::vector<const model::Record*> records;
  for (const model::SavingsGroup& group : snapshot.directorates) {
    records.insert(records.end(), group.rows.begin(), group.rows.end());
  }
  return records;
}

}  // namespace

std::string movement_sentence(const Strings& strings, const Snapshots& snapshots,
                              std::size_t shown) {
  const SavingsSnapshot& now = snapshots[shown];
  const SavingsSnapshot* before = snapshot_before(snapshots, shown);
  if (!before) return {};
  std::string sentence =
      strings.fill("money_since",
                   {{"month", snapshot_words(strings, *before)},
                    {"year", now.year},
                    {"moved", moved(strings, "money_target", before->sum.target, now.sum.target)}});
  if (stated_by_both(*before, now)[1]) {
    sentence += ' ' + moved(strings, "money_on_track", before->sum.on_track, now.sum.on_track);
  }
  return sentence;
}

Value movement_chart(const Making& making, const ShownSnapshot& shown, std::size_t at) {
  const Strings& strings = making.strings();
  const Snapshots& snapshots = making.theme.site.statistics.savings;
  const auto places = snapshots_of_year(snapshots, at, kSnapshotsDrawn);
  if (places.size() < 2) return {};
  const SavingsSnapshot& first = snapshots[places.front()];
  Chart chart{.id = "movement", .rows_label = std::string(strings.get("savings_when"))};
  chart.title = strings.fill("money_chart_movement",
                             {{"year", shown.snapshot.year},
                              {"first", snapshot_words(strings, first)},
                              {"from", money_words(strings, first.sum.target)},
                              {"last", snapshot_words(strings, shown.snapshot)},
                              {"to", money_words(strings, shown.snapshot.sum.target)}});
  chart.series = series_names(strings);
  chart.series.emplace_back(strings.get("chart_not_said"));
  for (const std::size_t place : places) {
    chart.rows.push_back(snapshot_row(strings, snapshots[place], place));
  }
  return stacked_chart(making.arena(), chart);
}

Value shares_chart(const Making& making, const ShownSnapshot& shown, std::size_t at) {
  const Strings& strings = making.strings();
  const Snapshots& snapshots = making.theme.site.statistics.savings;
  std::vector<std::size_t> places = snapshots_of_year(snapshots, at, kDots);
  std::erase_if(places, [&](std::size_t place) { return !states_on_track(snapshots[place]); });
  if (places.size() < 2) return {};
  Chart chart{.id = "on-track", .rows_label = std::string(strings.get("directorate")), .end = 100};
  chart.start_label = strings.fill("per_cent", {{"amount", "0"}});
  chart.end_label = strings.fill("per_cent", {{"amount", "100"}});
  ChartRow all{.label = std::string(strings.get("savings_all"))};
  for (const std::size_t place : places) {
    chart.series.push_back(snapshot_words(strings, snapshots[place]));
    all.figures.push_back(
        share_figure(strings, snapshots[place].sum, snapshot_place(place) + ".sum"));
  }
  chart.title = strings.fill("money_chart_shares",
                             {{"from", all.figures.front() ? all.figures.front()->text : ""},
                              {"first", chart.series.front()},
                              {"to", all.figures.back() ? all.figures.back()->text : ""},
                              {"last", chart.series.back()}});
  chart.rows.push_back(std::move(all));
  for (const model::SavingsGroup& group : shown.snapshot.directorates) {
    ChartRow row{.label = group_label(shown.plan, group.directorate, strings)};
    for (const std::size_t place : places) {
      const auto& groups = snapshots[place].directorates;
      const model::SavingsGroup* then = group_of(snapshots[place], group.directorate);
      row.figures.push_back(then ? share_figure(strings, then->sum,
                                                snapshot_place(place) + ".directorates." +
                                                    std::to_string(then - groups.data()) + ".sum")
                                 : std::nullopt);
    }
    chart.rows.push_back(std::move(row));
  }
  return dot_chart(making.arena(), chart);
}

Value snapshots_table(const Making& making) {
  const Strings& strings = making.strings();
  const Snapshots& snapshots = making.theme.site.statistics.savings;
  Views rows(making.arena(), snapshots.size());
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const SavingsSnapshot& each = snapshots[i];
    View row =
        table_row(making,
                  strings.fill("savings_of_snapshot",
                               {{"year", each.year}, {"month", snapshot_words(strings, each)}}),
                  {}, each.sum, snapshot_place(i) + ".sum", stated_parts(each));
    set_records(making, records_of(each), row);
    rows.add(row);
    const SavingsSnapshot* before = snapshot_before(snapshots, i);
    if (!before || !each.movement) continue;
    rows.add(table_row(making, strings.get("savings_movement"), "movement", *each.movement,
                       snapshot_place(i) + ".movement", stated_by_both(*before, each)));
  }
  return table_view(making, rows);
}

}  // namespace glasshouse::pages
