#include "pages/charts/figures.h"

#include <cmath>

namespace glasshouse::pages {

Figure count_figure(const Strings& strings, std::size_t count, std::string place) {
  const auto number = static_cast<double>(count);
  return {.value = number, .text = strings.number(number), .place = std::move(place)};
}

Figure money_figure(const Strings& strings, std::int64_t pence, std::string place) {
  const double pounds = static_cast<double>(pence) / 100;
  return {.value = pounds,
          .text = strings.money(pounds),
          .short_text = strings.money_in_words(pounds),
          .place = std::move(place)};
}

std::string money_words(const Strings& strings, std::int64_t pence) {
  return strings.money_in_words(static_cast<double>(pence) / 100);
}

std::string per_cent_words(const Strings& strings, double per_cent) {
  if (per_cent > 0 && per_cent < 1) return std::string(strings.get("per_cent_under_1"));
  const double whole = per_cent < 100 ? std::min(99.0, std::round(per_cent)) : std::round(per_cent);
  return strings.fill("per_cent", {{"amount", strings.number(whole)}});
}

}  // namespace glasshouse::pages
