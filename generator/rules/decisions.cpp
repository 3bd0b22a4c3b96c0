#include "rules/decisions.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "base/text.h"
#include "rules/decision_words.h"
#include "rules/falling_due.h"
#include "rules/schedule_12a.h"

namespace glasshouse::rules {

namespace {

using model::Record;
constexpr auto kCouncil = WorkingDays::council_notices;

std::optional<Date> date_in(Value value) {
  return value.is_string() ? parse_date_part(value.as_string()) : std::nullopt;
}

bool is_filled(Value value) {
  return value.is_string() ? !trim(value.as_string()).empty() : value.has_value();
}

Urgency urgency_of(std::string_view text) {
  if (text == "general-exception") return Urgency::general_exception;
  return text == "special-urgency" ? Urgency::special_urgency : Urgency::none;
}

class DecisionJudge {
 public:
  DecisionJudge(Workspace& work, const model::Collection& collection)
      : work_(work), field_(collection), words_(work) {
    for (std::size_t i = 0; i < makers_.size(); ++i) {
      makers_[i] = work.text(name_of(static_cast<DecisionMaker>(i)));
    }
    for (const NoticeState state : {NoticeState::full, NoticeState::general_exception,
                                    NoticeState::special_urgency, NoticeState::missing}) {
      notices_.emplace_back(name_of(state), work.text(name_of(state)));
    }
  }
  void judge(Record& record, std::vector<DecisionCase>& cases);

 private:
  struct Case : DecisionCase {
    DecisionMaker maker = DecisionMaker::unknown;
    std::optional<Date> decided, published;
    std::size_t wards = 0;
    bool sourced = false;
    bool says_key = false;
  };
  [[nodiscard]] Case read(const Record& record);
  [[nodiscard]] bool check_dates(const Record& record, const Case& read) const;
  void read_paragraphs(const Record& record, Case& read, Map& derived);
  void judge_notice(const Record& record, const Case& read, Map& derived);
  void judge_limbs(const Record& record, const Case& read);
  void judge_private_notice(const Record& record, const Case& read, Map& derived);
  [[nodiscard]] bool judge_private_28(const Record& record, const Case& read, Map& derived);
  [[nodiscard]] bool judge_private_5(const Record& record, const Case& read, Map& derived);
  void judge_private_reason(const Record& record, const Case& read);
  void judge_parts(const Record& record, const Case& read, Map& derived);
  void judge_publication(const Record& record, const Case& read, Map& derived);
  void judge_call_in(const Record& record, const Case& read, Map& derived);
  void set(Map& derived, Value key, Value value) { derived.set(work_.arena(), key, value); }
  [[nodiscard]] DecisionMaker maker_of(std::string_view name);

