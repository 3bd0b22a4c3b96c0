#include "datasets/totals.h"

#include <algorithm>

namespace glasshouse::datasets {

namespace {

constexpr std::size_t kDecimals = 4;
constexpr double kScale = 10000;

// The number in ten-thousandths; none where it is too large.
std::optional<std::int64_t> scaled(std::string_view number) {
  const bool is_negative = number.starts_with('-');
  if (is_negative) number.remove_prefix(1);
  const std::size_t point = std::min(number.find('.'), number.size());
  std::int64_t value = 0;
  const auto take = [&](char digit) {
    return !__builtin_mul_overflow(value, std::int64_t{10}, &value) &&
           !__builtin_add_overflow(value, std::int64_t{digit - '0'}, &value);
  };
  for (const char digit : number.substr(0, point)) {
    if (!take(digit)) return std::nullopt;
  }
  const std::string_view fraction = number.substr(std::min(point + 1, number.size()));
  for (std::size_t i = 0; i < kDecimals; ++i) {
    if (!take(i < fraction.size() ? fraction[i] : '0')) return std::nullopt;
  }
  if (fraction.size() > kDecimals && fraction[kDecimals] >= '5') ++value;
  return is_negative ? -value : value;
}

}  // namespace

void Sum::add(std::string_view number) {
  if (number.empty()) return;
  const auto value = scaled(number);
  if (!value || __builtin_add_overflow(ten_thousandths_, *value, &ten_thousandths_)) {
    is_too_large_ = true;
  }
}

std::optional<double> Sum::value() const {
  if (is_too_large_) return std::nullopt;
  return static_cast<double>(ten_thousandths_) / kScale;
}

bool Totals::add(std::string_view number, std::string_view group, std::size_t most) {
  all_.add(number);
  Group& each = groups_[std::string(group)];
  ++each.rows;
  each.sum.add(number);
  return groups_.size() <= most;
}

std::vector<model::DatasetGroup> Totals::groups() const {
  std::vector<model::DatasetGroup> result;
  for (const auto& [value, group] : groups_) {
    if (const auto sum = group.sum.value()) result.push_back({value, group.rows, *sum});
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.sum != b.sum ? a.sum > b.sum : a.value < b.value;
  });
  return result;
}

}  // namespace glasshouse::datasets
