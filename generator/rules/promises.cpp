#include "rules/promises.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rules/falling_due.h"
#include "rules/promise_words.h"
#include "rules/vague_words.h"

namespace glasshouse::rules {

namespace {

using model::Record;

class PromiseJudge {
 public:
  PromiseJudge(Workspace& work, const model::Collection& collection)
      : work_(work), field_(collection), words_(work) {}
  void judge(Record& record, std::vector<PromiseCase>& cases);

 private:
  struct Case : PromiseCase {
    PromiseFacts facts;
    std::optional<Date> made_on;
    int moves = 0;  // of the due date, to a later day
  };
  [[nodiscard]] Case read(const Record& record) const;
  [[nodiscard]] bool check(const Record& record, const Case& read) const;
  void check_percent(const Record& record, const Case& read) const;
  void read_moves(const Record& record, Case& read);
  void judge_dates(const Record& record, const Case& read);
  void judge_review(const Record& record, const Case& read);
  void judge_words(const Record& record, Case& read, Map& derived);
  void write(const Case& read, Map& derived);
  [[nodiscard]] int review_days() const {
    return static_cast<int>(work_.standards().promise_review_days);
  }

  Workspace& work_;
  PromiseFields field_;
  PromiseWords words_;
};

PromiseJudge::Case PromiseJudge::read(const Record& record) const {
  Case read;
  read.record = &record;
  read.priority = field_.priority.of(record).text();
  read.directorate = field_.directorate.of(record).text();
  read.wards = field_.wards.of(record);
  read.made_on = field_.made_on.date_of(record);
  read.facts.status = declared(field_.status.of(record).text());
  read.facts.due_original = field_.due_original.date_of(record);
  read.facts.due_current = field_.due_current.date_of(record);
  if (!read.facts.due_current) read.facts.due_current = read.facts.due_original;
  read.facts.last_reviewed = field_.last_reviewed.date_of(record);
  read.facts.next_review = field_.next_review.date_of(record);
  read.facts.has_evidence = !field_.evidence.of(record).items().empty();
  return read;
}

bool PromiseJudge::check(const Record& record, const Case& read) const {
  const std::string_view made_on = field_.made_on.name();
  bool ok = true;
  for (const TableField* later :
       {&field_.due_original, &field_.due_current, &field_.last_reviewed}) {
    ok &= check_order(work_, record, made_on, read.made_on, later->name(), later->of(record),
                      later->date_of(record));
  }
  const Value history = field_.due_history.of(record);
  if (!history.items().empty() && read.facts.due_current) {
    const Value last = history.items().back()["due"];
    const auto due = date_in(last);
    if (due && *due != *read.facts.due_current) {
      work_.problems().error(
          "due-history-disagrees", Workspace::place(record, last),
          fmt::format("the last move is to {}, but {} is {}", iso_date(*due),
                      field_.due_current.name(), iso_date(*read.facts.due_current)),
          "The last entry of the history is the date that holds now.");
      ok = false;
    }
  }
  check_percent(record, read);
  return ok;
}

void PromiseJudge::check_percent(const Record& record, const Case& read) const {
  const Value percent = field_.percent.of(record);
  if (!percent.is_number()) return;
  const double done = percent.as_number();
  const std::string_view status = field_.status.of(record).text();
  const bool contradicts = (read.facts.status == Declared::done && done < 100) ||
                           (read.facts.status == Declared::not_started && done > 0);
  if (done < 0 || done > 100) {
    work_.problems().error("percent-out-of-range", Workspace::place(record, percent),
                           fmt::format("{} is {}: a share lies between 0 and 100",
                                       field_.percent.name(), number_text(done)),
                           "Give the share that is done.");
  } else if (contradicts) {
    work_.problems().error("percent-disagrees", Workspace::place(record, percent),
                           fmt::format("{} is {}, yet the status is \"{}\"", field_.percent.name(),
                                       number_text(done), status),
                           "Correct whichever of the two is wrong.");
  }
}

void PromiseJudge::read_moves(const Record& record, Case& read) {
  std::optional<Date> before = read.facts.due_original;
  bool is_explained = true, has_moved = false;
  for (const Value& entry : field_.due_history.of(record).items()) {
    const auto due = date_in(entry["due"]);
    if (!due) continue;
    if (before && *due != *before) {
      has_moved = true;
      if (*due > *before) ++read.moves;
      const std::string_view reason = trim(entry["reason"].text());
      work_.statistics().promises.moves.push_back(
          {&record, date_in(entry["date"]), *before, *due, due->days - before->days, reason});
      if (reason.empty() && !field_.is_sourced()) {
        is_explained = false;
        work_.finds(Rule::promise_change_explained, &record, entry, "move-without-reason",
                    date_in(entry["date"]), {{"due", entry["due"]}});
      } else if (reason.empty()) {
        is_explained = false;
        work_.is_silent(Rule::promise_change_explained);
      }
    }
    before = due;
  }
  if (has_moved && is_explained) work_.keeps(Rule::promise_change_explained);
  // A date that moved without a line of history moved once at least.
  if (!has_moved && read.stands.slipped_days > 0) {
    read.moves = 1;
    work_.statistics().promises.moves.push_back({&record,
                                                 std::nullopt,
                                                 *read.facts.due_original,
                                                 *read.facts.due_current,
                                                 read.stands.slipped_days,
                                                 {}});
    if (field_.is_sourced()) return work_.is_silent(Rule::promise_change_explained);
    work_.finds(Rule::promise_change_explained, &record, field_.due_current.of(record),
                "move-without-reason", std::nullopt,
                {{"due", work_.date(*read.facts.due_current)}});
  }
}

void PromiseJudge::judge_dates(const Record& record, const Case& read) {
  const PromiseFacts& facts = read.facts;
  const Value due = facts.due_current ? work_.date(*facts.due_current) : Value();
  const bool is_declared = facts.status != Declared::nothing;
  if (!is_declared && read.stands.past_due) work_.is_silent(Rule::promise_on_time);
  if (is_declared && facts.due_current && *facts.due_current < work_.as_of()) {
    const Date since{facts.due_current->days + 1};
    if (read.stands.overdue) {
      work_.finds(Rule::promise_on_time, &record, field_.due_current.of(record), "promise-overdue",
                  since, {{"due", due}, {"days", Value::number(read.stands.days_past_due)}});
    } else {
      work_.keeps(Rule::promise_on_time);
    }
  }
  if (facts.status == Declared::on_track) {
    if (read.stands.disputed) {
      work_.finds(Rule::promise_as_declared, &record, field_.status.of(record),
                  "on-track-but-overdue", Date{facts.due_current->days + 1}, {{"due", due}});
    } else {
      work_.keeps(Rule::promise_as_declared);
    }
  }
  const bool is_closed = facts.status == Declared::done || facts.status == Declared::dropped;
  if (facts.due_current && !is_closed) falls_due(work_, *facts.due_current, record, "commitment");
  if (!facts.due_original || !facts.due_current) return;
  if (read.stands.slipped_days <= 0) return work_.keeps(Rule::promise_kept_to_date);
  work_.finds(Rule::promise_kept_to_date, &record, field_.due_current.of(record), "promise-slipped",
              Date{facts.due_original->days + 1},
              {{"due_original", field_.due_original.of(record)},
               {"due_current", due},
               {"days", Value::number(read.stands.slipped_days)}});
}

void PromiseJudge::judge_review(const Record& record, const Case& read) {
  const PromiseFacts& facts = read.facts;
  const bool is_closed = facts.status == Declared::done || facts.status == Declared::dropped;
  if (facts.status == Declared::done) {
    if (read.stands.unevidenced) {
      work_.finds(Rule::promise_evidence, &record, field_.status.of(record),
                  "done-without-evidence", std::nullopt, {});
    } else {
      work_.keeps(Rule::promise_evidence);
    }
  }
  if (is_closed) return;
  if (!facts.last_reviewed || facts.status == Declared::nothing) {
    return work_.is_silent(Rule::promise_reviewed);
  }
  if (!read.stands.stale) return work_.keeps(Rule::promise_reviewed);
  const Value reviewed = field_.last_reviewed.of(record);
  if (read.stands.review_missed) {
    return work_.finds(
        Rule::promise_reviewed, &record, field_.next_review.of(record), "review-missed",
        Date{facts.next_review->days + 1},
        {{"next_review", field_.next_review.of(record)}, {"last_reviewed", reviewed}});
  }
  work_.finds(
      Rule::promise_reviewed, &record, reviewed, "promise-stale",
      Date{facts.last_reviewed->days + review_days() + 1},
      {{"last_reviewed", reviewed}, {"days", Value::number(read.stands.days_since_review)}});
}

void PromiseJudge::judge_words(const Record& record, Case& read, Map& derived) {
  constexpr Rule kRule = Rule::promise_checkable;
  Arena& arena = work_.arena();
  List* missing = nullptr;
  const auto lacks = [&](std::string_view part, std::string_view message) {
    if (!missing) missing = List::make(arena);
    missing->push(arena, work_.text(part));
    work_.finds(kRule, &record, Value(), message, read.made_on, {});
  };
  if (trim(field_.owner.of(record).text()).empty()) lacks("owner", "no-owner");
  if (!read.facts.due_current) lacks("date", "no-date");
  if (trim(field_.measure.of(record).text()).empty()) lacks("measure", "no-measure");
  if (missing) derived.set(arena, words_.missing, Value::list(missing));
  const Value text = field_.text.of(record);
  std::string joined;
  const auto vague = vague_words(text.text());
  if (!vague.empty()) {
    List* words = List::make(arena, vague.size());
    for (const std::string_view word : vague) {
      words->push(arena, work_.text(word));
      if (!joined.empty()) joined += "\", \"";
      joined += word;
    }
    derived.set(arena, words_.vague_words, Value::list(words));
    work_.finds(kRule, &record, text, "vague-words", read.made_on, {{"words", work_.text(joined)}});
  }
  read.vague = missing || !vague.empty();
  if (!read.vague) work_.keeps(kRule);
}

void PromiseJudge::write(const Case& read, Map& derived) {
  Arena& arena = work_.arena();
  const PromiseStanding& stands = read.stands;
  const auto flag = [&](Value key, bool is_so) {
    if (is_so) derived.set(arena, key, Value::boolean(true));
  };
  const auto number = [&](Value key, int value) {
    if (value != 0) derived.set(arena, key, Value::number(value));
  };
  const Value word = words_.standings[static_cast<std::size_t>(stands.standing)];
  derived.set(arena, words_.status, word);
  if (read.facts.status != Declared::nothing) {
    const bool agrees = field_.status.of(*read.record).text() == word.text();
    derived.set(arena, words_.agrees, Value::boolean(agrees));
  }
  flag(words_.past_due, stands.past_due);
  number(words_.days_past_due, stands.days_past_due);
  flag(words_.overdue, stands.overdue);
  number(words_.slipped_days, stands.slipped_days);
  number(words_.slipped_times, read.moves);
  flag(words_.stale, stands.stale);
  number(words_.days_since_review, stands.days_since_review);
  flag(words_.unevidenced, stands.unevidenced);
  flag(words_.disputed, stands.disputed);
}

void PromiseJudge::judge(Record& record, std::vector<PromiseCase>& cases) {
  field_.load(record);
  Case read = this->read(record);
  Map* derived = Map::make(work_.arena(), 6);
  if (check(record, read)) {
    read.stands = stand(read.facts, work_.as_of(), review_days());
    read_moves(record, read);
    judge_dates(record, read);
    judge_review(record, read);
    write(read, *derived);
  }
  judge_words(record, read, *derived);
  record.derived = Value::map(derived);
  cases.push_back(static_cast<PromiseCase&>(read));
}

}  // namespace

void derive_promises(Workspace& work, model::Collection& collection,
                     std::vector<PromiseCase>& cases) {
  PromiseJudge judge(work, collection);
  cases.reserve(cases.size() + collection.records.size());
  for (Record* record : in_source_order(collection)) judge.judge(*record, cases);
}

}  // namespace glasshouse::rules
