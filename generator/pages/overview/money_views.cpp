#include "pages/overview/money_views.h"

#include <algorithm>

#include "pages/charts/figures.h"
#include "pages/overview/money_rows.h"
#include "pages/overview/promises_views.h"

namespace glasshouse::pages {

namespace {

using model::Savings;
using model::SavingsSnapshot;

std::string group_place(const ShownSnapshot& shown, std::size_t group) {
  return shown.place + ".directorates." + std::to_string(group);
}

void add_printed(const Making& making, const ShownSnapshot& shown, Views& rows) {
  const auto difference = printed_difference(shown.snapshot);
  if (!difference) return;
  const StatedParts stated = stated_parts(shown.snapshot);
  const Strings& strings = making.strings();
  const model::Record& printed = *shown.snapshot.printed_total;
  View row = table_row(making, strings.get("savings_printed"), "printed", savings_of(printed),
                       shown.place + ".printed", stated);
  rows.add(row.text("href", making.theme.href(printed.url)));
  if (reconciles(*difference)) return;
  rows.add(table_row(making, strings.get("savings_difference"), "difference", *difference,
                     shown.place + ".difference", stated));
}

}  // namespace

std::string group_label(const CollectionPlan& plan, std::string_view directorate,
                        const Strings& strings) {
  return directorate.empty() ? std::string(strings.get("savings_all"))
                             : directorate_label(plan, directorate);
}

std::string money_sentence(const Strings& strings, const SavingsSnapshot& snapshot) {
  const Savings& sum = snapshot.sum;
  if (!states_on_track(snapshot)) {
    return strings.fill("money_sentence_target", {{"target", money_words(strings, sum.target)},
                                                  {"year", snapshot.year},
                                                  {"month", snapshot_words(strings, snapshot)}});
  }
  return strings.fill("money_sentence",
                      {{"target", money_words(strings, sum.target)},
                       {"year", snapshot.year},
                       {"month", snapshot_words(strings, snapshot)},
                       {"on_track", money_words(strings, sum.on_track)},
                       {"at_risk", money_words(strings, sum.at_risk)},
                       {"delayed", money_words(strings, sum.delayed)},
                       {"undeliverable", money_words(strings, sum.undeliverable)}});
}

Value whole_chart(const Making& making, const ShownSnapshot& shown) {
  const Strings& strings = making.strings();
  const Savings& sum = shown.snapshot.sum;
  Chart chart{.id = "all", .rows_label = std::string(strings.get("savings_what"))};
  const double share =
      sum.target > 0 ? 100.0 * static_cast<double>(sum.on_track) / static_cast<double>(sum.target)
                     : 0;
  chart.title =
      strings.fill("money_chart_all", {{"share", per_cent_words(strings, share)},
                                       {"month", snapshot_words(strings, shown.snapshot)}});
  chart.series = series_names(strings);
  chart.rows.push_back(
      chart_row(strings, std::string(strings.get("savings_all")), sum, shown.place + ".sum"));
  return stacked_chart(making.arena(), chart);
}

Value directorates_chart(const Making& making, const ShownSnapshot& shown) {
  const Strings& strings = making.strings();
  const auto& groups = shown.snapshot.directorates;
  Chart chart{.id = "by-directorate", .rows_label = std::string(strings.get("directorate"))};
  chart.series = series_names(strings);
  const auto worst = std::max_element(
      groups.begin(), groups.end(),
      [](const auto& a, const auto& b) { return not_on_track(a.sum) < not_on_track(b.sum); });
  const bool is_any = worst != groups.end() && not_on_track(worst->sum) > 0;
  chart.title =
      is_any ? strings.fill("money_chart_worst",
                            {{"directorate", group_label(shown.plan, worst->directorate, strings)},
                             {"amount", money_words(strings, not_on_track(worst->sum))},
                             {"target", money_words(strings, worst->sum.target)}})
             : std::string(strings.get("money_chart_none"));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    chart.rows.push_back(chart_row(strings,
                                   group_label(shown.plan, groups[i].directorate, making.strings()),
                                   groups[i].sum, group_place(shown, i) + ".sum"));
  }
  return stacked_chart(making.arena(), chart);
}

Value savings_table(const Making& making, const ShownSnapshot& shown) {
  const StatedParts stated = stated_parts(shown.snapshot);
  const auto& groups = shown.snapshot.directorates;
  Views rows(making.arena(), groups.size() + 3);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    View row = table_row(making, group_label(shown.plan, groups[i].directorate, making.strings()),
                         {}, groups[i].sum, group_place(shown, i) + ".sum", stated);
    set_records(making, groups[i].rows, row);
    rows.add(row);
  }
  rows.add(table_row(making, making.strings().get("savings_sum"), "total", shown.snapshot.sum,
                     shown.place + ".sum", stated));
  add_printed(making, shown, rows);
  return table_view(making, rows);
}

Value shortfalls(const Making& making, const ShownSnapshot& shown) {
  constexpr std::size_t kFirst = 2;  // after the target and what is on track
  Views parts(making.arena(), kSavingsParts.size());
  for (std::size_t i = kFirst; i < kSavingsParts.size(); ++i) {
    const SavingsPart& part = kSavingsParts[i];
    const std::int64_t total = shown.snapshot.sum.*part.amount;
    if (total == 0) continue;
    std::vector<std::pair<std::int64_t, const model::Record*>> rows;
    for (const model::SavingsGroup& group : shown.snapshot.directorates) {
      for (const model::Record* record : group.rows) {
        const std::int64_t amount = savings_of(*record).*part.amount;
        if (amount != 0) rows.emplace_back(amount, record);
      }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    Views items(making.arena(), rows.size());
    for (const auto& [amount, record] : rows) items.add(amount_link(making, *record, amount));
    const Figure figure =
        money_figure(making.strings(), total, shown.place + ".sum." + std::string(part.name));
    View view(making.arena(), 4);
    view.text("title", part_name(making.strings(), part)).text("total", figure.text);
    parts.add(view.text("place", figure.place).set("items", items.value()));
  }
  return parts.value();
}

}  // namespace glasshouse::pages
