#include "rules/pounds.h"

#include <fmt/format.h>

#include <cstdlib>

namespace glasshouse::rules {

std::string pounds(std::int64_t pence) {
  const std::int64_t rest = std::abs(pence) % 100;
  const std::string digits = std::to_string(std::abs(pence) / 100);
  std::string text = pence < 0 ? "-£" : "£";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return rest == 0 ? text : text + fmt::format(".{:02}", rest);
}

}  // namespace glasshouse::rules
