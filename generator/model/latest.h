// What changed last: for feeds, and for what a page says is new.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "model/site.h"

namespace glasshouse::model {

/// The day the record last changed: by the field that its collection's feed names, else `updated`;
/// none where it says neither.
[[nodiscard]] std::optional<Date> changed_on(const Record& record);

struct Change {
  const Record* record = nullptr;
  Date date;
};

/// At most `most` of the records, the latest change first, ties by address so that they never swap
/// places. One that does not say when it changed counts as of `otherwise`.
[[nodiscard]] std::vector<Change> latest(std::span<const Record* const> records, std::size_t most,
                                         Date otherwise);

/// The records that name this one, each once, without those withdrawn.
[[nodiscard]] std::vector<const Record*> naming(const Record& record);

}  // namespace glasshouse::model
