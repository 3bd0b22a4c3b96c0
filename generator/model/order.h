// The order of a collection's records, and the facets they fall under.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/site.h"

namespace glasshouse::model {

/// Sorts as the definition says: numbers by size, text without regard to the case of ASCII letters
/// (dates are text that sorts rightly). Records without the field stand last; ties go by id.
void sort_records(std::vector<Record>& records, const schema::Definition& definition);

/// Gathers the values of each facet over the records that are not withdrawn. A reference is
/// labelled by the title of what it names. Says values whose addresses would be the same, or empty.
[[nodiscard]] std::vector<Facet> gather_facets(const Site& site, const Collection& collection,
                                               Diagnostics& diagnostics);

}  // namespace glasshouse::model
