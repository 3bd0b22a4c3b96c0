// Sums of a column of numbers, told by the values of another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/dataset.h"

namespace glasshouse::datasets {

/// A sum of numbers with four decimals at most, exact; more decimals are rounded.
class Sum {
 public:
  /// `number` is one that number_form.h gives; empty counts as nothing.
  void add(std::string_view number);
  /// None where it is beyond what can be counted exactly.
  [[nodiscard]] std::optional<double> value() const;

 private:
  std::int64_t ten_thousandths_ = 0;
  bool is_too_large_ = false;
};

class Totals {
 public:
  /// Gives false once there are more groups than `most`.
  bool add(std::string_view number, std::string_view group, std::size_t most);
  [[nodiscard]] std::optional<double> sum() const { return all_.value(); }
  /// The largest sum first, then by value.
  [[nodiscard]] std::vector<model::DatasetGroup> groups() const;

 private:
  struct Group {
    std::size_t rows = 0;
    Sum sum;
  };
  Sum all_;
  std::unordered_map<std::string, Group> groups_;
};

}  // namespace glasshouse::datasets
