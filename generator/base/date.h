// Calendar dates (ISO 8601), without time zones. Working days come with the rules.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace glasshouse {

/// A day of the proleptic Gregorian calendar, always one that exists.
struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;    // 1 to 12
  [[nodiscard]] unsigned day() const;      // 1 to 31
  [[nodiscard]] unsigned weekday() const;  // 0 is Sunday
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2018-06-30", years 0001 to 9999; none for anything else, 2018-02-30 included.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// The date of "2018-06-30" or of a date-time that starts with one ("2018-06-30T19:00:00+01:00").
[[nodiscard]] std::optional<Date> parse_date_part(std::string_view text);
/// An RFC 3339 date-time: "2018-06-30T19:00:00Z", "…+01:00"; seconds and zone are required.
[[nodiscard]] bool is_date_time(std::string_view text);
/// The second of an RFC 3339 date-time, from 1970-01-01T00:00:00Z on; parts of a second are cut
/// off.
[[nodiscard]] std::optional<std::int64_t> parse_date_time(std::string_view text);
/// An RFC 3339 time: "19:00:00Z", "19:00:00+01:00".
[[nodiscard]] bool is_time(std::string_view text);

[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);
[[nodiscard]] std::string iso_date(Date date);

}  // namespace glasshouse
