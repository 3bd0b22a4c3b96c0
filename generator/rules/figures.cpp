#include "rules/figures.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace glasshouse::rules {

namespace {

using model::DecisionFigures;
using model::PromiseFigures;
using model::Record;

struct DecisionGroup {
  DecisionFigures figures;
  Tally paragraphs;

  void count(const DecisionCase& decision) {
    ++figures.decisions;
    figures.stated += decision.says_private;
    figures.in_private += decision.is_private;
    figures.key_decisions += decision.is_key;
    figures.general_exception += decision.urgency == Urgency::general_exception;
    figures.special_urgency += decision.urgency == Urgency::special_urgency;
    figures.called_in += decision.called_in;
    if (!decision.is_private) return;
    for (const std::string_view paragraph : decision.paragraphs) paragraphs.count(paragraph);
  }
  DecisionFigures finish() {
    figures.paragraphs = paragraphs.counts();
    return std::move(figures);
  }
};

void count(const PromiseCase& promise, PromiseFigures& figures) {
  ++figures.made;
  ++figures.standing[static_cast<std::size_t>(promise.stands.standing)];
  figures.overdue += promise.stands.overdue;
  figures.slipped += promise.stands.slipped_days > 0;
  figures.stale += promise.stands.stale;
  figures.unevidenced += promise.stands.unevidenced;
  figures.disputed += promise.stands.disputed;
  figures.vague += promise.vague;
}

}  // namespace

void Tally::count(std::string_view value, std::size_t times) {
  for (model::Count& each : counts_) {
    if (each.value != value) continue;
    each.count += times;
    return;
  }
  counts_.push_back({value, times});
}

model::Counts Tally::counts() const {
  model::Counts sorted = counts_;
  std::sort(sorted.begin(), sorted.end(), [](const model::Count& a, const model::Count& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return sorted;
}

void count_decisions(std::span<const DecisionCase> cases, model::DecisionStatistics& figures) {
  DecisionGroup all;
  std::map<int, DecisionGroup> years;
  for (const DecisionCase& decision : cases) {
    all.count(decision);
    if (decision.year != 0) years[decision.year].count(decision);
  }
  figures.all = all.finish();
  for (auto& [year, group] : years) {
    group.figures.key = std::to_string(year);
    figures.years.push_back(group.finish());
  }
}

void count_promises(const model::Site& site, std::span<const PromiseCase> cases,
                    model::PromiseStatistics& figures) {
  std::map<std::string_view, PromiseFigures> directorates;
  std::unordered_map<std::string_view, PromiseFigures> priorities, wards;
  for (const PromiseCase& promise : cases) {
    count(promise, figures.all);
    if (!promise.directorate.empty()) count(promise, directorates[promise.directorate]);
    if (!promise.priority.empty()) count(promise, priorities[promise.priority]);
    for (const Value& ward : promise.wards.items()) count(promise, wards[ward.text()]);
  }
  for (auto& [value, of] : directorates) {
    of.key = value;
    figures.directorates.push_back(of);
  }
  for (const auto& collection : site.collections) {
    const bool is_priority = collection->kind() == schema::Kind::priority;
    if (!is_priority && collection->kind() != schema::Kind::ward) continue;
    for (const Record& record : collection->records) {
      const auto& groups = is_priority ? priorities : wards;
      const auto group = groups.find(is_priority ? record.id : record.field("code").text());
      if (group == groups.end() || record.withdrawn) continue;
      auto& list = is_priority ? figures.priorities : figures.wards;
      list.push_back(group->second);
      list.back().record = &record;
    }
  }
  std::stable_sort(figures.moves.begin(), figures.moves.end(),
                   [](const model::Move& a, const model::Move& b) { return a.days > b.days; });
}

}  // namespace glasshouse::rules
