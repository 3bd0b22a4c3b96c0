#include "markdown/style.h"

namespace glasshouse::markdown {

constinit const Style kPlain = {.bare = true};

constinit const Style kSite = {
    .header_centre = "align-centre",
    .header_right = "align-right",
    .cell_centre = "align-centre",
    .cell_right = "align-right",
};

}  // namespace glasshouse::markdown
