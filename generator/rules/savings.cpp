#include "rules/savings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "base/text.h"
#include "rules/pounds.h"

namespace glasshouse::rules {

namespace {

using model::Record;
using model::Savings;
using model::SavingsSnapshot;

struct SavingFields {
  explicit SavingFields(const model::Collection& c)
      : directorate(c, "directorate"),
        year(c, "year"),
        snapshot(c, "snapshot"),
        printed_total(c, "printed_total"),
        money{FieldKey(c, "target"), FieldKey(c, "on_track"), FieldKey(c, "at_risk"),
              FieldKey(c, "delayed"), FieldKey(c, "undeliverable")} {}
  FieldKey directorate, year, snapshot, printed_total;
  std::array<FieldKey, 5> money;
};

constexpr std::array<std::int64_t Savings::*, 5> kParts = {&Savings::target, &Savings::on_track,
                                                           &Savings::at_risk, &Savings::delayed,
                                                           &Savings::undeliverable};

// Pounds in tens of millions are exact in a double to far below a penny.
std::int64_t pence(Value value) {
  return value.is_number() ? std::llround(value.as_number() * 100) : 0;
}

Savings read(const SavingFields& field, const Record& record) {
  Savings sum;
  for (std::size_t i = 0; i < kParts.size(); ++i) sum.*kParts[i] = pence(field.money[i].of(record));
  return sum;
}

bool states_all(const SavingFields& field, const Record& record) {
  return std::all_of(field.money.begin(), field.money.end(),
                     [&](const FieldKey& each) { return each.of(record).is_number(); });
}

void check_row(Workspace& work, const SavingFields& field, Record& record, const Savings& row) {
  const std::int64_t sum = row.on_track + row.at_risk + row.delayed + row.undeliverable;
  Map* derived = Map::make(work.arena(), 3);
  // A row that gives a target alone says nothing of its parts, not that they are nought.
  const bool states_a_part =
      std::any_of(field.money.begin() + 1, field.money.end(),
                  [&](const FieldKey& each) { return each.of(record).is_number(); });
  if (states_a_part) {
    derived->set(work.arena(), "accounted_for", Value::number(static_cast<double>(sum) / 100));
  }
  if (row.target > 0 && field.money[1].of(record).is_number()) {
    derived->set(
        work.arena(), "on_track_per_cent",
        Value::number(100 * static_cast<double>(row.on_track) / static_cast<double>(row.target)));
  }
  record.derived = Value::map(derived);
  if (!states_all(field, record) || sum == row.target) return;
  work.problems().error(
      "saving-does-not-add-up", Workspace::place(record, field.money[0].of(record)),
      fmt::format("the parts come to {}, and {} is {}: {} apart", pounds(sum),
                  field.money[0].name(), pounds(row.target), pounds(sum - row.target)),
      "Compare the row with its source.");
}

SavingsSnapshot& snapshot_of(std::vector<SavingsSnapshot>& all, std::string_view year,
                             std::string_view month) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const SavingsSnapshot& each) {
    return each.year == year && each.snapshot == month;
  });
  if (found != all.end()) return *found;
  SavingsSnapshot& made = all.emplace_back();
  made.year = year;
  made.snapshot = month;
  return made;
}

void add_row(SavingsSnapshot& snapshot, const Record& record, std::string_view directorate,
             const Savings& row) {
  snapshot.sum += row;
  auto group = std::find_if(snapshot.directorates.begin(), snapshot.directorates.end(),
                            [&](const auto& each) { return each.directorate == directorate; });
  if (group == snapshot.directorates.end()) {
    group = snapshot.directorates.insert(group, {directorate, {}, {}});
  }
  group->sum += row;
  group->rows.push_back(&record);
}

void reconcile(Workspace& work, const SavingFields& field, const SavingsSnapshot& snapshot) {
  if (!snapshot.printed_total || snapshot.directorates.empty()) return;
  const Record& total = *snapshot.printed_total;
  const Savings printed = read(field, total);
  bool reconciles = true;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    const Value at = field.money[i].of(total);
    const std::int64_t sum = snapshot.sum.*kParts[i], said = printed.*kParts[i];
    if (!at.is_number() || std::abs(sum - said) < 100) continue;
    reconciles = false;
    work.problems().error(
        "savings-do-not-reconcile", Workspace::place(total, at),
        fmt::format("the rows of {} for {} come to {}, and the printed total of {} is {}: {} apart",
                    snapshot.snapshot, snapshot.year, pounds(sum), field.money[i].name(),
                    pounds(said), pounds(sum - said)),
        "Compare each row with its source; a row may be missing.");
  }
  // A map of ours, made by check_row: the site is still being made, here alone.
  Value derived = total.derived;
  derived.as_map().set(work.arena(), "reconciles", Value::boolean(reconciles));
}

void finish(std::vector<SavingsSnapshot>& all) {
  std::sort(all.begin(), all.end(), [](const SavingsSnapshot& a, const SavingsSnapshot& b) {
    return std::tie(a.year, a.snapshot) < std::tie(b.year, b.snapshot);
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::sort(all[i].directorates.begin(), all[i].directorates.end(),
              [](const model::SavingsGroup& a, const model::SavingsGroup& b) {
                return std::make_pair(-a.sum.target, a.directorate) <
                       std::make_pair(-b.sum.target, b.directorate);
              });
    if (i > 0 && all[i - 1].year == all[i].year) all[i].movement = all[i].sum - all[i - 1].sum;
  }
}

}  // namespace

void derive_savings(Workspace& work, model::Collection& collection) {
  const SavingFields field(collection);
  auto& all = work.statistics().savings;
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    const Savings row = read(field, record);
    check_row(work, field, record, row);
    SavingsSnapshot& snapshot =
        snapshot_of(all, field.year.of(record).text(), field.snapshot.of(record).text());
    if (field.printed_total.of(record).is_true()) {
      snapshot.printed_total = &record;
    } else {
      add_row(snapshot, record, field.directorate.of(record).text(), row);
    }
  }
  for (const SavingsSnapshot& snapshot : all) reconcile(work, field, snapshot);
  finish(all);
}

}  // namespace glasshouse::rules
