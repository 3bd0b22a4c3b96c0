// How the values of a map are divided into classes, of which each has a shade.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "schema/definition.h"

namespace glasshouse::pages {

/// What people can tell apart on one map.
inline constexpr std::size_t kShades = 5;

/// The values from `from` to `to`; `to` itself belongs to the next class where `is_open`.
struct MapClass {
  double from = 0, to = 0;
  bool is_open = false;
  std::size_t wards = 0;
  std::size_t shade = 1;  // 1, the lightest, to kShades
};

struct MapClasses {
  std::vector<MapClass> classes;  // from the least; at most kShades, none without a wards' figure
  schema::MapClasses method = schema::MapClasses::quantiles;
  bool is_each_value = false;  // a class a value: neither method was needed

  /// The shade of a value; 0 where there is no figure.
  [[nodiscard]] std::size_t shade_of(std::optional<double> value) const;
};

/// Five values or fewer get a class each. Quantiles: about as many wards in each, equal values
/// together; a class is said by the least and the most that are in it. Equal: each spans 1, 2, 2.5
/// or 5 times a power of ten, so that limits are round; the least classes that hold all.
[[nodiscard]] MapClasses divide(std::span<const std::optional<double>> values,
                                schema::MapClasses method);

}  // namespace glasshouse::pages
