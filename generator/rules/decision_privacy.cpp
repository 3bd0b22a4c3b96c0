// Decisions taken in private: under which paragraph, why, and with which notices.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/decision_judge.h"
#include "rules/schedule_12a.h"

namespace glasshouse::rules {

using model::Record;

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

bool DecisionJudge::judge_notice_of_privacy(const Record& record, const Case& read, Map& derived,
                                            const PrivateNotice& asked) {
  constexpr Rule kRule = Rule::private_meeting_notice;
  const Value at = asked.field->of(record);
  const auto notice = date_in(at);
  if (!notice) {
    work_.finds(kRule, &record, field_.is_private.of(record), asked.missing, read.decided, {});
    return false;
  }
  const auto days = asked.in_working_days
                        ? work_.calendar().clear_days(*notice, *read.decided)
                        : std::optional(clear_calendar_days(*notice, *read.decided));
  if (!days) {
    work_.lacks_year(kRule, *notice);
    return false;
  }
  set(derived, asked.key, Value::number(*days));
  if (*days >= asked.wanted) return true;
  work_.finds(kRule, &record, at, asked.too_short, read.decided,
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
  const bool first = judge_notice_of_privacy(
      record, read, derived,
      {&field_.private_notice_28, words_.private_notice_28_clear_days, kNoticeDays, false,
       "private-notice-28-missing", "private-notice-28-short"});
  const bool second = judge_notice_of_privacy(
      record, read, derived,
      {&field_.private_notice_5, words_.private_notice_5_clear_days, kShortNoticeDays, true,
       "private-notice-5-missing", "private-notice-5-short"});
  const bool answered = read.sourced || is_filled(field_.representations.of(record));
  if (!answered) {
    work_.finds(Rule::private_meeting_notice, &record, field_.private_notice_5.of(record),
                "private-representations-missing", read.decided, {});
  }
  const bool is_kept = first && second && answered;
  if (is_kept) work_.keeps(Rule::private_meeting_notice);
  set(derived, words_.private_notice, is_kept ? words_.kept : words_.not_kept);
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

}  // namespace glasshouse::rules
