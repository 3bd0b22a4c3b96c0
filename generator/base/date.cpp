#include "base/date.h"

#include <fmt/format.h>

#include <chrono>

namespace glasshouse {

namespace {

std::chrono::year_month_day civil(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.days));
}

// The number that the digits at `at` spell, -1 where one is no digit.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

// What follows hours, minutes and seconds at `at`: fractions, then Z or an offset.
bool is_time_at(std::string_view text, std::size_t at) {
  const int hour = digits(text, at, 2), minute = digits(text, at + 3, 2),
            second = digits(text, at + 6, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  if (text[at + 2] != ':' || text[at + 5] != ':') return false;
  at += 8;
  if (at < text.size() && text[at] == '.') {
    const std::size_t first = ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == first) return false;
  }
  const std::string_view zone = text.substr(std::min(at, text.size()));
  if (zone == "Z" || zone == "z") return true;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return false;
  const int zone_hour = digits(zone, 1, 2), zone_minute = digits(zone, 4, 2);
  return zone_hour >= 0 && zone_hour <= 23 && zone_minute >= 0 && zone_minute <= 59;
}

}  // namespace

int Date::year() const { return static_cast<int>(civil(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(*this).day()); }
unsigned Date::weekday() const {
  return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days))).c_encoding();
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Date> parse_date_part(std::string_view text) {
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ')
    return std::nullopt;
  return parse_date(text.substr(0, 10));
}

bool is_time(std::string_view text) { return is_time_at(text, 0); }

bool is_date_time(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return false;
  return parse_date(text.substr(0, 10)) && is_time_at(text, 11);
}

std::optional<std::int64_t> parse_date_time(std::string_view text) {
  if (!is_date_time(text)) return std::nullopt;
  constexpr std::int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;
  std::int64_t seconds = parse_date(text.substr(0, 10))->days * kDay;
  seconds += digits(text, 11, 2) * kHour + digits(text, 14, 2) * kMinute + digits(text, 17, 2);
  if (text.back() == 'Z' || text.back() == 'z') return seconds;
  const std::string_view zone = text.substr(text.size() - 6);
  const std::int64_t ahead = digits(zone, 1, 2) * kHour + digits(zone, 4, 2) * kMinute;
  return zone[0] == '-' ? seconds + ahead : seconds - ahead;
}

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

}  // namespace glasshouse
