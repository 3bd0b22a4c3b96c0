#include "rules/foi_clock.h"

#include <algorithm>
#include <array>

namespace glasshouse::rules {

namespace {

constexpr auto kFoi = WorkingDays::freedom_of_information;

// The day the clock starts from: the clarified request's, where one was needed and came.
Date start_of(const FoiFacts& facts) {
  if (facts.clarification_requested && facts.clarification_received) {
    return std::max(facts.received, *facts.clarification_received);
  }
  return facts.received;
}

// The `days`-th working day that counts. Those from the fees notice to the payment, both included,
// do not (s.10(2)); a notice after the time has run changes nothing.
std::optional<Date> deadline_after(const FoiFacts& facts, Date start, int days,
                                   const Calendar& calendar) {
  const auto plain = calendar.add(start, days, kFoi);
  if (!plain || !facts.fees_notice || !facts.fees_paid || *facts.fees_notice > *plain ||
      *facts.fees_paid <= start) {
    return plain;
  }
  const auto before = calendar.count(start, Date{facts.fees_notice->days - 1}, kFoi);
  if (!before) return std::nullopt;
  return calendar.add(*facts.fees_paid, days - *before, kFoi);
}

// Working days after `start` up to `end` that a fee takes out of the count.
std::optional<int> left_out(const FoiFacts& facts, Date start, Date end, const Calendar& calendar) {
  if (!facts.fees_notice) return 0;
  const Date first = std::max(start, Date{facts.fees_notice->days - 1});
  return calendar.count(first, std::min(end, facts.fees_paid.value_or(end)), kFoi);
}

void extend(const FoiFacts& facts, FoiClock& clock) {
  clock.deadline = clock.statutory_deadline;
  if (!facts.extended) return;
  clock.ground_exists = facts.ground == Ground::none ||
                        (facts.ground == Ground::public_interest) == (facts.regime == Regime::foi);
  clock.told_in_time = !facts.told || *facts.told <= clock.statutory_deadline;
  const Date until = facts.until.value_or(clock.fortieth);
  clock.extension_counts =
      clock.ground_exists && clock.told_in_time && until > clock.statutory_deadline;
  if (!clock.extension_counts) return;
  // The Act sets no end to a reasonable time; the Regulations do.
  clock.deadline = facts.regime == Regime::eir ? std::min(until, clock.fortieth) : until;
}

Timeliness timeliness_of(const FoiFacts& facts, const FoiClock& clock, Date as_of) {
  if (facts.is_lapsed) return Timeliness::lapsed;
  if (facts.responded) {
    if (*facts.responded <= clock.statutory_deadline) return Timeliness::in_time;
    return *facts.responded <= clock.deadline ? Timeliness::permitted_extension : Timeliness::late;
  }
  if (!facts.is_open) return Timeliness::not_in_the_source;
  const bool awaits_answer = facts.clarification_requested && !facts.clarification_received;
  const bool awaits_fee = facts.fees_notice && !facts.fees_paid;
  if (awaits_answer || awaits_fee) return Timeliness::on_hold;
  return as_of > clock.deadline ? Timeliness::overdue : Timeliness::open;
}

}  // namespace

std::string_view name_of(Timeliness timeliness) {
  constexpr std::array<std::string_view, 8> kNames = {
      "in-time", "permitted-extension", "late", "open", "overdue", "on-hold",
      "lapsed",  "not-in-the-source"};
  return kNames[static_cast<std::size_t>(timeliness)];
}

std::optional<FoiClock> run_clock(const FoiFacts& facts, const Calendar& calendar, Date as_of) {
  FoiClock clock;
  clock.starts = start_of(facts);
  const auto twentieth = deadline_after(facts, clock.starts, kAnswerDays, calendar);
  if (!twentieth) return std::nullopt;
  clock.statutory_deadline = *twentieth;
  if (facts.extended) {
    const auto fortieth = deadline_after(facts, clock.starts, kExtendedDays, calendar);
    if (!fortieth) return std::nullopt;
    clock.fortieth = *fortieth;
  }
  extend(facts, clock);
  clock.timeliness = timeliness_of(facts, clock, as_of);
  const bool is_counted = clock.timeliness != Timeliness::lapsed &&
                          (facts.responded || clock.timeliness == Timeliness::open ||
                           clock.timeliness == Timeliness::overdue);
  if (!is_counted) return clock;
  const Date end = facts.responded.value_or(as_of);
  const auto taken = calendar.count(clock.starts, end, kFoi);
  const auto out = left_out(facts, clock.starts, end, calendar);
  const auto late = calendar.count(clock.deadline, end, kFoi);
  if (!taken || !out || !late) return std::nullopt;
  clock.not_counted = *out;
  clock.working_days = *taken - *out;
  clock.days_late = *late;
  return clock;
}

std::optional<ReviewClock> run_review_clock(Date requested, std::optional<Date> completed,
                                            Regime regime, const Calendar& calendar, Date as_of) {
  const auto twentieth = calendar.add(requested, kAnswerDays, kFoi);
  const auto fortieth = calendar.add(requested, kExtendedDays, kFoi);
  const auto taken = calendar.count(requested, completed.value_or(as_of), kFoi);
  if (!twentieth || !fortieth || !taken) return std::nullopt;
  ReviewClock clock;
  clock.deadline = regime == Regime::eir ? *fortieth : *twentieth;
  clock.exceptional = *fortieth;
  clock.working_days = *taken;
  const bool is_past = completed.value_or(as_of) > clock.deadline;
  if (completed) {
    clock.timeliness = is_past ? Timeliness::late : Timeliness::in_time;
  } else {
    clock.timeliness = is_past ? Timeliness::overdue : Timeliness::open;
  }
  return clock;
}

}  // namespace glasshouse::rules
