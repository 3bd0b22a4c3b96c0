// The parts of /openness/, each as the map that its template places.
#pragma once

#include <string>

#include "pages/overview/openness_figures.h"
#include "pages/view.h"

namespace glasshouse::pages {

/// "29 of 34 requests whose time had run were answered in time (85%)."
[[nodiscard]] std::string timeliness_sentence(const Strings& strings,
                                              const model::FoiFigures& figures);

/// Sets what is said of requests: `foi`, a map of its sentences, charts and lists.
void set_foi(const Making& making, View& context);

/// Sets what is said of decisions: `decisions`, a map of its sentence, charts and table.
void set_decisions(const Making& making, View& context);

}  // namespace glasshouse::pages
