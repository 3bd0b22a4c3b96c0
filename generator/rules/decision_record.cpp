// What the record of a decision holds: its parts, and why it is a key decision.
#include <cmath>
#include <span>

#include "rules/decision_judge.h"
#include "rules/pounds.h"

namespace glasshouse::rules {

using model::Record;

// Reg 8(1)(a): spending or saving that is significant for the budget of the service; the council
// says from what sum on. A smaller sum may be significant for a small service, so a key decision
// below it is no finding.
bool DecisionJudge::is_significant(const Record& record) const {
  const Value value = field_.value.of(record);
  const unsigned limit = work_.standards().key_decision_value;
  return limit > 0 && value.is_number() && value.as_number() * unit_ >= limit;
}

void DecisionJudge::judge_limbs(const Record& record, const Case& read) {
  constexpr Rule kRule = Rule::key_decision_limbs;
  if (!read.says_key || read.maker != DecisionMaker::executive) return;
  const Value limbs = field_.key_limbs.of(record);
  const Value wards = field_.wards.of(record);
  const Blanks count = {{"wards", Value::number(static_cast<double>(read.wards))}};
  bool names_wards = false, names_money = false;
  for (const Value& limb : limbs.items()) {
    names_wards |= limb.text() == "two-or-more-wards";
    names_money |= limb.text() == "spend-or-saving";
  }
  const auto finds = [&](Value at, std::string_view message, Blanks blanks) {
    work_.finds(kRule, &record, at, message, read.decided, blanks);
  };
  const bool is_significant = this->is_significant(record);
  const Value value = field_.value.of(record);
  const auto finds_value = [&](std::string_view message) {
    const unsigned limit = work_.standards().key_decision_value;
    finds(value, message,
          {{"value", work_.text(pounds(std::llround(value.as_number() * unit_ * 100)))},
           {"limit", work_.text(pounds(std::int64_t{100} * limit))}});
  };
  if (!read.is_key) {
    if (is_significant) finds_value("value-but-not-key");
    if (read.wards >= 2) finds(wards, "wards-but-not-key", count);
    if (is_significant || read.wards >= 2) return;
  } else if (limbs.items().empty()) {
    if (read.sourced) return work_.is_silent(kRule);
    return finds(field_.key_decision.of(record), "limb-not-named", {});
  } else if (is_significant && !names_money) {
    return finds_value("value-limb-not-named");
  } else if (read.wards >= 2 && !names_wards) {
    return finds(wards, "wards-limb-not-named", count);
  } else if (names_wards && read.wards == 1) {
    return finds(wards, "wards-limb-without-wards", count);
  } else if (names_money && !field_.value.of(record).is_number() && !read.sourced) {
    return finds(limbs, "spend-limb-without-value", {});
  }
  work_.keeps(kRule);
}

// Lists may be empty: "none was declared" is a statement, and its absence is not.
void DecisionJudge::judge_parts(const Record& record, const Case& read, Map& derived) {
  const bool by_executive = read.maker == DecisionMaker::executive;
  if (!by_executive && read.maker != DecisionMaker::officer) return;
  const Rule rule = by_executive ? Rule::decision_record : Rule::officer_decision_record;
  const TableField* const parts[] = {&field_.decision,  &field_.decided,
                                     &field_.reasons,   &field_.alternatives_rejected,
                                     &field_.conflicts, &field_.dispensations};
  List* missing = nullptr;
  for (const TableField* part : std::span(parts).first(by_executive ? 6 : 4)) {
    if (is_filled(part->of(record))) continue;
    if (!missing) missing = List::make(work_.arena());
    const Value name = work_.text(part->name());
    missing->push(work_.arena(), name);
    if (!read.sourced) {
      work_.finds(rule, &record, Value(), "record-part-missing", read.decided, {{"part", name}});
    }
  }
  set(derived, words_.record_complete, Value::boolean(!missing));
  if (missing) set(derived, words_.record_missing, Value::list(missing));
  if (!missing) work_.keeps(rule);
  if (missing && read.sourced) work_.is_silent(rule);
}

}  // namespace glasshouse::rules