  Workspace& work_;
  DecisionFields field_;
  DecisionWords words_;
  std::array<Value, 6> makers_;
  std::vector<std::pair<std::string_view, Value>> notices_;
  std::unordered_map<std::string_view, DecisionMaker> maker_by_name_;
};

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
  read.sourced = is_sourced(record);
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

void DecisionJudge::read_paragraphs(const Record& record, Case& read, Map& derived) {
  const Value named = field_.exempt_paragraphs.of(record);
  if (named.items().empty()) return;
  List* list = List::make(work_.arena(), named.items().size());
  for (const Value& each : named.items()) {
    const std::string number = each.is_number() ? number_text(each.as_number()) : std::string();
    const ExemptParagraph* paragraph = find_paragraph(each.is_number() ? number : each.text());
    if (!paragraph) {
      work_.problems().error("unknown-exempt-paragraph", Workspace::place(record, each),
                             fmt::format("\"{}\" is no paragraph of Schedule 12A",
                                         each.is_number() ? number : each.text()),
                             "Write 1 to 7, or \"confidential\".");
      continue;
    }
    read.paragraphs.push_back(paragraph->paragraph);
    list->push(work_.arena(), work_.map({{"paragraph", work_.text(paragraph->paragraph)},
                                         {"title", work_.text(paragraph->title)}}));
  }
  set(derived, words_.paragraphs, Value::list(list));
  if (read.says_private && !read.is_private) {
    work_.problems().error(
        "exempt-but-public", Workspace::place(record, named),
        "a paragraph to shut the public out is named, yet the decision was not private",
        "Correct whichever of the two is wrong.");
  }
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
  if (!read.is_key) {
    if (read.wards >= 2) return finds(wards, "wards-but-not-key", count);
  } else if (limbs.items().empty()) {
    if (read.sourced) return work_.is_silent(kRule);
    return finds(field_.key_decision.of(record), "limb-not-named", {});
  } else if (read.wards >= 2 && !names_wards) {
    return finds(wards, "wards-limb-not-named", count);
  } else if (names_wards && read.wards == 1) {
    return finds(wards, "wards-limb-without-wards", count);
  } else if (names_money && !field_.value.of(record).is_number() && !read.sourced) {
    return finds(limbs, "spend-limb-without-value", {});
  }
  work_.keeps(kRule);
}

bool DecisionJudge::judge_private_28(const Record& record, const Case& read, Map& derived) {
  const Value at = field_.private_notice_28.of(record);
  const auto notice = date_in(at);
  constexpr Rule kRule = Rule::private_meeting_notice;
  if (!notice) {
    work_.finds(kRule, &record, field_.is_private.of(record), "private-notice-28-missing",
                read.decided, {});
    return false;
  }
  const int days = clear_calendar_days(*notice, *read.decided);
  set(derived, words_.private_notice_28_clear_days, Value::number(days));
  if (days >= kNoticeDays) return true;
  work_.finds(kRule, &record, at, "private-notice-28-short", read.decided,
              {{"notice", at}, {"clear_days", Value::number(days)}});
  return false;
}

bool DecisionJudge::judge_private_5(const Record& record, const Case& read, Map& derived) {
  const Value at = field_.private_notice_5.of(record);
  const auto notice = date_in(at);
  constexpr Rule kRule = Rule::private_meeting_notice;
  if (!notice) {
    work_.finds(kRule, &record, field_.is_private.of(record), "private-notice-5-missing",
                read.decided, {});
    return false;
  }
  const auto days = work_.calendar().clear_days(*notice, *read.decided);
  if (!days) {
    work_.lacks_year(kRule, *notice);
    return false;
  }
  set(derived, words_.private_notice_5_clear_days, Value::number(*days));
  if (*days >= kShortNoticeDays) return true;
  work_.finds(kRule, &record, at, "private-notice-5-short", read.decided,
              {{"notice", at}, {"clear_days", Value::number(*days)}});
  return false;
}

void DecisionJudge::judge_private_notice(const Record& record, const Case& read, Map& derived) {
  if (!read.is_private || read.maker != DecisionMaker::executive) return;
  const bool says_neither = !field_.private_notice_28.of(record).has_value() &&
                            !field_.private_notice_5.of(record).has_value();
  if (!read.decided || (read.sourced && says_neither)) {
    return work_.is_silent(Rule::private_meeting_notice);
  }
  const bool first = judge_private_28(record, read, derived);
  const bool second = judge_private_5(record, read, derived);
  if (first && second) work_.keeps(Rule::private_meeting_notice);
  set(derived, words_.private_notice, first && second ? words_.kept : words_.not_kept);
}

void DecisionJudge::judge_private_reason(const Record& record, const Case& read) {
  constexpr Rule kRule = Rule::private_reason;
  if (!read.is_private) return;
  const Value at = field_.is_private.of(record);
  const bool has_paragraph = !read.paragraphs.empty();
  const bool has_reason = is_filled(field_.private_reason.of(record));
  if (has_paragraph && has_reason) return work_.keeps(kRule);
  if (read.sourced) return work_.is_silent(kRule);
  work_.finds(kRule, &record, at,
              has_paragraph ? "private-without-reason" : "private-without-paragraph", read.decided,
              {});
}

// Lists may be empty: "none was declared" is a statement, and its absence is not.
void DecisionJudge::judge_parts(const Record& record, const Case& read, Map& derived) {
  const bool by_executive = read.maker == DecisionMaker::executive;
  if (!by_executive && read.maker != DecisionMaker::officer) return;
  const Rule rule = by_executive ? Rule::decision_record : Rule::officer_decision_record;
  const FieldKey* const parts[] = {&field_.decision,  &field_.decided,
                                   &field_.reasons,   &field_.alternatives_rejected,
                                   &field_.conflicts, &field_.dispensations};
  List* missing = nullptr;
  for (const FieldKey* part : std::span(parts).first(by_executive ? 6 : 4)) {
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

void DecisionJudge::judge_publication(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::decision_published;
  if (read.maker != DecisionMaker::executive && read.maker != DecisionMaker::officer) return;
  if (!read.decided || !read.published) return work_.is_silent(kRule);
  const auto days = work_.calendar().count(*read.decided, *read.published, kCouncil);
  if (!days) return work_.lacks_year(kRule, *read.decided);
  set(derived, words_.working_days_to_publish, Value::number(*days));
  if (*days <= kPublishWithin) return work_.keeps(kRule);
  work_.finds(kRule, &record, field_.published.of(record), "published-late", read.published,
              {{"published", field_.published.of(record)},
               {"decided", field_.decided.of(record)},
               {"working_days", Value::number(*days)}});
}

void DecisionJudge::judge_call_in(const Record& record, const Case& read, Map& derived) {
  constexpr Rule kRule = Rule::call_in;
  const Value call_in = field_.call_in.of(record);
  const auto deadline = date_in(call_in["deadline"]), called_in = date_in(call_in["called_in"]);
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
                {{"called_in", at}, {"deadline", call_in["deadline"]}});
  } else if (called_in && !is_filled(call_in["result"]) && !read.sourced) {
    work_.finds(kRule, &record, at, "call-in-without-result", called_in, {{"called_in", at}});
  } else {
    work_.keeps(kRule);
  }
}

void DecisionJudge::judge(Record& record, std::vector<DecisionCase>& cases) {
  Case read = this->read(record);
  Map* derived = Map::make(work_.arena(), 8);
  if (read.maker != DecisionMaker::unknown) {
    set(*derived, words_.maker, makers_[static_cast<std::size_t>(read.maker)]);
  }
  read_paragraphs(record, read, *derived);
  if (check_dates(record, read)) {
    judge_notice(record, read, *derived);
    judge_private_notice(record, read, *derived);
    judge_publication(record, read, *derived);
    judge_call_in(record, read, *derived);
  }
  judge_limbs(record, read);
  judge_private_reason(record, read);
  judge_parts(record, read, *derived);
  if (!derived->empty()) record.derived = Value::map(derived);
  cases.push_back(std::move(static_cast<DecisionCase&>(read)));
}

}  // namespace

void derive_decisions(Workspace& work, model::Collection& collection,
                      std::vector<DecisionCase>& cases) {
  DecisionJudge judge(work, collection);
  cases.reserve(cases.size() + collection.records.size());
  for (Record& record : collection.records) {
    if (!record.withdrawn) judge.judge(record, cases);
  }
}

}  // namespace glasshouse::rules
