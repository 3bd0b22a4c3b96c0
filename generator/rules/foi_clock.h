// The time a request for information took, and the time it may take.
//
// Freedom of Information Act 2000: s.10(1) and (6), the 20th working day following the date of
// receipt, which is day zero whatever day it is (ICO guidance, line LTT47); s.1(3), no clock while
// a clarification that is needed is outstanding; s.10(2), the days from a fees notice to its
// payment do not count; s.10(3) and 17(2), a reasonable further time to weigh the public interest,
// of which the person is told within the 20 days. Environmental Information Regulations 2004: reg
// 5(2), 20 working days; reg 7, 40 where complex and voluminous and told within the 20; reg 8,
// fees; reg 9(4), clarification; reg 11(4), reviews within 40. Reviews under the Act: 20, by the
// s.45 code and the ICO, 40 in exceptional cases. Words of timeliness: Cabinet Office, FOI
// statistics.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/working_days.h"

namespace glasshouse::rules {

inline constexpr int kAnswerDays = 20;
inline constexpr int kExtendedDays = 40;

enum class Regime : std::uint8_t { foi, eir };
enum class Ground : std::uint8_t { none, public_interest, complex };

enum class Timeliness : std::uint8_t {
  in_time,
  permitted_extension,  // after the 20 days, within an extension that the law allows
  late,
  open,     // not answered, and there is time
  overdue,  // not answered, and there is none left
  on_hold,  // a clarification or a fee is awaited: the clock stands
  lapsed,   // lapsed or withdrawn: not counted
  not_in_the_source,
};
/// "in-time", "permitted-extension" …
[[nodiscard]] std::string_view name_of(Timeliness timeliness);

struct FoiFacts {
  Date received;
  Regime regime = Regime::foi;
  std::optional<Date> clarification_requested, clarification_received;
  std::optional<Date> fees_notice, fees_paid;
  bool extended = false;
  Ground ground = Ground::none;
  std::optional<Date> until, told;
  std::optional<Date> responded;
  bool is_open = false;    // the record says so
  bool is_lapsed = false;  // lapsed, or withdrawn by the person who asked
};

struct FoiClock {
  Date starts;              // day zero
  Date statutory_deadline;  // the 20th working day
  Date deadline;            // the same, or what an extension allows
  bool extension_counts = false;
  bool told_in_time = true;   // of the extension; true where the record does not say
  bool ground_exists = true;  // the law gives the extension's ground for this regime
  Date fortieth;              // the 40th working day
  int working_days = 0;       // taken, or so far; days that do not count left out
  int days_late = 0;          // working days after the deadline
  int not_counted = 0;        // working days left out for a fee
  Timeliness timeliness = Timeliness::not_in_the_source;
};

/// None where the calendar lacks a year that is needed.
[[nodiscard]] std::optional<FoiClock> run_clock(const FoiFacts& facts, const Calendar& calendar,
                                                Date as_of);

struct ReviewClock {
  Date deadline;     // 20 working days, of environmental information 40
  Date exceptional;  // 40 working days
  int working_days = 0;
  Timeliness timeliness = Timeliness::open;  // in_time, late, open or overdue
};
[[nodiscard]] std::optional<ReviewClock> run_review_clock(Date requested,
                                                          std::optional<Date> completed,
                                                          Regime regime, const Calendar& calendar,
                                                          Date as_of);

}  // namespace glasshouse::rules
