// The filter `date`: dates as GOV.UK writes them.
#include "base/date.h"

#include <fmt/format.h>

#include "template/filters/filters.h"

namespace glasshouse::templating::filters {

namespace {

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kDays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                      "Thursday", "Friday", "Saturday"};
constexpr std::string_view kStyles =
    "\"text\", \"short\", \"weekday\", \"day\", \"month\", \"year\", \"iso\", \"time\" and "
    "\"datetime\"";

// "5:30pm", "7pm", "midday", "midnight", of a date-time; as it is written there, in its own zone.
std::string time_text(std::string_view date_time) {
  if (date_time.size() < 16 || date_time[13] != ':') return {};
  const auto digit = [&](std::size_t at) { return date_time[at] - '0'; };
  const int hour = digit(11) * 10 + digit(12), minute = digit(14) * 10 + digit(15);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return {};
  if (minute == 0 && hour == 0) return "midnight";
  if (minute == 0 && hour == 12) return "midday";
  const int shown = hour % 12 == 0 ? 12 : hour % 12;
  const std::string_view half = hour < 12 ? "am" : "pm";
  return minute == 0 ? fmt::format("{}{}", shown, half)
                     : fmt::format("{}:{:02}{}", shown, minute, half);
}

// "2018-03" → "March 2018"; "2018" as it is.
std::string partial_text(std::string_view text) {
  const auto year_only = text.size() == 4 ? parse_date(std::string(text) + "-01-01") : std::nullopt;
  if (year_only) return std::string(text);
  const auto first = text.size() == 7 ? parse_date(std::string(text) + "-01") : std::nullopt;
  return first ? fmt::format("{} {}", kMonths[first->month() - 1], first->year()) : std::string();
}

}  // namespace

Value date(Call& call) {
  const Value subject = call.argument(0);
  if (!subject.has_value() || (subject.is_string() && subject.as_string().empty())) return {};
  std::string buffer;
  const std::string_view text = text_of(subject, buffer);
  const auto day = parse_date_part(text);
  if (!day) {
    const std::string partial = partial_text(text);
    if (!partial.empty()) return make_text(call, partial);
    call.error = fmt::format("\"{}\" is not a date like 2018-03-05", text);
    return {};
  }
  std::string_view style = call.argument(1, "style").text();
  if (style.empty()) style = "text";
  const std::string_view month = kMonths[day->month() - 1];
  if (style == "text")
    return make_text(call, fmt::format("{} {} {}", day->day(), month, day->year()));
  if (style == "short")
    return make_text(call, fmt::format("{} {} {}", day->day(), month.substr(0, 3), day->year()));
  if (style == "weekday")
    return make_text(
        call, fmt::format("{} {} {} {}", kDays[day->weekday()], day->day(), month, day->year()));
  if (style == "day") return make_text(call, fmt::format("{} {}", day->day(), month));
  if (style == "month") return make_text(call, fmt::format("{} {}", month, day->year()));
  if (style == "year") return make_text(call, fmt::format("{}", day->year()));
  if (style == "iso") return make_text(call, iso_date(*day));
  if (style == "time") return make_text(call, time_text(text));
  if (style == "datetime") {
    const std::string time = time_text(text);
    return make_text(call, fmt::format("{} {} {}{}{}", day->day(), month, day->year(),
                                       time.empty() ? "" : " at ", time));
  }
  call.error = fmt::format("the filter \"date\" has the styles {}, not \"{}\"", kStyles, style);
  return {};
}

}  // namespace glasshouse::templating::filters
