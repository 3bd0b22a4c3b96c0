#include "pages/computed.h"

namespace glasshouse::pages {

Value computed_view(const Making& making, const model::Record& record) {
  using schema::Kind;
  View view(making.arena(), 12);
  switch (record.collection->kind()) {
    case Kind::foi:
      set_request(making, record, view);
      break;
    case Kind::commitment:
      set_promise(making, record, view);
      break;
    case Kind::recommendation:
      set_recommendation(making, record, view);
      break;
    case Kind::decision:
      set_decision(making, record, view);
      break;
    case Kind::ward:
      set_ward(making, record, view);
      [[fallthrough]];
    case Kind::priority:
      set_promises_of(making, record, view);
      break;
    default:
      break;
  }
  const Value rules = kept_rules_view(making, record);
  if (!rules.items().empty()) view.set("rules", rules);
  const Value how = how_view(making, record);
  if (!how.items().empty()) view.set("how", how);
  return view.empty() ? Value() : view.value();
}

}  // namespace glasshouse::pages
