// What the preview adds to a page in the browser: the script that loads the page anew after a
// change, and the style of the problems.
#pragma once

#include <string_view>

namespace glasshouse::preview {

extern const std::string_view kClientScript;  // _glasshouse/preview.js
extern const std::string_view kClientStyle;   // _glasshouse/preview.css

}  // namespace glasshouse::preview
