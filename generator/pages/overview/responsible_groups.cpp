#include "pages/overview/responsible_groups.h"

#include <algorithm>
#include <map>

#include "pages/overview/promises_figures.h"

namespace glasshouse::pages {

std::vector<DirectorateGroup> directorate_groups(const model::Site& site) {
  std::map<std::string_view, DirectorateGroup> groups;
  for (const auto& figures : site.statistics.promises.directorates) {
    groups[figures.key].promises = &figures;
  }
  for (const auto& figures : site.statistics.foi.directorates) groups[figures.key].foi = &figures;
  const auto is_older = [](const model::SavingsSnapshot* a, const model::SavingsSnapshot& b) {
    return !a || std::pair(a->snapshot, a->year) < std::pair(b.snapshot, b.year);
  };
  for (const model::SavingsSnapshot& snapshot : site.statistics.savings) {
    for (const model::SavingsGroup& savings : snapshot.directorates) {
      if (savings.directorate.empty()) continue;
      DirectorateGroup& group = groups[savings.directorate];
      if (!is_older(group.snapshot, snapshot)) continue;
      group.snapshot = &snapshot;
      group.savings = &savings;
    }
  }
  std::vector<DirectorateGroup> result;
  for (auto& [value, group] : groups) {
    if (value.empty()) continue;
    group.directorate = value;
    result.push_back(group);
  }
  return result;
}

std::vector<OfficeGroup> office_groups(const model::Site& site) {
  std::map<std::string_view, OfficeGroup> groups;
  for (const auto& collection : site.collections) {
    if (collection->kind() != schema::Kind::commitment) continue;
    for (const model::Record& record : collection->records) {
      const std::string_view office = record.field("owner").text();
      if (record.withdrawn || office.empty()) continue;
      OfficeGroup& group = groups[office];
      group.office = office;
      group.promises.push_back(&record);
      count_promise(record, group.figures);
    }
  }
  std::vector<OfficeGroup> result;
  result.reserve(groups.size());
  for (auto& [office, group] : groups) result.push_back(std::move(group));
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.promises.size() > b.promises.size();
  });
  return result;
}

}  // namespace glasshouse::pages
