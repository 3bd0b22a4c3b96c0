// Working days by law, over a calendar of the published bank holidays of the UK's three divisions.
// A day that needs a year which the calendar lacks is never guessed: the functions then give none.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse {

/// Which bank holidays count.
enum class WorkingDays : std::uint8_t {
  /// FOIA 2000 s.10(6): a day that is a bank holiday in any part of the UK is no working day.
  freedom_of_information,
  /// LGA 1972 s.100B and SI 2012/2089: notices of English councils, by England's bank holidays.
  council_notices,
};

class Calendar {
 public:
  /// No holidays at all: every question about working days is answered with none.
  Calendar() = default;

  /// Reads content/calendar/bank-holidays.json: {"england-and-wales": {"events": [{"date",
  /// "title"}, …]}, "scotland": …, "northern-ireland": …}. A year is covered where all three
  /// divisions have a day in it. Says a division that is missing, a date that is none and a date
  /// given twice.
  static Calendar read(Value bank_holidays, std::string_view file, Diagnostics& diagnostics);

  [[nodiscard]] bool covers(int year) const;

  /// Monday to Friday and no bank holiday; none where the year is not covered.
  [[nodiscard]] std::optional<bool> is_working_day(Date day, WorkingDays kind) const;

  /// The `count`-th working day after `start`, which is itself day zero whatever day it is; `start`
  /// for a count of 0. FOIA s.10(1): the deadline is the 20th after the date of receipt.
  [[nodiscard]] std::optional<Date> add(Date start, int count, WorkingDays kind) const;

  /// How many working days lie after `start`, up to and including `end`; 0 where `end` is not after
  /// `start`. The answer to "how many working days did it take".
  [[nodiscard]] std::optional<int> count(Date start, Date end, WorkingDays kind) const;

  /// Clear working days between a notice and a meeting: neither of the two days counts.
  [[nodiscard]] std::optional<int> clear_days(Date notice, Date meeting) const;

 private:
  // Working days of the year so far, by day of the year from 1; index 0 is 0.
  using Sums = std::array<std::uint16_t, 367>;
  struct Year {
    int year = 0;
    std::int32_t first = 0, last = 0;  // its days since 1970-01-01
    std::array<Sums, 2> working;       // by WorkingDays
    [[nodiscard]] int so_far(std::int32_t day, WorkingDays kind) const {
      return working[static_cast<std::size_t>(kind)][static_cast<std::size_t>(day - first + 1)];
    }
  };
  [[nodiscard]] const Year* year_of(std::int32_t day) const;
  std::vector<Year> years_;  // in order
};

/// Clear calendar days between two days: neither counts. 28 of them before a key decision (SI
/// 2012/2089 reg 9).
[[nodiscard]] int clear_calendar_days(Date notice, Date event);

}  // namespace glasshouse
