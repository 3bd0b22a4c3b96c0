#include "rules/decisions.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "base/text.h"
#include "rules/decision_judge.h"
#include "rules/falling_due.h"
#include "rules/months.h"

namespace glasshouse::rules {

using model::Record;

namespace {

constexpr auto kCouncil = WorkingDays::council_notices;

Urgency urgency_of(std::string_view text) {
  if (text == "general-exception") return Urgency::general_exception;
  return text == "special-urgency" ? Urgency::special_urgency : Urgency::none;
}

}  // namespace

double DecisionJudge::pounds_of_unit(const model::Collection& collection) {
  const model::Field* value = collection.field(collection.definition.field("value"));
  if (!value) return 1;
  if (value->unit.find("million") != std::string_view::npos) return 1e6;
  return value->unit.find("thousand") != std::string_view::npos ? 1e3 : 1;
}

DecisionMaker DecisionJudge::maker_of(std::string_view name) {
  const auto [entry, is_new] = maker_by_name_.try_emplace(name);
  if (is_new) entry->second = decision_maker(name);
  return entry->second;
}

DecisionJudge::Case DecisionJudge::read(const Record& record) {
  Case read;
  read.record = &record;
  read.maker = maker_of(field_.decision_maker.of(record).text());
  read.decided = field_.decided.date_of(record);
  read.published = field_.published.date_of(record);
  const std::string_view period = field_.decided_period.of(record).text();
  if (read.decided) {
    read.year = read.decided->year();
  } else if (const auto year = parse_date(fmt::format("{}-01-01", period.substr(0, 4)))) {
    read.year = year->year();
  }
  const Value is_private = field_.is_private.of(record);
  read.says_private = is_private.is_boolean();
  read.is_private = is_private.is_true();
  const Value is_key = field_.key_decision.of(record);
  read.says_key = is_key.is_boolean();
  read.is_key = is_key.is_true();
  read.urgency = urgency_of(field_.urgency.of(record).text());
  read.wards = field_.wards.of(record).items().size();
  read.called_in = date_in(field_.call_in.of(record)["called_in"]).has_value();
  read.sourced = field_.is_sourced();
  return read;
}

bool DecisionJudge::check_dates(const Record& record, const Case& read) const {
  const std::string_view decided = field_.decided.name();
  const Value call_in = field_.call_in.of(record);
  bool ok = check_order(work_, record, decided, read.decided, field_.published.name(),
                        field_.published.of(record), read.published);
  ok &= check_order(work_, record, decided, read.decided, "call_in.deadline", call_in["deadline"],
                    date_in(call_in["deadline"]));
  ok &= check_order(work_, record, decided, read.decided, "call_in.called_in", call_in["called_in"],
                    date_in(call_in["called_in"]));
  return ok;
}

void DecisionJudge::judge_notice(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::key_decision_notice;
  if (!read.is_key) return;
  const auto notice = field_.notice_published.date_of(record);
  if (!read.decided || (read.sourced && !notice && read.urgency == Urgency::none)) {
    return work_.is_silent(kRule);
  }
  const auto judged = judge_key_notice(notice, *read.decided, read.urgency,
                                       field_.urgency_agreed.date_of(record), work_.calendar());
  if (!judged) return work_.lacks_year(kRule, *notice);
  for (const auto& [name, value] : notices_) {
    if (name == name_of(judged->state)) set(derived, words_.notice, value);
  }
  const Value clear = Value::number(judged->clear_days.value_or(0));
  if (judged->clear_days) set(derived, words_.notice_clear_days, clear);
  const Value working = Value::number(judged->clear_working_days.value_or(0));
  if (judged->clear_working_days) set(derived, words_.notice_clear_working_days, working);
  const Value at = field_.notice_published.of(record), urgency = field_.urgency.of(record);
  const Value agreed = field_.urgency_agreed.of(record);
  const auto finds = [&](Value where, std::string_view message, Blanks blanks) {
    work_.finds(kRule, &record, where, message, read.decided, blanks);
  };
  switch (judged->state) {
    case NoticeState::full:
      return work_.keeps(kRule);
    case NoticeState::general_exception:
    case NoticeState::special_urgency:
      if (is_filled(field_.urgency_reason.of(record)) || read.sourced) return work_.keeps(kRule);
      return finds(urgency, "urgency-without-reason", {});
    case NoticeState::missing:
      return finds(field_.key_decision.of(record), "notice-missing", {});
    case NoticeState::too_short:
      return finds(at, "notice-too-short", {{"notice", at}, {"clear_days", clear}});
    case NoticeState::exception_too_short:
      return finds(at, "general-exception-too-short", {{"notice", at}, {"clear_days", working}});
    case NoticeState::not_agreed:
      return finds(urgency, "urgency-not-agreed", {});
    case NoticeState::agreed_after:
      return finds(agreed, "urgency-agreed-after",
                   {{"agreed", agreed}, {"decided", field_.decided.of(record)}});
  }
}

void DecisionJudge::judge_publication(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::decision_published;
  if (read.maker != DecisionMaker::executive && read.maker != DecisionMaker::officer) return;
  if (!read.decided || !read.published) return work_.is_silent(kRule);
  const auto days = work_.calendar().count(*read.decided, *read.published, kCouncil);
  if (!days) return work_.lacks_year(kRule, *read.decided);
  set(derived, words_.working_days_to_publish, Value::number(*days));
  if (*days <= static_cast<int>(work_.standards().decision_publication_days))
    return work_.keeps(kRule);
  work_.finds(kRule, &record, field_.published.of(record), "published-late", read.published,
              {{"published", field_.published.of(record)},
               {"decided", field_.decided.of(record)},
               {"working_days", Value::number(*days)}});
}

// Reg 19: the executive tells the council of what it decided in special urgency, at the times that
// the council sets, and once a year at least.
void DecisionJudge::judge_urgency_report(const Record& record, const Case& read) {
  constexpr Rule kRule = Rule::urgency_reported;
  if (read.urgency != Urgency::special_urgency || read.maker != DecisionMaker::executive) return;
  if (!read.decided) return work_.is_silent(kRule);
  const Date last =
      add_months(*read.decided, static_cast<int>(work_.standards().urgency_report_months));
  const Value at = field_.urgency_reported.of(record);
  const auto reported = date_in(at);
  if (reported && *reported <= last) return work_.keeps(kRule);
  if (reported) {
    return work_.finds(kRule, &record, at, "urgency-reported-late", Date{last.days + 1},
                       {{"reported", at}, {"due", work_.date(last)}});
  }
  if (last >= work_.as_of()) return falls_due(work_, last, record, "urgency-report");
  if (read.sourced) return work_.is_silent(kRule);
  work_.finds(kRule, &record, field_.urgency.of(record), "urgency-not-reported",
              Date{last.days + 1}, {{"due", work_.date(last)}});
}

std::optional<Date> DecisionJudge::last_day_to_call_in(const Record& record, const Case& read,
                                                       Map& derived) {
  const auto named = date_in(field_.call_in.of(record)["deadline"]);
  const int days = static_cast<int>(work_.standards().call_in_days);
  const bool waits =
      read.maker == DecisionMaker::executive && read.urgency != Urgency::special_urgency;
  if (named || days == 0 || !waits || !read.published) return named;
  const auto last = work_.calendar().add(*read.published, days, kCouncil);
  if (last) {
    set(derived, words_.call_in_deadline, work_.date(*last));
  } else {
    work_.lacks_year(Rule::call_in, *read.published);
  }
  return last;
}

void DecisionJudge::judge_call_in(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::call_in;
  const Value call_in = field_.call_in.of(record);
  const auto called_in = date_in(call_in["called_in"]);
  const auto deadline = last_day_to_call_in(record, read, derived);
  const int wanted = static_cast<int>(work_.standards().call_in_days);
  bool is_short = false;
  if (!deadline && !called_in) {
    if (read.maker != DecisionMaker::executive) return;
    if (read.urgency == Urgency::special_urgency) return work_.keeps(kRule);
    if (read.sourced || !read.decided) return work_.is_silent(kRule);
    return work_.finds(kRule, &record, Value(), "no-call-in-window", read.decided, {});
  }
  if (deadline && (read.published || read.decided)) {
    const Date from = read.published.value_or(read.decided.value_or(*deadline));
    const auto days = work_.calendar().count(from, *deadline, kCouncil);
    if (!days) return work_.lacks_year(kRule, from);
    set(derived, words_.call_in_working_days, Value::number(*days));
    is_short = read.maker == DecisionMaker::executive && *days < wanted;
    if (is_short) {
      work_.finds(kRule, &record, call_in["deadline"], "call-in-window-short", from,
                  {{"deadline", call_in["deadline"]},
                   {"working_days", Value::number(*days)},
                   {"wanted", Value::number(wanted)}});
    }
  }
  const bool is_open = deadline && *deadline >= work_.as_of() && !called_in;
  set(derived, words_.call_in,
      called_in ? words_.called_in
      : is_open ? words_.open
                : words_.closed);
  if (is_open) falls_due(work_, *deadline, record, "call-in");
  const Value at = call_in["called_in"];
  if (called_in && deadline && *called_in > *deadline) {
    work_.finds(kRule, &record, at, "called-in-late", called_in,
                {{"called_in", at}, {"deadline", work_.date(*deadline)}});
  } else if (called_in && !is_filled(call_in["result"]) && !read.sourced) {
    work_.finds(kRule, &record, at, "call-in-without-result", called_in, {{"called_in", at}});
  } else if (!is_short) {
    work_.keeps(kRule);
  }
}

void DecisionJudge::judge(Record& record, std::vector<DecisionCase>& cases) {
  field_.load(record);
  Case read = this->read(record);
  Map* derived = Map::make(work_.arena(), read.is_private ? 12 : 8);
  if (read.maker != DecisionMaker::unknown) {
    set(*derived, words_.maker, makers_[static_cast<std::size_t>(read.maker)]);
  }
  read_paragraphs(record, read, *derived);
  if (check_dates(record, read)) {
    judge_notice(record, read, *derived);
    judge_private_notice(record, read, *derived);
    judge_urgency_report(record, read);
    judge_publication(record, read, *derived);
    judge_call_in(record, read, *derived);
  }
  judge_keeping(read, *derived);
  judge_limbs(record, read);
  judge_private_reason(record, read);
  judge_parts(record, read, *derived);
  if (!derived->empty()) record.derived = Value::map(derived);
  cases.push_back(std::move(static_cast<DecisionCase&>(read)));
}

void derive_decisions(Workspace& work, model::Collection& collection,
                      std::vector<DecisionCase>& cases) {
  DecisionJudge judge(work, collection);
  cases.reserve(cases.size() + collection.records.size());
  for (Record* record : in_source_order(collection)) judge.judge(*record, cases);
  for (const Record& record : collection.records) {
    if (record.withdrawn) judge.judge_withdrawal(record);
  }
}

}  // namespace glasshouse::rules
