// Schemas that lead back to themselves without a step into the data, as {"$ref": "#"}: checking a
// record by one would never end.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "schema/compiled/node.h"

namespace glasshouse::schema {

/// Says each schema that closes such a ring.
void check_cycles(const Program& program, std::string_view file, Diagnostics& diagnostics);

}  // namespace glasshouse::schema
