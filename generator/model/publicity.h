// What the public may see, decided here once for pages, feeds, search, data and maps alike.
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/value.h"

namespace glasshouse::model {

enum class Publicity : std::uint8_t {
  published,
  withdrawn,   // its address says when and why, and nothing else
  not_public,  // a draft, or its day has not come
};

/// `fields` are a record's as authored. With `drafts`, what is not public yet is shown as if it
/// were.
[[nodiscard]] Publicity publicity_of(Value fields, Date as_of, bool drafts);

/// All that stays of a withdrawn record.
[[nodiscard]] Value tombstone(Value fields, Arena& arena);

}  // namespace glasshouse::model
