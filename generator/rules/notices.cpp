#include "rules/notices.h"

namespace glasshouse::rules {

std::string_view name_of(NoticeState state) {
  switch (state) {
    case NoticeState::full:
      return "28-days";
    case NoticeState::general_exception:
      return "general-exception";
    case NoticeState::special_urgency:
      return "special-urgency";
    default:
      return "not-kept";
  }
}

std::optional<KeyNotice> judge_key_notice(std::optional<Date> notice, Date decided, Urgency urgency,
                                          std::optional<Date> agreed, const Calendar& calendar) {
  KeyNotice result;
  if (notice) result.clear_days = clear_calendar_days(*notice, decided);
  if (result.clear_days.value_or(0) >= kNoticeDays) {
    result.state = NoticeState::full;
  } else if (urgency == Urgency::special_urgency) {
    result.state = !agreed             ? NoticeState::not_agreed
                   : *agreed > decided ? NoticeState::agreed_after
                                       : NoticeState::special_urgency;
  } else if (!notice) {
    result.state = NoticeState::missing;
  } else if (urgency == Urgency::general_exception) {
    result.clear_working_days = calendar.clear_days(*notice, decided);
    if (!result.clear_working_days) return std::nullopt;
    result.state = *result.clear_working_days >= kShortNoticeDays
                       ? NoticeState::general_exception
                       : NoticeState::exception_too_short;
  } else {
    result.state = NoticeState::too_short;
  }
  return result;
}

}  // namespace glasshouse::rules
