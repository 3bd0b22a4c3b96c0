#include "rules/explain.h"

#include <algorithm>
#include <array>

#include "rules/explain_step.h"

namespace glasshouse::rules {

namespace {

using model::Record;

constexpr std::array kFormulas = {
    Formula{"working-days-after", "the working day that is {days} after {from}, which is day zero"},
    Formula{
        "working-days-after-without-fee",
        "the working day that is {days} after {from}; {not_counted} days from the fees notice to "
        "its payment do not count"},
    Formula{"extended-to",
            "{statutory_deadline} is {days} working days after {from}; extended to {until}"},
    Formula{"working-days-between", "working days after {from}, up to and including {to}"},
    Formula{"answer-against-deadline", "answered on {responded}; the deadline was {deadline}"},
    Formula{"today-against-deadline", "not answered by {as_of}; the deadline is {deadline}"},
    Formula{"clear-days-between", "clear days between {from} and {to}, neither of them counted"},
    Formula{"clear-working-days-between",
            "clear working days between {from} and {to}, neither of them counted"},
    Formula{"clear-working-days-before", "{days} clear working days before {to}"},
    Formula{"days-between", "days from {from} to {to}"},
    Formula{"standing", "declared {declared}, due on {due}, as at {as_of}"},
    Formula{"sum", "the sum of {parts}"},
    Formula{"share", "{part} of {whole}, in per cent"},
    Formula{"rows-against-total", "the sum of the rows against the printed total"},
    Formula{"against-target",
            "{value} against a target of {target}, {direction}, within {tolerance}"},
    Formula{"change", "{to} less {from}"},
    Formula{"from-promises", "by how the promises that answer it stand"},
};

void explain_foi(Steps& steps) {
  const Value starts = steps.derived("clock_starts"), deadline = steps.derived("deadline");
  const Value statutory = steps.derived("statutory_deadline"), out = steps.derived("not_counted");
  const std::string_view rule =
      steps.field("regime").text() == "eir" ? "eir-deadline" : "foi-deadline";
  const auto kind = WorkingDays::freedom_of_information;
  const Value days = Value::number(20);
  if (statutory.has_value()) {
    steps.step(
        "deadline", "extended-to",
        {{"from", starts}, {"days", days}, {"statutory_deadline", statutory}, {"until", deadline}},
        "foi-extension", steps.skipped(starts, statutory, kind));
  } else if (out.has_value()) {
    steps.step("deadline", "working-days-after-without-fee",
               {{"from", starts}, {"days", days}, {"not_counted", out}}, rule,
               steps.skipped(starts, deadline, kind));
  } else {
    steps.step("deadline", "working-days-after", {{"from", starts}, {"days", days}}, rule,
               steps.skipped(starts, deadline, kind));
  }
  const Value responded = steps.field("responded");
  const Value end = responded.has_value() ? responded : steps.as_of();
  steps.step("working_days", "working-days-between", {{"from", starts}, {"to", end}}, rule,
             steps.skipped(starts, end, kind));
  if (responded.has_value()) {
    steps.step("timeliness", "answer-against-deadline",
               {{"responded", responded}, {"deadline", deadline}}, rule);
  } else {
    steps.step("timeliness", "today-against-deadline",
               {{"as_of", steps.as_of()}, {"deadline", deadline}}, rule);
  }
  const Value requested = steps.field("internal_review")["requested"];
  const Value review = steps.derived("internal_review")["deadline"];
  steps.step("internal_review", "working-days-after",
             {{"from", requested}, {"days", Value::number(rule == "eir-deadline" ? 40 : 20)}},
             "foi-review", steps.skipped(requested, review, kind));
}

void explain_decision(Steps& steps) {
  const Value decided = steps.field("decided"), notice = steps.field("notice_published");
  const Value published = steps.field("published");
  const auto kind = WorkingDays::council_notices;
  const auto between = [&](std::string_view key, Value from, Value to, std::string_view rule) {
    steps.step(key, "clear-working-days-between", {{"from", from}, {"to", to}}, rule,
               steps.skipped(from, to, kind));
  };
  steps.step("notice_clear_days", "clear-days-between", {{"from", notice}, {"to", decided}},
             "key-decision-notice");
  between("notice_clear_working_days", notice, decided, "key-decision-notice");
  steps.step("private_notice_28_clear_days", "clear-days-between",
             {{"from", steps.field("private_notice_28")}, {"to", decided}},
             "private-meeting-notice");
  between("private_notice_5_clear_days", steps.field("private_notice_5"), decided,
          "private-meeting-notice");
  steps.step("working_days_to_publish", "working-days-between",
             {{"from", decided}, {"to", published}}, "decision-published",
             steps.skipped(decided, published, kind));
  const Value last = steps.field("call_in")["deadline"];
  const Value from = published.has_value() ? published : decided;
  steps.step("call_in_working_days", "working-days-between", {{"from", from}, {"to", last}},
             "call-in", steps.skipped(from, last, kind));
}

void explain_promise(Steps& steps) {
  const Value original = steps.field("due_original");
  Value due = steps.field("due_current");
  if (!due.has_value()) due = original;
  steps.step("status", "standing",
             {{"declared", steps.field("status")}, {"due", due}, {"as_of", steps.as_of()}},
             "promise-as-declared");
  steps.step("days_past_due", "days-between", {{"from", due}, {"to", steps.as_of()}},
             "promise-on-time");
  steps.step("slipped_days", "days-between", {{"from", original}, {"to", due}},
             "promise-kept-to-date");
  steps.step("days_since_review", "days-between",
             {{"from", steps.field("last_reviewed")}, {"to", steps.as_of()}}, "promise-reviewed");
}

void explain_saving(Steps& steps, const model::Site& site, const Record& record) {
  Arena& arena = steps.arena();
  List* parts = List::make(arena, 4);
  for (const std::string_view name : {"on_track", "at_risk", "delayed", "undeliverable"}) {
    if (steps.field(name).has_value()) parts->push(arena, Value::string(arena, name));
  }
  steps.step("accounted_for", "sum", {{"parts", Value::list(parts)}}, {});
  steps.step("on_track_per_cent", "share",
             {{"part", steps.field("on_track")}, {"whole", steps.field("target")}}, {});
  for (const model::SavingsSnapshot& snapshot : site.statistics.savings) {
    if (snapshot.printed_total != &record) continue;
    std::vector<const Record*> rows;
    for (const model::SavingsGroup& group : snapshot.directorates) {
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
    }
    steps.step("reconciles", "rows-against-total", {}, {}, Value(), steps.records(rows));
  }
}

void explain_indicator(Steps& steps) {
  const Value latest = steps.derived("latest")["value"];
  Value before = steps.derived("previous")["value"];
  if (!before.has_value()) before = steps.field("baseline");
  Value tolerance = steps.field("tolerance");
  if (!tolerance.has_value()) tolerance = Value::number(0);
  for (const std::string_view key : {"rag", "distance"}) {
    steps.step(key, "against-target",
               {{"value", latest},
                {"target", steps.field("target")},
                {"tolerance", tolerance},
                {"direction", steps.field("direction")}},
               {});
  }
  for (const std::string_view key : {"change", "trend"}) {
    steps.step(key, "change", {{"from", before}, {"to", latest}}, {});
  }
}

void explain_meeting(Steps& steps) {
  const Value day = steps.derived("day"), published = steps.field("agenda_published");
  const auto kind = WorkingDays::council_notices;
  const Value by = steps.derived("agenda_by");
  steps.step("agenda_by", "clear-working-days-before", {{"days", Value::number(5)}, {"to", day}},
             "agenda-notice", steps.skipped(by, day, kind));
  steps.step("agenda_clear_days", "clear-working-days-between", {{"from", published}, {"to", day}},
             "agenda-notice", steps.skipped(published, day, kind));
}

void explain_recommendation(Steps& steps, const Record& record) {
  std::vector<const Record*> promises;
  for (const auto* links : {&record.links, &record.linked_from}) {
    for (const model::Link& link : *links) {
      const bool is_promise = link.record->collection->kind() == schema::Kind::commitment;
      if (!is_promise || link.record->withdrawn) continue;
      if (std::find(promises.begin(), promises.end(), link.record) == promises.end()) {
        promises.push_back(link.record);
      }
    }
  }
  steps.step("answer", "from-promises", {}, "recommendation-answered", Value(),
             steps.records(promises));
}

}  // namespace

std::span<const Formula> formulas() { return kFormulas; }

Value explain(const model::Site& site, const Record& record, Arena& arena) {
  if (!record.derived.is_map()) return {};
  Steps steps(site, record, arena);
  switch (record.collection->kind()) {
    case schema::Kind::foi:
      explain_foi(steps);
      break;
    case schema::Kind::decision:
      explain_decision(steps);
      break;
    case schema::Kind::commitment:
      explain_promise(steps);
      break;
    case schema::Kind::saving:
      explain_saving(steps, site, record);
      break;
    case schema::Kind::indicator:
      explain_indicator(steps);
      break;
    case schema::Kind::meeting:
      explain_meeting(steps);
      break;
    case schema::Kind::recommendation:
      explain_recommendation(steps, record);
      break;
    default:
      break;
  }
  return steps.value();
}

}  // namespace glasshouse::rules
