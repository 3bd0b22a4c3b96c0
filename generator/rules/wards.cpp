#include "rules/wards.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "rules/months.h"

namespace glasshouse::rules {

namespace {

using model::Record;
using model::WardFigures;
using model::WardMeasure;
using schema::Kind;

void count_touching(const Record& ward, WardFigures& of) {
  // Links come by collection.
  for (const model::Link& link : ward.linked_from) {
    if (link.record->withdrawn) continue;
    if (of.touching.empty() || of.touching.back().first != link.record->collection) {
      of.touching.emplace_back(link.record->collection, 0);
    }
    ++of.touching.back().second;
  }
}

void count_forums(const model::ForumYear& year, WardFigures& of) {
  of.forums_held += year.held;
  of.forums_to_come += year.to_come;
  of.forums_called_off += year.called_off;
  of.forums_lately += year.held_lately;
  if (!of.next_forum) of.next_forum = year.next;
}

// None where the site has no such records: that no ward has any says nothing.
std::optional<double> records_of(const model::Site& site, const WardFigures& of, Kind kind) {
  const model::Collection* first = site.of_kind(kind);
  if (!first || first->records.empty()) return std::nullopt;
  std::size_t count = 0;
  for (const auto& [collection, records] : of.touching) {
    if (collection->kind() == kind) count += records;
  }
  return static_cast<double>(count);
}

std::optional<double> value_of(const model::Site& site, const WardFigures& of,
                               WardMeasure measure) {
  switch (measure) {
    case WardMeasure::population_per_councillor: {
      const Value people = of.ward->field("population"), seats = of.ward->field("councillors");
      if (!people.is_number() || !seats.is_number() || seats.as_number() < 1) return std::nullopt;
      return std::round(people.as_number() / seats.as_number());
    }
    case WardMeasure::forums_held:
      if (site.statistics.forums.empty()) return std::nullopt;
      return static_cast<double>(of.forums_lately);
    case WardMeasure::decisions:
      return records_of(site, of, Kind::decision);
    case WardMeasure::commitments:
      return records_of(site, of, Kind::commitment);
    case WardMeasure::foi:
      return records_of(site, of, Kind::foi);
  }
  return std::nullopt;
}

void compare(model::Statistics& figures, const model::Site& site) {
  for (std::size_t measure = 0; measure < model::kWardMeasures.size(); ++measure) {
    std::vector<std::optional<double>> values;
    values.reserve(figures.wards.size());
    for (const WardFigures& of : figures.wards) {
      values.push_back(value_of(site, of, static_cast<WardMeasure>(measure)));
    }
    const WardRanks ranks = rank_wards(values);
    figures.ward_spreads[measure] = ranks.spread;
    for (std::size_t i = 0; i < figures.wards.size(); ++i) {
      figures.wards[i].measures[measure] = ranks.wards[i];
    }
  }
}

Value derived_of(const Workspace& work, const WardFigures& of) {
  Map* derived = Map::make(work.arena(), model::kWardMeasures.size() + 1);
  Map* against = Map::make(work.arena(), model::kWardMeasures.size());
  const auto count = [](std::size_t number) { return Value::number(static_cast<double>(number)); };
  for (std::size_t measure = 0; measure < model::kWardMeasures.size(); ++measure) {
    const auto& standing = of.measures[measure];
    if (!standing) continue;
    const model::WardSpread& spread = work.statistics().ward_spreads[measure];
    derived->set(work.arena(), model::kWardMeasures[measure], Value::number(standing->value));
    against->set(work.arena(), model::kWardMeasures[measure],
                 work.map({{"median", Value::number(spread.median)},
                           {"rank", count(standing->rank)},
                           {"tied", count(standing->tied)},
                           {"wards", count(spread.wards)}}));
  }
  if (against->empty()) return Value();
  derived->set(work.arena(), "against_city", Value::map(against));
  return Value::map(derived);
}

}  // namespace

Date year_start(Date as_of) { return Date{add_months(as_of, -12).days + 1}; }

WardRanks rank_wards(std::span<const std::optional<double>> values) {
  WardRanks ranks;
  ranks.wards.resize(values.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) order.push_back(i);
  }
  if (order.empty()) return ranks;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *values[a] > *values[b]; });
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && *values[order[end]] == *values[order[first]]) ++end;
    for (std::size_t i = first; i < end; ++i) {
      ranks.wards[order[i]] = {*values[order[i]], first + 1, end - first - 1};
    }
    first = end;
  }
  const std::size_t count = order.size();
  ranks.spread = {count, (*values[order[(count - 1) / 2]] + *values[order[count / 2]]) / 2,
                  *values[order[0]]};
  return ranks;
}

void derive_wards(Workspace& work) {
  model::Statistics& figures = work.statistics();
  std::unordered_map<const Record*, std::vector<const model::ForumYear*>> forums;
  for (const model::ForumYear& year : figures.forums) forums[year.ward].push_back(&year);
  std::vector<Record*> wards;
  for (const auto& collection : work.site().collections) {
    if (collection->kind() != Kind::ward) continue;
    for (Record& ward : collection->records) {
      if (ward.withdrawn) continue;
      wards.push_back(&ward);
      figures.place_of_ward.emplace(&ward, figures.wards.size());
      WardFigures& of = figures.wards.emplace_back();
      of.ward = &ward;
      count_touching(ward, of);
      if (const auto years = forums.find(&ward); years != forums.end()) {
        for (const model::ForumYear* year : years->second) count_forums(*year, of);
      }
    }
  }
  compare(figures, work.site());
  for (std::size_t i = 0; i < wards.size(); ++i) {
    wards[i]->derived = derived_of(work, figures.wards[i]);
  }
}

}  // namespace glasshouse::rules
