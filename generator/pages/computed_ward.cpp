// What a ward's page says besides the records that name it: who lives there and when they can next
// meet their councillors, what changed lately, how it compares with the other wards, what is near.
#include <algorithm>

#include "model/latest.h"
#include "pages/charts/chart.h"
#include "pages/computed.h"
#include "pages/computed_words.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using model::WardFigures;
using model::WardStanding;

constexpr std::size_t kLately = 5;

// "Population in 2024": the year belongs to the number.
void set_population(const Making& making, const Record& ward, View& view) {
  const FieldPlan* plan = making.theme.plan(*ward.collection).find("population");
  const Value people = ward.field("population"), year = ward.field("population_year");
  if (!plan || !people.is_number() || !year.is_number()) return;
  Value shown = show(making, ward, *plan, people);
  const std::string when = std::to_string(static_cast<long long>(year.as_number()));
  const std::string label =
      making.strings().fill("ward_in_year", {{"label", plan->label.text()}, {"year", when}});
  shown.as_map().set(making.arena(), "label", Value::string(making.arena(), label));
  view.set("population", shown);
}

void set_forums(const Making& making, const WardFigures& figures, View& view) {
  const Strings& strings = making.strings();
  if (!making.theme.site.of_kind(schema::Kind::meeting)) return;
  View next(making.arena(), 4);
  next.text("label", strings.get("ward_next_forum"));
  if (figures.next_forum) {
    const Value link = show_link(making, *figures.next_forum);
    const Value when = link["when"]["text"];
    next.set("text", when.has_value() ? when : link["text"]).set("href", link["href"]);
    next.flag("illustrative", figures.next_forum->illustrative());
  } else {
    next.text("text", strings.get("ward_no_forum"));
  }
  view.set("next_forum", next.value());
  if (figures.forums_held + figures.forums_to_come == 0) return;
  const std::string to_come = strings.number(static_cast<double>(figures.forums_to_come));
  view.text("forums", strings.count("forums_held", figures.forums_held, {{"to_come", to_come}}));
}

void set_lately(const Making& making, const Record& ward, View& view) {
  const auto naming = model::naming(ward);
  const auto changes = model::latest(naming, kLately, making.theme.site.as_of);
  if (changes.empty()) return;
  const Strings& strings = making.strings();
  view.text("lead",
            strings.count("ward_records", naming.size(),
                          {{"ward", ward.title}, {"date", strings.date(changes.front().date)}}));
  Views links(making.arena(), changes.size());
  for (const model::Change& change : changes) {
    Value link = show_link(making, *change.record);
    link.as_map().set(making.arena(), "when", show_date(making, iso_date(change.date)));
    // As the list of promises below has it: by what the records show, not by what was declared.
    const Value standing = change.record->derived["status"];
    if (change.record->collection->kind() == schema::Kind::commitment && standing.is_string()) {
      link.as_map().set(making.arena(), "status", standing_view(making, standing.as_string()));
    }
    links.add(link);
  }
  view.set("lately", links.value());
}

// "12th highest of 69 wards", "joint lowest of 69 wards, with 3 others".
std::string place_words(const Strings& strings, const WardStanding& standing, std::size_t wards) {
  if (wards == 1) return std::string(strings.get("ward_place_only"));
  const std::string all = strings.number(static_cast<double>(wards));
  if (standing.tied + 1 == wards) return strings.fill("ward_place_same", {{"wards", all}});
  const std::size_t from_lowest = wards - standing.rank - standing.tied + 1;
  const bool is_high = standing.rank <= from_lowest;
  const std::size_t place = is_high ? standing.rank : from_lowest;
  std::string words;
  if (place == 1) {
    words = strings.fill(is_high ? "ward_place_highest" : "ward_place_lowest", {{"wards", all}});
  } else {
    words = strings.fill(is_high ? "ward_place_from_highest" : "ward_place_from_lowest",
                         {{"place", strings.ordinal(place)}, {"wards", all}});
  }
  if (standing.tied == 0) return words;
  return strings.count("ward_place_joint", standing.tied, {{"place", words}});
}

// Each row has a scale of its own, from nothing to the highest of any ward: people and promises
// have none in common.
ChartRow measure_row(const Making& making, const WardFigures& figures, std::size_t measure) {
  const Strings& strings = making.strings();
  const WardStanding& standing = *figures.measures[measure];
  const model::WardSpread& spread = making.theme.site.statistics.ward_spreads[measure];
  const double end = spread.highest > 0 ? spread.highest : 1;
  const std::string name(model::kWardMeasures[measure]);
  ChartRow row;
  row.label = strings.get("derived_" + name);
  row.note = place_words(strings, standing, spread.wards);
  row.figures = {
      Figure{standing.value / end, strings.number(standing.value), {}, "derived." + name},
      Figure{spread.median / end,
             strings.number(spread.median),
             {},
             "derived.against_city." + name + ".median"}};
  return row;
}

std::string figures_title(const Strings& strings, const WardFigures& figures,
                          const model::Statistics& all) {
  constexpr auto kPeople = static_cast<std::size_t>(model::WardMeasure::population_per_councillor);
  const std::string_view ward = figures.ward->title;
  if (!figures.measures[kPeople]) return strings.fill("ward_figures", {{"ward", ward}});
  const model::WardSpread& spread = all.ward_spreads[kPeople];
  return strings.fill("ward_figures_people",
                      {{"ward", ward},
                       {"people", strings.number(figures.measures[kPeople]->value)},
                       {"median", strings.number(spread.median)}});
}

// A ward alone has nothing to be compared with.
void set_figures(const Making& making, const WardFigures& figures, View& view) {
  const model::Statistics& all = making.theme.site.statistics;
  if (all.wards.size() < 2) return;
  const Strings& strings = making.strings();
  Chart chart;
  chart.id = "against-city";
  chart.title = figures_title(strings, figures, all);
  chart.rows_label = strings.get("ward_measure");
  chart.notes_label = strings.get("ward_place");
  chart.series = {std::string(figures.ward->title), std::string(strings.get("ward_median"))};
  chart.end = 1;
  chart.start_label = strings.number(0);
  chart.end_label = strings.get("ward_scale_end");
  for (std::size_t measure = 0; measure < figures.measures.size(); ++measure) {
    if (figures.measures[measure]) chart.rows.push_back(measure_row(making, figures, measure));
  }
  if (!chart.rows.empty()) view.set("figures", bar_and_dot_chart(making.arena(), chart));
}

void set_neighbours(const Making& making, const Record& ward, View& view) {
  Views links(making.arena());
  for (const Record* neighbour : making.theme.site.neighbours(ward)) {
    if (!neighbour->withdrawn) links.add(show_link(making, *neighbour));
  }
  if (!links.empty()) view.set("neighbours", links.value());
}

}  // namespace

void set_ward(const Making& making, const Record& record, View& view) {
  set_population(making, record, view);
  set_lately(making, record, view);
  set_neighbours(making, record, view);
  const model::Statistics& all = making.theme.site.statistics;
  const auto place = all.place_of_ward.find(&record);
  if (place == all.place_of_ward.end()) return;
  set_forums(making, all.wards[place->second], view);
  set_figures(making, all.wards[place->second], view);
}

}  // namespace glasshouse::pages
