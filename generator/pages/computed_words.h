// The words for what the rules computed: the sentence of a finding, a standing and a timeliness as
// tags. The rules give ids and values; the words come from the theme's strings.
#pragma once

#include <string>
#include <string_view>

#include "model/findings.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// "Answered on 5 March 2018, 1 working day after the deadline of 2 March 2018.": the string
/// `finding_answered_late`, its blanks filled with the finding's values. A count takes its unit
/// from `blank_NAME_one` or `_other`; the name of a field becomes its title.
[[nodiscard]] std::string finding_sentence(const Making& making, const model::Finding& finding);

/// {text, tag} of "on-track": what `derived.status` of a promise says, or "disputed".
[[nodiscard]] Value standing_view(const Making& making, std::string_view standing);

/// {text, tag} of "permitted-extension": what `derived.timeliness` of a request says.
[[nodiscard]] Value timeliness_view(const Making& making, std::string_view timeliness);

/// {text, tag} of "kept", "not-kept" or "not-in-the-source": how a record keeps a rule.
[[nodiscard]] Value keeping_view(const Making& making, std::string_view keeping);

/// Whatever the record is called in the JSON of an overview: {id, collection, url, title,
/// illustrative?}; null where there is no record.
[[nodiscard]] Value record_reference(const Making& making, const model::Record* record);

/// The date as the JSON has it; undefined where there is none.
[[nodiscard]] Value json_date(const Making& making, std::optional<Date> date);

}  // namespace glasshouse::pages
