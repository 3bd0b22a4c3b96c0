// How the records keep the rules: what rules/ found, for pages and formats to word and to count.
// Views and Values live in the Source of the site.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/value.h"

namespace glasshouse::model {

struct Record;

/// What becomes of a finding. All but `off` are published; `warning` and `error` are diagnostics
/// too.
enum class Level : std::uint8_t { off, published, warning, error };

/// A record does not keep a rule.
struct Finding {
  const Record* record = nullptr;  // none where a whole record is missing
  std::string_view message;        // its sentence, by id: "answered-late"
  Value values;                    // a map: what the blanks of the sentence take
  std::optional<Date> since;       // the day from which it was so
  Value at;                        // the value of the record it is about; undefined: all of it
};

/// One rule, and how the site's records keep it.
struct Ruling {
  std::string_view id;       // "foi-deadline": what settings.rules call it
  std::string_view title;    // "FOI requests are answered within 20 working days"
  std::string_view asks;     // what it requires, in one sentence
  std::string_view law;      // "Freedom of Information Act 2000, section 10"
  std::string_view law_url;  // empty where good practice has no page of its own
  Level level = Level::published;
  std::size_t kept = 0;           // records that keep it
  std::size_t not_kept = 0;       // records with a finding
  std::size_t not_in_source = 0;  // records that do not say what the rule needs to know
  std::vector<Finding> findings;  // by collection, as that one is sorted
  std::optional<Date> since;      // the earliest of its findings

  [[nodiscard]] std::size_t judged() const { return kept + not_kept; }
};

/// A bank holiday, and where in the UK it is one.
struct Holiday {
  Date date;
  std::string_view title;
  bool england_and_wales = false, scotland = false, northern_ireland = false;
};

struct Rulings {
  std::vector<Ruling> rules;      // in the order of rules/catalogue.h, those switched off included
  std::vector<Holiday> holidays;  // by date; each date once

  /// The rule with the id, or nullptr.
  [[nodiscard]] const Ruling* find(std::string_view id) const {
    for (const Ruling& ruling : rules) {
      if (ruling.id == id) return &ruling;
    }
    return nullptr;
  }
};

}  // namespace glasshouse::model
