#include "rules/rules.h"

#include <algorithm>

#include "rules/datasets.h"
#include "rules/decisions.h"
#include "rules/figures.h"
#include "rules/foi.h"
#include "rules/indicators.h"
#include "rules/meetings.h"
#include "rules/promises.h"
#include "rules/recommendations.h"
#include "rules/savings.h"
#include "rules/wards.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

namespace {

struct Cases {
  std::vector<FoiCase> requests;
  std::vector<DecisionCase> decisions;
  std::vector<PromiseCase> promises;
  PublishedDatasets datasets;
};

void judge(Workspace& work, model::Collection& collection, Cases& cases) {
  switch (collection.kind()) {
    case schema::Kind::foi:
      return derive_foi(work, collection, cases.requests);
    case schema::Kind::decision:
      return derive_decisions(work, collection, cases.decisions);
    case schema::Kind::commitment:
      return derive_promises(work, collection, cases.promises);
    case schema::Kind::saving:
      return derive_savings(work, collection);
    case schema::Kind::indicator:
      return derive_indicators(work, collection);
    case schema::Kind::meeting:
      return derive_meetings(work, collection);
    case schema::Kind::dataset:
      return derive_datasets(work, collection, cases.datasets);
    case schema::Kind::recommendation:  // once promises are judged
    case schema::Kind::ward:            // once meetings are
    case schema::Kind::priority:
    case schema::Kind::page:
    case schema::Kind::none:
      return;
  }
}

// Promises that no decision carries out: a link between the two, either way.
void list_promises_without_decision(const Cases& cases, model::Statistics& figures) {
  const auto is_decision = [](const model::Link& link) {
    return link.record->collection->kind() == schema::Kind::decision;
  };
  for (const PromiseCase& promise : cases.promises) {
    const model::Record& record = *promise.record;
    if (std::any_of(record.links.begin(), record.links.end(), is_decision) ||
        std::any_of(record.linked_from.begin(), record.linked_from.end(), is_decision)) {
      continue;
    }
    figures.recommendations.promises_without_decision.push_back(&record);
  }
}

void count(Workspace& work, const Cases& cases) {
  model::Statistics& figures = work.statistics();
  count_foi(cases.requests, figures.foi);
  count_decisions(cases.decisions, figures.decisions);
  count_promises(work.site(), cases.promises, figures.promises);
  derive_wards(work);
  list_promises_without_decision(cases, figures);
  std::stable_sort(figures.falling_due.begin(), figures.falling_due.end(),
                   [](const model::Due& a, const model::Due& b) { return a.date < b.date; });
}

}  // namespace

void derive(model::Site& site, Diagnostics& diagnostics) {
  site.statistics = {};
  Workspace work(site, diagnostics);
  Cases cases;
  for (const auto& collection : site.collections) {
    judge(work, *collection, cases);
    work.sort_findings();
  }
  for (const auto& collection : site.collections) {
    if (collection->kind() == schema::Kind::recommendation)
      derive_recommendations(work, *collection);
  }
  judge_missing_datasets(work, cases.datasets);
  judge_forums(work);
  count(work, cases);
}

}  // namespace glasshouse::rules
