#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/figures.h"

namespace glasshouse::rules {

namespace {

using model::FoiFigures;

int quarter_number(Date date) { return date.year() * 4 + static_cast<int>((date.month() - 1) / 3); }

std::string quarter_text(int number) { return fmt::format("{}-Q{}", number / 4, number % 4 + 1); }

// One group while it is counted.
struct Group {
  FoiFigures figures;
  std::vector<int> days;
  Tally outcomes, exemptions;

  void count(const FoiCase& request);
  FoiFigures finish();
};

void Group::count(const FoiCase& request) {
  ++figures.received;
  figures.answered += request.is_answered;
  figures.should_be_dataset += request.should_be_dataset;
  figures.reviews += request.reviewed;
  figures.reviews_changed += request.review_changed;
  if (request.is_answered) days.push_back(request.working_days);
  if (!request.outcome.empty()) outcomes.count(request.outcome);
  for (const Exemption* exemption : request.exemptions) {
    exemptions.count(exemption->name);
  }
  switch (request.timeliness) {
    case Timeliness::in_time:
      ++figures.in_time;
      break;
    case Timeliness::permitted_extension:
      ++figures.permitted_extension;
      break;
    case Timeliness::late:
      ++figures.late;
      break;
    case Timeliness::open:
      ++figures.open;
      break;
    case Timeliness::overdue:
      ++figures.overdue;
      break;
    case Timeliness::on_hold:
      ++figures.on_hold;
      break;
    case Timeliness::lapsed:
      ++figures.lapsed;
      break;
    case Timeliness::not_in_the_source:
      break;
  }
}

FoiFigures Group::finish() {
  if (!days.empty()) {
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
    std::nth_element(days.begin(), middle, days.end());
    figures.median_days = *middle;
    if (days.size() % 2 == 0) {
      figures.median_days = (*middle + *std::max_element(days.begin(), middle)) / 2.0;
    }
    double sum = 0;
    for (const int each : days) sum += each;
    figures.mean_days = sum / static_cast<double>(days.size());
  }
  figures.outcomes = outcomes.counts();
  figures.exemptions = exemptions.counts();
  return std::move(figures);
}

}  // namespace

std::string quarter_of(Date date) { return quarter_text(quarter_number(date)); }

void count_foi(std::span<const FoiCase> cases, model::FoiStatistics& figures) {
  Group all;
  std::map<int, Group> quarters;
  std::map<std::string_view, Group> directorates;
  std::vector<std::pair<Date, const model::Record*>> overdue;
  for (const FoiCase& request : cases) {
    all.count(request);
    quarters[quarter_number(request.received)].count(request);
    if (!request.directorate.empty()) directorates[request.directorate].count(request);
    if (request.timeliness == Timeliness::overdue) {
      overdue.emplace_back(request.received, request.record);
    }
  }
  figures.all = all.finish();
  if (!quarters.empty()) {
    const int first = quarters.begin()->first, last = quarters.rbegin()->first;
    // A quarter without a request is a figure too; a date that is centuries wrong is not.
    for (int number = first; number <= last && last - first < 4 * 100; ++number) quarters[number];
  }
  for (auto& [number, group] : quarters) {
    group.figures.key = quarter_text(number);
    figures.quarters.push_back(group.finish());
  }
  for (auto& [value, group] : directorates) {
    group.figures.key = value;
    figures.directorates.push_back(group.finish());
  }
  std::stable_sort(overdue.begin(), overdue.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [date, record] : overdue) figures.overdue.push_back(record);
}

}  // namespace glasshouse::rules
