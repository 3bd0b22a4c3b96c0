#include "pages/overview/overview.h"

#include "pages/overview/answered.h"
#include "pages/overview/money.h"
#include "pages/overview/openness.h"
#include "pages/overview/promises.h"
#include "pages/overview/responsible.h"
#include "pages/overview/rules.h"

namespace glasshouse::pages {

void add_overview_routes(const model::Site& site, const Theme& theme,
                         std::vector<model::Route>& routes) {
  // One line a page, in the order of the navigation.
  add_promises_overview(site, theme, routes);
  add_answered_overview(site, theme, routes);
  add_money_overview(site, theme, routes);
  add_openness_overview(site, theme, routes);
  add_rules_overview(site, theme, routes);
  add_responsible_overview(site, theme, routes);
}

}  // namespace glasshouse::pages
