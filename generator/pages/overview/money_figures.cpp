#include "pages/overview/money_figures.h"

#include <cmath>
#include <cstdlib>

namespace glasshouse::pages {

model::Savings savings_of(const model::Record& record) {
  model::Savings sum;
  for (const SavingsPart& part : kSavingsParts) {
    const Value value = record.field(part.name);
    if (value.is_number()) sum.*part.amount = std::llround(value.as_number() * 100);
  }
  return sum;
}

std::optional<model::Savings> printed_difference(const model::SavingsSnapshot& snapshot) {
  if (!snapshot.printed_total) return std::nullopt;
  return snapshot.sum - savings_of(*snapshot.printed_total);
}

bool reconciles(const model::Savings& difference) {
  for (const SavingsPart& part : kSavingsParts) {
    if (std::abs(difference.*part.amount) >= 100) return false;
  }
  return true;
}

std::int64_t not_on_track(const model::Savings& sum) {
  return sum.at_risk + sum.delayed + sum.undeliverable;
}

std::string snapshot_words(const Strings& strings, const model::SavingsSnapshot& snapshot) {
  return strings.month(snapshot.snapshot).value_or(std::string(snapshot.snapshot));
}

}  // namespace glasshouse::pages
