// What a map of the wards is shaded by: the figures that the wards' collection names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pages/maps/classes.h"
#include "pages/show.h"

namespace glasshouse::pages {

struct WardFigure {
  std::string name;                           // in the JSON: "population", "records", "foi"
  std::string label;                          // "Population"
  const FieldPlan* field = nullptr;           // null: a count
  std::vector<std::optional<double>> values;  // one a ward, as `current` of the plan
  MapClasses classes;
  bool has_illustrative = false;  // it counts records that were invented for an example
};

/// The figures of the definition, in its order; all records that name the ward where it has none.
/// A field that no ward has is left out.
[[nodiscard]] std::vector<WardFigure> ward_figures(const Making& making,
                                                   const CollectionPlan& wards);

/// The value as people read it: "25,120 people", or in a table, whose head has the unit, "25,120".
[[nodiscard]] std::string figure_text(const Making& making, const WardFigure& figure, double value);
[[nodiscard]] std::string figure_digits(const Making& making, const WardFigure& figure,
                                        double value);

}  // namespace glasshouse::pages
