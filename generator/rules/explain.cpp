#include "rules/explain.h"

#include <algorithm>

#include "rules/datasets.h"
#include "rules/explain_step.h"
#include "rules/meetings.h"
#include "rules/wards.h"

namespace glasshouse::rules {

namespace {

using model::Record;

void explain_saving(Steps& steps, const model::Site& site, const Record& record) {
  Arena& arena = steps.arena();
  List* parts = List::make(arena, 4);
  for (const std::string_view name : {"on_track", "at_risk", "delayed", "undeliverable"}) {
    if (steps.field(name).has_value()) parts->push(arena, Value::string(arena, name));
  }
  steps.step("accounted_for", "sum", {{"parts", Value::list(parts)}}, {});
  steps.step("on_track_per_cent", "share",
             {{"part", steps.field("on_track")}, {"whole", steps.field("target")}}, {});
  for (const model::SavingsSnapshot& snapshot : site.statistics.savings) {
    if (snapshot.printed_total != &record) continue;
    std::vector<const Record*> rows;
    for (const model::SavingsGroup& group : snapshot.directorates) {
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
    }
    steps.step("reconciles", "rows-against-total", {}, {}, Value(), steps.records(rows));
  }
}

void explain_indicator(Steps& steps) {
  const Value latest = steps.derived("latest")["value"];
  Value before = steps.derived("previous")["value"];
  if (!before.has_value()) before = steps.field("baseline");
  Value tolerance = steps.field("tolerance");
  if (!tolerance.has_value()) tolerance = Value::number(0);
  for (const std::string_view key : {"latest", "previous"}) {
    steps.step(key, "by-period", {{"period", steps.derived(key)["period"]}}, {});
  }
  for (const std::string_view key : {"rag", "distance"}) {
    steps.step(key, "against-target",
               {{"value", latest},
                {"target", steps.field("target")},
                {"tolerance", tolerance},
                {"direction", steps.field("direction")}},
               {});
  }
  for (const std::string_view key : {"change", "trend"}) {
    steps.step(key, "change", {{"from", before}, {"to", latest}}, {});
  }
}

void explain_meeting(Steps& steps) {
  const Value day = steps.derived("day"), published = steps.field("agenda_published");
  const auto kind = WorkingDays::council_notices;
  const Value by = steps.derived("agenda_by");
  steps.as_written("day", steps.field("starts").has_value() ? "starts" : "day");
  steps.step("agenda_by", "clear-working-days-before",
             {{"days", Value::number(kAgendaDays)}, {"to", day}}, "agenda-notice",
             steps.skipped(by, day, kind));
  steps.step("agenda_clear_days", "clear-working-days-between", {{"from", published}, {"to", day}},
             "agenda-notice", steps.skipped(published, day, kind));
}

void explain_recommendation(Steps& steps, const Record& record) {
  std::vector<const Record*> promises;
  for (const auto* links : {&record.links, &record.linked_from}) {
    for (const model::Link& link : *links) {
      const bool is_promise = link.record->collection->kind() == schema::Kind::commitment;
      if (!is_promise || link.record->withdrawn) continue;
      if (std::find(promises.begin(), promises.end(), link.record) == promises.end()) {
        promises.push_back(link.record);
      }
    }
  }
  for (const std::string_view key : {"answer", "promises", "promises_done", "standings"}) {
    steps.step(key, "from-promises", {}, "recommendation-answered", Value(),
               steps.records(promises));
  }
}

void explain_dataset(Steps& steps, const Record& record) {
  const Value due = steps.derived("next_due"), last = steps.derived("last_release");
  const std::string_view rule = "transparency-dataset";
  steps.step("last_release", "latest-release", {}, {});
  if (steps.field("next_due").has_value()) {
    steps.as_written("next_due", "next_due");
  } else {
    const Value months = Value::number(months_between_releases(record));
    steps.step("next_due", "months-after", {{"from", last}, {"months", months}}, rule);
  }
  steps.step("overdue", "day-against-today", {{"due", due}, {"as_of", steps.as_of()}}, rule);
}

void explain_ward(Steps& steps, const model::Site& site) {
  steps.step(
      "population_per_councillor", "people-per-councillor",
      {{"population", steps.field("population")}, {"councillors", steps.field("councillors")}}, {});
  const Value from = Value::string(steps.arena(), iso_date(year_start(site.as_of)));
  steps.step("forums_held", "forums-in-year", {{"from", from}, {"to", steps.as_of()}}, {});
  for (const std::string_view key : {"decisions", "commitments", "foi"}) {
    steps.step(key, "records-naming", {}, {});
  }
  std::size_t most = 0;
  for (const model::WardSpread& spread : site.statistics.ward_spreads) {
    most = std::max(most, spread.wards);
  }
  steps.step("against_city", "median-and-rank",
             {{"wards", Value::number(static_cast<double>(most))}}, {});
}

}  // namespace

Value explain(const model::Site& site, const Record& record, Arena& arena) {
  if (!record.derived.is_map()) return {};
  Steps steps(site, record, arena);
  switch (record.collection->kind()) {
    case schema::Kind::foi:
      explain_foi(steps);
      break;
    case schema::Kind::decision:
      explain_decision(steps, site.settings.standards);
      break;
    case schema::Kind::commitment:
      explain_promise(steps, site.settings.standards);
      break;
    case schema::Kind::saving:
      explain_saving(steps, site, record);
      break;
    case schema::Kind::indicator:
      explain_indicator(steps);
      break;
    case schema::Kind::meeting:
      explain_meeting(steps);
      break;
    case schema::Kind::recommendation:
      explain_recommendation(steps, record);
      break;
    case schema::Kind::dataset:
      explain_dataset(steps, record);
      break;
    case schema::Kind::ward:
      explain_ward(steps, site);
      break;
    default:
      break;
  }
  return steps.value();
}

}  // namespace glasshouse::rules
