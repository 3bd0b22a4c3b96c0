#include "model/publicity.h"

namespace glasshouse::model {

Publicity publicity_of(Value fields, Date as_of, bool drafts) {
  if (!drafts) {
    if (fields["draft"].is_true()) return Publicity::not_public;
    const auto publish_on = parse_date(fields["publish_on"].text());
    if (publish_on && *publish_on > as_of) return Publicity::not_public;
  }
  return fields["withdrawn"].is_map() ? Publicity::withdrawn : Publicity::published;
}

Value tombstone(Value fields, Arena& arena) {
  return Map::of(arena,
                 {{"withdrawn", fields["withdrawn"]}, {"updated", fields["withdrawn"]["date"]}});
}

}  // namespace glasshouse::model
