// What the page of a dataset shows beside its fields: the map `dataset` of a template, described in
// docs/templates.md.
#pragma once

#include "pages/show.h"

namespace glasshouse::pages {

/// Undefined where the record has no files of its own.
[[nodiscard]] Value dataset_view(const Making& making, const model::Record& record);

}  // namespace glasshouse::pages
