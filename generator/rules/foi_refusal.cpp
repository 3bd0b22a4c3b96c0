// What was held back, on which ground, and whether the public interest was weighed.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/foi_judge.h"

namespace glasshouse::rules {

using model::Record;

void FoiJudge::check_open(const Record& record, const Case& read) const {
  if (!read.facts.responded || read.outcome != "open") return;
  work_.problems().error("open-but-answered", Workspace::place(record, read.outcome_value),
                         fmt::format("the outcome is \"open\", yet it was answered on {}",
                                     iso_date(*read.facts.responded)),
                         "Give the outcome of the answer, or take its date out.");
}

void FoiJudge::check_outcome(const Record& record, const Case& read) {
  check_open(record, read);
  switch (support_of(read.outcome, read.exemptions)) {
    case Support::supported:
      break;
    case Support::unsupported:
      if (field_.is_sourced()) break;
      work_.problems().error(
          "outcome-without-exemption", Workspace::place(record, read.outcome_value),
          fmt::format("the outcome is \"{}\", and no exemption supports it", read.outcome),
          "Name the exemption that the refusal rests on.");
      break;
    case Support::uncalled_for:
      work_.problems().error(
          "exemption-without-refusal", Workspace::place(record, field_.exemptions.of(record)),
          fmt::format("the outcome is \"{}\", yet an exemption is named", read.outcome),
          "Correct the outcome, or take the exemption out.");
      break;
    case Support::wrong:
      work_.problems().error(
          "wrong-exemption", Workspace::place(record, read.outcome_value),
          fmt::format("the outcome is \"{}\", and none of its exemptions supports that",
                      read.outcome),
          "A refusal for cost rests on section 12, for vexation on section 14 or regulation "
          "12(4)(b); what is withheld in full, on an exemption of Part II or an exception.");
      break;
  }
}

void FoiJudge::read_exemptions(const Record& record, Case& read, Map& derived) {
  const Value named = field_.exemptions.of(record);
  if (named.items().empty()) return;
  List* list = List::make(work_.arena(), named.items().size());
  for (const Value& each : named.items()) {
    const Exemption* exemption = find_exemption(each.text());
    if (!exemption) {
      work_.problems().error(
          "unknown-exemption", Workspace::place(record, each),
          fmt::format("\"{}\" is no exemption of the Act and no exception of the Regulations",
                      each.text()),
          "Write it as \"FOIA s.43(2)\" or \"EIR reg.12(5)(e)\".");
      continue;
    }
    read.exemptions.push_back(exemption);
    if (exemption->exemption_class == ExemptionClass::qualified && !read.needs_test) {
      read.needs_test = true;
      read.first_needing_test = each;
    }
    list->push(work_.arena(), words_.exemption(*exemption, each));
  }
  derived.set(work_.arena(), words_.exemptions, Value::list(list));
  derived.set(work_.arena(), words_.public_interest_test, Value::boolean(read.needs_test));
}

void FoiJudge::judge_reasons(const Record& record, const Case& read) {
  if (!read.is_refused) return;
  if (read.exemptions.empty()) return work_.is_silent(Rule::foi_reasons);
  const auto named = field_.exemptions.of(record).items();
  for (const Value& each : named) {
    const Exemption* exemption = find_exemption(each.text());
    if (!exemption || exemption->regime == read.facts.regime) continue;
    return work_.finds(Rule::foi_reasons, &record, each, "exemption-of-other-regime",
                       read.facts.responded, {{"exemption", each}});
  }
  work_.keeps(Rule::foi_reasons);
}

void FoiJudge::judge_public_interest(const Record& record, const Case& read) {
  if (!read.is_refused || !read.needs_test) return;
  if (!trim(field_.public_interest.of(record).text()).empty()) {
    work_.keeps(Rule::foi_public_interest);
  } else if (field_.is_sourced()) {
    work_.is_silent(Rule::foi_public_interest);
  } else {
    work_.finds(Rule::foi_public_interest, &record, read.first_needing_test,
                "public-interest-not-recorded", read.facts.responded,
                {{"exemption", read.first_needing_test}});
  }
}

// FOIA s.12 and SI 2004/3244: above the limit, not at it. The law asks for an estimate, and the
// section 45 code that it be told; a record without one is silent.
void FoiJudge::judge_cost(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::foi_cost_limit;
  const Value hours = field_.estimated_hours.of(record);
  if (hours.is_number()) {
    derived.set(work_.arena(), words_.estimated_cost,
                Value::number(hours.as_number() * kCostOfHour));
  }
  if (read.outcome != "refused-cost-limit" || read.facts.regime != Regime::foi) return;
  if (!hours.is_number()) return work_.is_silent(kRule);
  if (hours.as_number() * kCostOfHour > kCostLimit) return work_.keeps(kRule);
  work_.finds(kRule, &record, hours, "refused-within-limit", read.facts.responded,
              {{"hours", hours}, {"limit", Value::number(kCostLimit / kCostOfHour)}});
}

}  // namespace glasshouse::rules
