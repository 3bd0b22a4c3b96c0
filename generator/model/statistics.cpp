#include "model/statistics.h"

namespace glasshouse::model {

std::string_view name_of(Standing standing) {
  constexpr std::array<std::string_view, kStandings> kNames = {
      "done", "on-track",    "at-risk", "slipped",
      "late", "not-started", "dropped", "not-in-the-source"};
  return kNames[static_cast<std::size_t>(standing)];
}

Savings& Savings::operator+=(const Savings& other) {
  target += other.target;
  on_track += other.on_track;
  at_risk += other.at_risk;
  delayed += other.delayed;
  undeliverable += other.undeliverable;
  return *this;
}

Savings Savings::operator-(const Savings& other) const {
  return {target - other.target, on_track - other.on_track, at_risk - other.at_risk,
          delayed - other.delayed, undeliverable - other.undeliverable};
}

}  // namespace glasshouse::model
