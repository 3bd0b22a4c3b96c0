// Every rule there is: its id, what it asks, and the law or good practice it comes from. The order
// here is the order in which the site lists them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "schema/site_settings.h"

namespace glasshouse::rules {

enum class Rule : std::uint8_t {
  foi_deadline,
  eir_deadline,
  foi_extension,
  foi_review,
  foi_reasons,
  foi_public_interest,
  foi_cost_limit,
  key_decision_notice,
  urgency_reported,
  key_decision_limbs,
  private_meeting_notice,
  private_reason,
  decision_record,
  officer_decision_record,
  decision_published,
  decision_kept,
  call_in,
  agenda_notice,
  ward_forum,
  promise_on_time,
  promise_kept_to_date,
  promise_change_explained,
  promise_reviewed,
  promise_evidence,
  promise_as_declared,
  promise_checkable,
  recommendation_answered,
  survey_facts,
  transparency_dataset,
};
inline constexpr std::size_t kRules = static_cast<std::size_t>(Rule::transparency_dataset) + 1;

struct Entry {
  Rule rule;
  // `asks` may have the name of a standard of site.json in braces: "{promise_review_days}".
  std::string_view id, title, asks, law, law_url;
};

/// One entry a rule, in the order of Rule.
[[nodiscard]] std::span<const Entry> catalogue();

/// What a rule asks of this site: its standards filled in, and said where they add to it.
[[nodiscard]] std::string asks_of(const Entry& entry, const schema::Standards& standards);

/// "foi-deadline".
[[nodiscard]] std::string_view id_of(Rule rule);

}  // namespace glasshouse::rules
