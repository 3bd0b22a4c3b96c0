#include "rules/foi.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "rules/falling_due.h"
#include "rules/foi_judge.h"

namespace glasshouse::rules {

using model::Record;

namespace {

constexpr std::string_view kOtherRegime = "other";

Rule deadline_rule(Regime regime) {
  return regime == Regime::eir ? Rule::eir_deadline : Rule::foi_deadline;
}

}  // namespace

FoiJudge::Case FoiJudge::read(const Record& record) const {
  Case read;
  read.record = &record;
  read.outcome_value = field_.outcome.of(record);
  read.outcome = read.outcome_value.text();
  read.directorate = field_.directorate.of(record).text();
  read.should_be_dataset = !field_.datasets.of(record).items().empty();
  read.extension = field_.extension.of(record);
  read.review = field_.internal_review.of(record);
  FoiFacts& facts = read.facts;
  if (const auto received = field_.received.date_of(record)) facts.received = *received;
  facts.regime = field_.regime.of(record).text() == "eir" ? Regime::eir : Regime::foi;
  facts.clarification_requested = field_.clarification_requested.date_of(record);
  facts.clarification_received = field_.clarification_received.date_of(record);
  facts.fees_notice = field_.fees_notice.date_of(record);
  facts.fees_paid = field_.fees_paid.date_of(record);
  facts.responded = field_.responded.date_of(record);
  facts.is_open = read.outcome == "open" || read.outcome.empty();
  facts.is_lapsed = read.outcome == "lapsed" || read.outcome == "withdrawn";
  if (read.extension.is_map()) {
    facts.extended = true;
    const std::string_view ground = read.extension["ground"].text();
    if (ground == "public-interest-test") facts.ground = Ground::public_interest;
    if (ground == "complex-and-voluminous") facts.ground = Ground::complex;
    facts.until = date_in(read.extension["until"]);
    facts.told = date_in(read.extension["told"]);
  }
  read.received = facts.received;
  read.is_refused = is_refusal(read.outcome);
  return read;
}

bool FoiJudge::check_dates(const Record& record, const Case& read) const {
  const FoiFacts& facts = read.facts;
  const std::string_view received = field_.received.name();
  bool ok = true;
  const auto after_receipt = [&](const TableField& key, std::optional<Date> date) {
    ok &= check_order(work_, record, received, facts.received, key.name(), key.of(record), date);
  };
  after_receipt(field_.responded, facts.responded);
  after_receipt(field_.clarification_requested, facts.clarification_requested);
  after_receipt(field_.fees_notice, facts.fees_notice);
  ok &= check_order(work_, record, field_.clarification_requested.name(),
                    facts.clarification_requested, field_.clarification_received.name(),
                    field_.clarification_received.of(record), facts.clarification_received);
  ok &= check_order(work_, record, field_.fees_notice.name(), facts.fees_notice,
                    field_.fees_paid.name(), field_.fees_paid.of(record), facts.fees_paid);
  ok &= check_order(work_, record, received, facts.received, "extension.told",
                    read.extension["told"], facts.told);
  ok &= check_order(work_, record, received, facts.received, "extension.until",
                    read.extension["until"], facts.until);
  if (!read.review.is_map()) return ok;
  const auto requested = date_in(read.review["requested"]);
  ok &= check_order(work_, record, received, facts.received, "internal_review.requested",
                    read.review["requested"], requested);
  ok &= check_order(work_, record, "internal_review.requested", requested,
                    "internal_review.completed", read.review["completed"],
                    date_in(read.review["completed"]));
  return ok;
}

void FoiJudge::judge_time(const Record& record, const Case& read, const FoiClock& clock) {
  const Rule rule = deadline_rule(read.facts.regime);
  const Date since{clock.deadline.days + 1};
  switch (clock.timeliness) {
    case Timeliness::in_time:
    case Timeliness::permitted_extension:
      return work_.keeps(rule);
    case Timeliness::late:
      return work_.finds(rule, &record, field_.responded.of(record), "answered-late", since,
                         {{"deadline", work_.date(clock.deadline)},
                          {"responded", field_.responded.of(record)},
                          {"working_days", Value::number(clock.working_days)},
                          {"days_late", Value::number(clock.days_late)}});
    case Timeliness::overdue:
      return work_.finds(rule, &record, field_.received.of(record), "answer-overdue", since,
                         {{"deadline", work_.date(clock.deadline)},
                          {"working_days", Value::number(clock.working_days)},
                          {"days_late", Value::number(clock.days_late)}});
    case Timeliness::not_in_the_source:
      return work_.is_silent(rule);
    case Timeliness::open:
      return falls_due(work_, clock.deadline, record, "foi-answer");
    case Timeliness::on_hold:
    case Timeliness::lapsed:
      return;
  }
}

void FoiJudge::judge_extension(const Record& record, const Case& read, const FoiClock& clock) {
  const FoiFacts& facts = read.facts;
  if (!facts.extended) return;
  const Value at = read.extension;
  const std::optional<Date> since = facts.told;
  if (!clock.ground_exists) {
    work_.finds(Rule::foi_extension, &record, at, "extension-ground-not-in-law", since,
                {{"ground", at["ground"]}});
  } else if (!clock.told_in_time) {
    work_.finds(Rule::foi_extension, &record, at["told"], "extension-told-late", since,
                {{"told", at["told"]}, {"deadline", work_.date(clock.statutory_deadline)}});
  } else if (facts.until && *facts.until > clock.fortieth) {
    work_.finds(Rule::foi_extension, &record, at["until"], "extension-too-long", clock.fortieth,
                {{"until", at["until"]}, {"limit", work_.date(clock.fortieth)}});
  } else if (facts.ground == Ground::public_interest && !read.exemptions.empty() &&
             !read.needs_test) {
    work_.finds(Rule::foi_extension, &record, at, "extension-without-test", since, {});
  } else {
    work_.keeps(Rule::foi_extension);
  }
}

void FoiJudge::judge_clock(const Record& record, Case& read, Map& derived) {
  const auto clock = run_clock(read.facts, work_.calendar(), work_.as_of());
  if (!clock) return work_.lacks_year(deadline_rule(read.facts.regime), read.facts.received);
  Arena& arena = work_.arena();
  read.timeliness = clock->timeliness;
  read.is_answered = read.facts.responded && clock->timeliness != Timeliness::lapsed;
  read.working_days = clock->working_days;
  derived.set(arena, words_.clock_starts, work_.date(clock->starts));
  derived.set(arena, words_.deadline, work_.date(clock->deadline));
  if (clock->extension_counts) {
    derived.set(arena, words_.statutory_deadline, work_.date(clock->statutory_deadline));
  }
  const bool has_run = read.is_answered || clock->timeliness == Timeliness::open ||
                       clock->timeliness == Timeliness::overdue;
  if (has_run) derived.set(arena, words_.working_days, Value::number(clock->working_days));
  if (clock->not_counted > 0) {
    derived.set(arena, words_.not_counted, Value::number(clock->not_counted));
  }
  if (clock->days_late > 0) derived.set(arena, words_.days_late, Value::number(clock->days_late));
  derived.set(arena, words_.timeliness, words_.of(clock->timeliness));
  judge_time(record, read, *clock);
  judge_extension(record, read, *clock);
}

void FoiJudge::judge_review(const Record& record, Case& read, Map& derived) {
  const auto requested = date_in(read.review["requested"]);
  if (!requested) return;
  read.reviewed = true;
  read.review_changed = read.review["outcome"].text().starts_with("answer-changed");
  const auto completed = date_in(read.review["completed"]);
  const auto clock =
      run_review_clock(*requested, completed, read.facts.regime, work_.calendar(), work_.as_of());
  if (!clock) return work_.lacks_year(Rule::foi_review, *requested);
  derived.set(work_.arena(), words_.internal_review,
              work_.map({{"deadline", work_.date(clock->deadline)},
                         {"working_days", Value::number(clock->working_days)},
                         {"timeliness", words_.of(clock->timeliness)}}));
  const Date since{clock->deadline.days + 1};
  const Value deadline = work_.date(clock->deadline);
  if (clock->timeliness == Timeliness::in_time) {
    work_.keeps(Rule::foi_review);
  } else if (clock->timeliness == Timeliness::late) {
    const Value at = read.review["completed"];
    const bool is_late = *completed > clock->exceptional;
    work_.finds(Rule::foi_review, &record, at, is_late ? "review-late" : "review-over-20", since,
                {{"completed", at}, {"deadline", deadline}});
  } else if (clock->timeliness == Timeliness::overdue) {
    work_.finds(Rule::foi_review, &record, read.review, "review-overdue", since,
                {{"deadline", deadline}});
  } else {
    falls_due(work_, clock->deadline, record, "foi-review");
  }
}

// Another country's law: its clock, its sections and its tests are not ours to apply, and no figure
// of our law counts it. What cannot be true is wrong there too.
void FoiJudge::check_truth(const Record& record, const Case& read) const {
  check_open(record, read);
  if (field_.received.date_of(record)) (void)check_dates(record, read);
}

void FoiJudge::judge(Record& record, std::vector<FoiCase>& cases) {
  field_.load(record);
  Case read = this->read(record);
  if (field_.regime.of(record).text() == kOtherRegime) return check_truth(record, read);
  Map* derived = Map::make(work_.arena(), 6);
  read_exemptions(record, read, *derived);
  check_outcome(record, read);
  if (!field_.received.date_of(record)) {
    work_.is_silent(deadline_rule(read.facts.regime));
  } else if (check_dates(record, read)) {
    judge_clock(record, read, *derived);
    judge_review(record, read, *derived);
  }
  judge_reasons(record, read);
  judge_public_interest(record, read);
  judge_cost(record, read, *derived);
  if (!derived->empty()) record.derived = Value::map(derived);
  if (field_.received.date_of(record)) cases.push_back(std::move(static_cast<FoiCase&>(read)));
}

void derive_foi(Workspace& work, model::Collection& collection, std::vector<FoiCase>& cases) {
  FoiJudge judge(work, collection);
  cases.reserve(cases.size() + collection.records.size());
  for (Record* record : in_source_order(collection)) judge.judge(*record, cases);
}

}  // namespace glasshouse::rules
