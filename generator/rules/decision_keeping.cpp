// How long the record of a decision stays open to the public.
//
// SI 2014/2095 reg 8: the record of an officer's decision for six years that begin on the day of
// the decision, its background papers for four. Local Government Act 1972 s.100C and s.100D: the
// same of the minutes and papers of the council and its committees. SI 2012/2089 reg 14 and 15 name
// no time for the executive; its records are held to the same six years.
#include "rules/decision_judge.h"
#include "rules/months.h"

namespace glasshouse::rules {

using model::Record;

namespace {

bool is_kept_open(DecisionMaker maker) {
  return maker != DecisionMaker::unknown && maker != DecisionMaker::outside;
}

// The last of the years that begin on the day itself.
Date open_until(Date decided) { return Date{add_months(decided, 12 * kYearsOpen).days - 1}; }

}  // namespace

void DecisionJudge::judge_keeping(const Case& read, Map& derived) {
  if (!read.decided || !is_kept_open(read.maker)) return;
  set(derived, words_.keep_until, work_.date(open_until(*read.decided)));
  work_.keeps(Rule::decision_kept);
}

// A record that was withdrawn publishes nothing of what it held; the rule reads it from the file,
// and says no more than that the day came too early.
void DecisionJudge::judge_withdrawal(const Record& record) {
  constexpr Rule kRule = Rule::decision_kept;
  const model::Collection& collection = *record.collection;
  const Value file = record.source->fields, day = record.fields["withdrawn"]["date"];
  const auto decided = date_in(file[collection.definition.field("decided")]);
  const auto withdrawn = date_in(day);
  const DecisionMaker maker = maker_of(file[collection.definition.field("decision_maker")].text());
  if (!decided || !withdrawn) return work_.is_silent(kRule);
  if (!is_kept_open(maker)) return;
  if (*withdrawn > open_until(*decided)) return work_.keeps(kRule);
  work_.finds(kRule, &record, day, "withdrawn-too-early", withdrawn, {{"withdrawn", day}});
}

}  // namespace glasshouse::rules
