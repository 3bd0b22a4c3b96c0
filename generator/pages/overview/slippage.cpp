#include "pages/overview/slippage.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "pages/computed_words.h"

namespace glasshouse::pages {

namespace {

using model::Record;

constexpr std::size_t kDrawn = 20;

std::string days_words(const Strings& strings, int days) {
  return strings.count(days < 0 ? "days_earlier" : "days_later",
                       static_cast<std::size_t>(std::abs(days)));
}

std::string label_of(const Strings& strings, const Record& record) {
  return record.illustrative() ? strings.fill("label_illustrative", {{"title", record.title}})
                               : std::string(record.title);
}

// The date that holds is full; those it was moved away from did not come about.
TimelineRow row_of(const Making& making, std::string label, const std::vector<Date>& dates) {
  const Strings& strings = making.strings();
  const int days = dates.back().days - dates.front().days;
  TimelineRow row{.label = std::move(label)};
  // The title says later; there is little room beside a row.
  row.value = days < 0 ? days_words(strings, days)
                       : strings.count("blank_days", static_cast<std::size_t>(days));
  for (std::size_t i = 0; i < dates.size(); ++i) {
    row.moments.push_back({dates[i], making.strings().date(dates[i]), i + 1 < dates.size()});
  }
  return row;
}

Timeline timeline_of(const Making& making, std::string id, std::string title) {
  const Strings& strings = making.strings();
  Timeline timeline{.id = std::move(id), .title = std::move(title)};
  timeline.rows_label = strings.get("promise");
  timeline.full_label = strings.get("due_now");
  timeline.hollow_label = strings.get("due_before");
  timeline.line = making.theme.site.as_of;
  timeline.line_label =
      strings.fill("as_of_line", {{"date", strings.date(making.theme.site.as_of)}});
  return timeline;
}

// The heads of the table: the first due date, then as many moves as any row has.
void name_moments(const Strings& strings, Timeline& timeline) {
  std::size_t most = 0;
  for (const TimelineRow& row : timeline.rows) most = std::max(most, row.moments.size());
  timeline.moments.emplace_back(strings.get("due_first"));
  for (std::size_t i = 1; i < most; ++i) {
    timeline.moments.push_back(
        strings.fill("move_number", {{"number", strings.number(static_cast<double>(i))}}));
  }
}

std::string furthest(const Making& making, const Record& record, int days, std::size_t moves) {
  const Strings& strings = making.strings();
  return strings.count("slippage_furthest", moves,
                       {{"title", record.title}, {"days", days_words(strings, days)}});
}

}  // namespace

std::size_t Slippage::explained() const {
  return static_cast<std::size_t>(
      std::count_if(moves.begin(), moves.end(), [](const auto* m) { return !m->reason.empty(); }));
}

std::vector<Slippage> slippage_ledger(const std::vector<model::Move>& moves) {
  std::vector<Slippage> ledger;
  std::unordered_map<const Record*, std::size_t> places;
  for (const model::Move& move : moves) {
    const auto [place, is_new] = places.emplace(move.record, ledger.size());
    if (is_new) ledger.push_back({move.record, {}});
    ledger[place->second].moves.push_back(&move);
  }
  for (Slippage& each : ledger) {
    std::sort(each.moves.begin(), each.moves.end(), [](const auto* a, const auto* b) {
      return std::tie(a->moved_on, a->from.days) < std::tie(b->moved_on, b->from.days);
    });
  }
  std::sort(ledger.begin(), ledger.end(), [](const Slippage& a, const Slippage& b) {
    return a.days() != b.days() ? a.days() > b.days() : a.record->url < b.record->url;
  });
  return ledger;
}

std::vector<Date> due_dates(const Record& promise) {
  std::vector<Date> dates;
  const auto add = [&](Value value) {
    const auto date = parse_date_part(value.text());
    if (date && (dates.empty() || dates.back() != *date)) dates.push_back(*date);
  };
  add(promise.field("due_original"));
  for (const Value& move : promise.field("due_history").items()) add(move["due"]);
  add(promise.field("due_current"));
  return dates;
}

Value slippage_chart(const Making& making, const std::vector<Slippage>& ledger) {
  const Slippage& first = ledger.front();
  Timeline timeline = timeline_of(
      making, "due-dates", furthest(making, *first.record, first.days(), first.moves.size()));
  for (std::size_t i = 0; i < std::min(kDrawn, ledger.size()); ++i) {
    const Record& record = *ledger[i].record;
    timeline.rows.push_back(row_of(making, label_of(making.strings(), record), due_dates(record)));
    timeline.rows.back().href = making.theme.href(record.url);
  }
  name_moments(making.strings(), timeline);
  return timeline_chart(making.arena(), timeline);
}

Value due_dates_chart(const Making& making, const Record& promise) {
  const std::vector<Date> dates = due_dates(promise);
  if (dates.size() < 2) return {};
  const int days = dates.back().days - dates.front().days;
  Timeline timeline =
      timeline_of(making, "due-dates",
                  making.strings().count("slippage_one", dates.size() - 1,
                                         {{"days", days_words(making.strings(), days)}}));
  timeline.rows.push_back(row_of(making, std::string(making.strings().get("due_date")), dates));
  name_moments(making.strings(), timeline);
  return timeline_chart(making.arena(), timeline);
}

Value slippage_json(const Making& making, const std::vector<Slippage>& ledger) {
  Views views(making.arena(), ledger.size());
  for (const Slippage& each : ledger) {
    View view(making.arena(), 6);
    view.set("record", record_reference(making, each.record))
        .set("from", json_date(making, each.first()))
        .set("to", json_date(making, each.now()))
        .number("days", each.days())
        .number("times", static_cast<double>(each.moves.size()))
        .number("explained", static_cast<double>(each.explained()));
    views.add(view);
  }
  return views.value();
}

}  // namespace glasshouse::pages
