// Money as people write it, in the sentences of rules.
#pragma once

#include <cstdint>
#include <string>

namespace glasshouse::rules {

/// "£1,234,567", "-£0.05": of pence, which are written where they are not all noughts.
[[nodiscard]] std::string pounds(std::int64_t pence);

}  // namespace glasshouse::rules
