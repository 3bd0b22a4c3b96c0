// How long before a decision the public was told.
//
// SI 2012/2089: reg 9, 28 clear days' notice of a key decision; reg 10, general exception: notice
// to the chair of scrutiny, then 5 clear days; reg 11, special urgency: the chair agrees. Reg 5, a
// private meeting: 28 clear days, and again 5 clear days with what people said. The 28 are calendar
// days; the 5 are counted as working days, as for agendas (LGA 1972 s.100B; R v Swansea City
// Council, ex parte Elitestone, 1993).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/working_days.h"

namespace glasshouse::rules {

inline constexpr int kNoticeDays = 28;
inline constexpr int kShortNoticeDays = 5;

enum class Urgency : std::uint8_t { none, general_exception, special_urgency };

enum class NoticeState : std::uint8_t {
  full,               // 28 clear days
  general_exception,  // claimed, with 5 clear working days
  special_urgency,    // claimed, and agreed on or before the day
  missing,            // no notice, no urgency claimed
  too_short,          // less than 28 days, no urgency claimed
  exception_too_short,
  not_agreed,    // special urgency, no agreement on record
  agreed_after,  // agreed after the decision
};
/// "28-days", "general-exception", "special-urgency"; "not-kept" for all others.
[[nodiscard]] std::string_view name_of(NoticeState state);

struct KeyNotice {
  NoticeState state = NoticeState::missing;
  std::optional<int> clear_days;          // calendar days, where there is a notice
  std::optional<int> clear_working_days;  // of a general exception
};

/// None where the calendar lacks a year that is needed.
[[nodiscard]] std::optional<KeyNotice> judge_key_notice(std::optional<Date> notice, Date decided,
                                                        Urgency urgency, std::optional<Date> agreed,
                                                        const Calendar& calendar);

}  // namespace glasshouse::rules
