// The home page: what is going on, with plain counts that open to their lists.
#pragma once

#include <string>

#include "pages/page.h"

namespace glasshouse::pages {

void produce_home(const Making& making, std::string& out);

}  // namespace glasshouse::pages
