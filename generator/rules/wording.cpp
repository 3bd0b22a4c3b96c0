#include "rules/wording.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace glasshouse::rules {

namespace {

constexpr std::array kWordings = {
    // Requests for information.
    Wording{"answered-late",
            "answered on {responded}, {days_late} working days after the deadline of {deadline}"},
    Wording{"answer-overdue",
            "not answered, {days_late} working days after the deadline of {deadline}"},
    Wording{"extension-ground-not-in-law",
            "more time was taken on a ground that the law does not give: {ground}"},
    Wording{"extension-told-late",
            "the person who asked was told on {told} that more time was needed, after {deadline}"},
    Wording{"extension-too-long",
            "time was taken until {until}, more than 20 further working days ({limit})"},
    Wording{"extension-without-test",
            "more time was taken to weigh the public interest, but no exemption needs that"},
    Wording{"review-late", "the review was finished on {completed}, after {deadline}"},
    Wording{"review-over-20",
            "the review was finished on {completed}, after the 20 working days that ended on "
            "{deadline}"},
    Wording{"review-overdue", "the review is not finished, and was due on {deadline}"},
    Wording{"exemption-of-other-regime",
            "{exemption} does not apply to a request under the other law"},
    Wording{"public-interest-not-recorded",
            "{exemption} needs a public interest test, and none is recorded"},
    Wording{"refused-within-limit",
            "refused for its cost on an estimate of {hours} hours, and the limit is {limit}"},
    // Decisions.
    Wording{"notice-too-short",
            "{clear_days} clear days' notice from {notice}, of 28, and no urgency was claimed"},
    Wording{"notice-missing", "a key decision without a notice, and no urgency was claimed"},
    Wording{"general-exception-too-short",
            "scrutiny had {clear_days} clear working days' notice from {notice}, of 5"},
    Wording{"urgency-not-agreed",
            "special urgency without the agreement of the chair of scrutiny on record"},
    Wording{"urgency-agreed-after",
            "special urgency was agreed on {agreed}, after the decision of {decided}"},
    Wording{"urgency-without-reason", "no reason is recorded why it could not wait"},
    Wording{"urgency-reported-late",
            "special urgency was reported to the council on {reported}, after {due}"},
    Wording{"urgency-not-reported", "special urgency was to be reported to the council by {due}"},
    Wording{"value-but-not-key",
            "its value of {value} is not below {limit}, and it is not a key decision"},
    Wording{"value-limb-not-named",
            "a key decision of {value}, not below {limit}, that does not name its spending or "
            "saving as a reason"},
    Wording{"limb-not-named", "a key decision that does not say why it is one"},
    Wording{"wards-limb-not-named",
            "a key decision that touches {wards} wards, and does not name that as a reason"},
    Wording{"wards-but-not-key",
            "touches {wards} wards and is not a key decision: it is one if the effect there is "
            "significant"},
    Wording{"wards-limb-without-wards",
            "a key decision for its effect on two or more wards that names {wards}"},
    Wording{"spend-limb-without-value",
            "a key decision for its spending or saving, without its value"},
    Wording{"private-notice-28-missing", "taken in private, without the notice of 28 clear days"},
    Wording{"private-notice-28-short",
            "taken in private with {clear_days} clear days' notice from {notice}, of 28"},
    Wording{"private-notice-5-missing",
            "taken in private, without the second notice of 5 clear days"},
    Wording{"private-notice-5-short",
            "taken in private with {clear_days} clear working days between the second notice, of "
            "{notice}, and the decision, of 5"},
    Wording{"private-representations-missing",
            "taken in private, and what people said about that is not recorded"},
    Wording{"private-without-paragraph", "taken in private, without a paragraph of Schedule 12A"},
    Wording{"private-without-reason", "taken in private, and no reason is recorded"},
    Wording{"record-part-missing", "the record lacks: {part}"},
    Wording{
        "published-late",
        "published on {published}, {working_days} working days after it was taken on {decided}"},
    Wording{"withdrawn-too-early",
            "withdrawn on {withdrawn}, within the six years for which it stays open"},
    Wording{"call-in-window-short",
            "the last day to call it in was {deadline}, {working_days} working days after it was "
            "published, of {wanted}"},
    Wording{"called-in-late", "called in on {called_in}, after the last day, {deadline}"},
    Wording{"call-in-without-result",
            "called in on {called_in}, and what came of that is not recorded"},
    Wording{"no-call-in-window", "a decision of the executive without a last day to call it in"},
    // Meetings.
    Wording{"agenda-too-late",
            "the agenda was published on {published}, {clear_days} clear working days before the "
            "meeting, of 5"},
    Wording{"forums-too-few", "meetings of its forum in {year}: {held}, of {wanted}"},
    // Promises.
    Wording{"promise-overdue", "was due on {due}, {days} days ago, and is not done"},
    Wording{"promise-slipped",
            "was due on {due_original}, now on {due_current}: {days} days later"},
    Wording{"move-without-reason", "the date moved to {due}, and no reason is recorded"},
    Wording{"promise-stale", "last reviewed on {last_reviewed}, {days} days ago"},
    Wording{"review-missed",
            "was to be reviewed by {next_review}, and was last reviewed on {last_reviewed}"},
    Wording{"done-without-evidence", "declared done, without evidence"},
    Wording{"on-track-but-overdue", "declared on track, but was due on {due}"},
    Wording{"no-owner", "no one is named who answers for it"},
    Wording{"no-date", "has no date"},
    Wording{"no-measure", "nothing says how it will be seen to be done"},
    Wording{"vague-words", "says \"{words}\", which cannot be checked"},
    // Recommendations, data.
    Wording{"recommendation-without-promise", "no promise answers it"},
    Wording{"survey-without-question", "the question, as it was asked, is not given"},
    Wording{"survey-without-base", "how many people answered is not given"},
    Wording{"survey-without-dates", "when people were asked is not given"},
    Wording{"survey-without-mode", "how people were asked is not given"},
    Wording{"dataset-missing", "the Code asks for {dataset}, and it is not published"},
    Wording{"dataset-overdue", "the next release was due on {due}"},
    Wording{"dataset-without-release", "nothing has been released"},
};

std::string blank(Value value) {
  if (value.is_number()) return number_text(value.as_number());
  return std::string(value.text());
}

}  // namespace

std::span<const Wording> wordings() { return kWordings; }

std::string sentence(const model::Finding& finding) {
  const auto wording = std::find_if(kWordings.begin(), kWordings.end(), [&](const Wording& each) {
    return each.message == finding.message;
  });
  if (wording == kWordings.end()) return std::string(finding.message);
  std::string result;
  std::string_view rest = wording->pattern;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    result += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find('}', open);
    const Value value = finding.values[rest.substr(open + 1, close - open - 1)];
    result += blank(value);
    rest = rest.substr(close + 1);
    if (!value.is_number() || value.as_number() != 1) continue;
    // "1 working day".
    for (const std::string_view plural :
         {" working days", " days", " clear days", " clear working days"}) {
      if (!rest.starts_with(plural)) continue;
      result += plural.substr(0, plural.size() - 1);
      rest = rest.substr(plural.size());
      break;
    }
  }
  return result;
}

}  // namespace glasshouse::rules
