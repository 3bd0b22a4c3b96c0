#include "pages/overview/trails.h"

#include <unordered_set>

namespace glasshouse::pages {

namespace {

using model::Link;
using model::Record;
using schema::Kind;

// Records of the kind at the other end of the links, each once.
std::vector<const Record*> linked(const Record& record, Kind kind) {
  std::vector<const Record*> found;
  std::unordered_set<const Record*> known;
  for (const auto* links : {&record.links, &record.linked_from}) {
    for (const Link& link : *links) {
      const Record& other = *link.record;
      if (other.collection->kind() != kind || other.withdrawn) continue;
      if (known.insert(&other).second) found.push_back(&other);
    }
  }
  return found;
}

bool carries_out(const Link& link, const Record& decision) {
  const model::Collection& collection = *decision.collection;
  return collection.kind() == Kind::decision && !decision.withdrawn &&
         link.field == collection.definition.field("implements");
}

}  // namespace

std::vector<const Record*> promises_of(const Record& record) {
  return linked(record, Kind::commitment);
}

std::vector<const Record*> recommendations_of(const Record& promise) {
  return linked(promise, Kind::recommendation);
}

std::vector<const Record*> decisions_of(const Record& promise) {
  std::vector<const Record*> decisions;
  for (const Link& link : promise.linked_from) {
    if (carries_out(link, *link.record)) decisions.push_back(link.record);
  }
  return decisions;
}

std::vector<const Record*> carried_out_by(const Record& decision) {
  std::vector<const Record*> promises;
  for (const Link& link : decision.links) {
    const Record& other = *link.record;
    if (other.collection->kind() != Kind::commitment || other.withdrawn) continue;
    if (carries_out(link, decision)) promises.push_back(&other);
  }
  return promises;
}

bool is_of_trail(const Record& record, const Link& link) {
  const Kind kind = record.collection->kind();
  if (kind == Kind::recommendation) return link.record->collection->kind() == Kind::commitment;
  if (kind != Kind::commitment) return false;
  return link.record->collection->kind() == Kind::recommendation || carries_out(link, *link.record);
}

}  // namespace glasshouse::pages
