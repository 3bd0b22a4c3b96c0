// Every rule there is: its id, what it asks, and the law or good practice it comes from. The order
// here is the order in which the site lists them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace glasshouse::rules {

enum class Rule : std::uint8_t {
  foi_deadline,
  eir_deadline,
  foi_extension,
  foi_review,
  foi_reasons,
  foi_public_interest,
  key_decision_notice,
  key_decision_limbs,
  private_meeting_notice,
  private_reason,
  decision_record,
  officer_decision_record,
  decision_published,
  call_in,
  agenda_notice,
  promise_on_time,
  promise_kept_to_date,
  promise_change_explained,
  promise_reviewed,
  promise_evidence,
  promise_as_declared,
  promise_checkable,
  recommendation_answered,
  transparency_dataset,
};
inline constexpr std::size_t kRules = static_cast<std::size_t>(Rule::transparency_dataset) + 1;

struct Entry {
  Rule rule;
  std::string_view id, title, asks, law, law_url;
};

/// One entry a rule, in the order of Rule.
[[nodiscard]] std::span<const Entry> catalogue();

/// "foi-deadline".
[[nodiscard]] std::string_view id_of(Rule rule);

}  // namespace glasshouse::rules
