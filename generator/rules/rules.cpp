#include "rules/rules.h"

#include "rules/decisions.h"
#include "rules/foi.h"
#include "rules/promises.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

void derive(model::Site& site, Diagnostics& diagnostics) {
  Workspace work(site, diagnostics);
  std::vector<FoiCase> requests;
  std::vector<DecisionCase> decisions;
  std::vector<PromiseCase> promises;
  for (const auto& collection : site.collections) {
    switch (collection->kind()) {
      case schema::Kind::foi:
        derive_foi(work, *collection, requests);
        break;
      case schema::Kind::decision:
        derive_decisions(work, *collection, decisions);
        break;
      case schema::Kind::commitment:
        derive_promises(work, *collection, promises);
        break;
      default:
        break;
    }
  }
}

}  // namespace glasshouse::rules
