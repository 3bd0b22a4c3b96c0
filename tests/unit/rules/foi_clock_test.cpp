// FOIA 2000 s.1(3), s.10 and s.17; EIR 2004 reg 5, 7, 8, 9 and 11; ICO guidance on s.10 (line
// LTT47: the day of receipt is day zero); s.45 code of practice; words of timeliness: Cabinet
// Office.
#include "rules/foi_clock.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "content/source.h"

namespace glasshouse::rules {
namespace {

// The calendar of the sample site: 2015 to 2028.
const Calendar& calendar() {
  static Diagnostics diagnostics;
  static const content::Source source =
      content::read_site(GLASSHOUSE_SOURCE, content::Limits(), 1, diagnostics);
  static const Calendar calendar = Calendar::read(source.bank_holidays, "calendar", diagnostics);
  return calendar;
}

Date day(std::string_view text) { return *parse_date(text); }
std::optional<Date> maybe(std::string_view text) { return parse_date(text); }

TEST(FoiClockTest, deadlines_hold_across_every_trap_of_2015_to_2028) {
  std::ifstream file(std::string(GLASSHOUSE_SOURCE) + "/tests/unit/rules/cases/deadlines.txt");
  std::string line;
  int cases = 0;
  while (std::getline(file, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream in(line);
    std::string received, twentieth, fortieth, england;
    in >> received >> twentieth >> fortieth >> england;
    FoiFacts facts;
    facts.received = day(received);
    facts.is_open = true;
    facts.extended = true;  // so that the 40th is counted
    const auto clock = run_clock(facts, calendar(), facts.received);
    ASSERT_TRUE(clock) << line;
    EXPECT_EQ(iso_date(clock->statutory_deadline), twentieth) << line;
    EXPECT_EQ(iso_date(clock->fortieth), fortieth) << line;
    EXPECT_EQ(iso_date(*calendar().add(facts.received, 20, WorkingDays::council_notices)), england)
        << line;
    EXPECT_EQ(calendar().count(facts.received, day(twentieth), WorkingDays::freedom_of_information),
              20)
        << line;
    ++cases;
  }
  EXPECT_GT(cases, 500);
}

TEST(FoiClockTest, sums_agree_with_counting_day_by_day) {
  for (const auto kind : {WorkingDays::freedom_of_information, WorkingDays::council_notices}) {
    int total = 0;
    const Date start = day("2014-12-31");
    for (Date each = day("2015-01-01"); each <= day("2028-12-31"); ++each.days) {
      total += *calendar().is_working_day(each, kind) ? 1 : 0;
      ASSERT_EQ(calendar().count(start, each, kind), total) << iso_date(each);
    }
  }
}

struct Case {
  const char* why;
  const char *received, *responded, *as_of;
  Regime regime;
  const char *clarification_requested, *clarification_received, *fees_notice, *fees_paid;
  bool extended;
  Ground ground;
  const char *until, *told;
  const char* outcome;  // "" answered, "open", "lapsed"
  const char *deadline, *timeliness;
  int working_days, days_late;
};

constexpr auto kNo = "";
constexpr Regime kFoi = Regime::foi, kEir = Regime::eir;
constexpr Ground kPublic = Ground::public_interest, kComplex = Ground::complex,
                 kNone = Ground::none;

// clang-format off
const Case kCases[] = {
    // Cabinet Office: in time is by the 20th working day, that day included.
    {"the day itself", "2018-04-16", "2018-05-15", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "in-time", 20, 0},
    {"the day after", "2018-04-16", "2018-05-16", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "late", 21, 1},
    {"on the day of receipt", "2018-04-16", "2018-04-16", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "in-time", 0, 0},
    {"answered on a Saturday after the deadline", "2018-04-16", "2018-05-19", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "late", 23, 3},
    {"received on a Saturday: Monday is day one (LTT47)", "2018-12-01", "2019-01-02", "2019-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2019-01-03", "in-time", 19, 0},
    {"received on Good Friday", "2018-03-30", kNo, "2018-04-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "open", "2018-04-30", "open", 20, 0},
    {"open on its last day", "2018-06-01", kNo, "2018-06-29", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "open", "2018-06-29", "open", 20, 0},
    {"overdue the day after, a Saturday", "2018-06-01", kNo, "2018-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "open", "2018-06-29", "overdue", 20, 0},
    {"overdue by a working day", "2018-06-01", kNo, "2018-07-02", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "open", "2018-06-29", "overdue", 21, 1},
    {"no answer, but the record does not say open", "2018-06-01", kNo, "2018-07-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "", "2018-06-29", "not-in-the-source", 0, 0},
    {"lapsed is not counted", "2018-04-03", "2018-08-01", "2018-08-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, "lapsed", "2018-05-01", "lapsed", 0, 0},
    // s.1(3): the clock runs from the clarified request.
    {"clarified: that day is day zero", "2018-04-16", "2018-06-08", "2018-06-30", kFoi, "2018-04-20", "2018-05-10", kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-06-08", "in-time", 20, 0},
    {"clarified, and a day late", "2018-04-16", "2018-06-11", "2018-06-30", kFoi, "2018-04-20", "2018-05-10", kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-06-08", "late", 21, 1},
    {"clarified on a Sunday", "2018-04-16", "2018-05-30", "2018-06-30", kFoi, "2018-04-20", "2018-05-06", kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-06-05", "in-time", 16, 0},
    {"clarification awaited: no clock runs", "2018-04-16", kNo, "2018-06-30", kFoi, "2018-04-20", kNo, kNo, kNo, false, kNone, kNo, kNo, "open", "2018-05-15", "on-hold", 0, 0},
    {"answered without the clarification that was asked for", "2018-04-16", "2018-05-15", "2018-06-30", kFoi, "2018-04-20", kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "in-time", 20, 0},
    // s.10(2): from the day of the fees notice to the day of payment, both included, nothing counts.
    {"fee paid ten working days after the notice", "2018-04-16", "2018-05-30", "2018-06-30", kFoi, kNo, kNo, "2018-04-18", "2018-05-01", false, kNone, kNo, kNo, kNo, "2018-05-30", "in-time", 20, 0},
    {"fee, and a day late", "2018-04-16", "2018-05-31", "2018-06-30", kFoi, kNo, kNo, "2018-04-18", "2018-05-01", false, kNone, kNo, kNo, kNo, "2018-05-30", "late", 21, 1},
    {"fees notice on the first day", "2018-04-16", "2018-05-17", "2018-06-30", kFoi, kNo, kNo, "2018-04-17", "2018-04-18", false, kNone, kNo, kNo, kNo, "2018-05-17", "in-time", 20, 0},
    {"fee awaited", "2018-04-16", kNo, "2018-06-30", kFoi, kNo, kNo, "2018-04-18", kNo, false, kNone, kNo, kNo, "open", "2018-05-15", "on-hold", 0, 0},
    // s.10(3), s.17(2): more time for the public interest test.
    {"answered within the extension", "2018-04-16", "2018-06-01", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-10", kNo, "2018-06-13", "permitted-extension", 32, 0},
    {"answered on its last day", "2018-04-16", "2018-06-13", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-10", kNo, "2018-06-13", "permitted-extension", 40, 0},
    {"answered after the extension", "2018-04-16", "2018-06-14", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-10", kNo, "2018-06-13", "late", 41, 1},
    {"extended, but answered within 20", "2018-04-16", "2018-05-15", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-10", kNo, "2018-06-13", "in-time", 20, 0},
    {"told on the last of the 20 days", "2018-04-16", "2018-06-01", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-15", kNo, "2018-06-13", "permitted-extension", 32, 0},
    {"told the day after: no extension", "2018-04-16", "2018-06-01", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-16", kNo, "2018-05-15", "late", 32, 12},
    {"not said when told: taken as it stands", "2018-04-16", "2018-06-01", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", kNo, kNo, "2018-06-13", "permitted-extension", 32, 0},
    {"until no day named: 20 further days (ICO)", "2018-04-16", "2018-06-13", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, kNo, "2018-05-10", kNo, "2018-06-13", "permitted-extension", 40, 0},
    {"the Act sets no end to a reasonable time", "2018-04-16", "2018-06-20", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-29", "2018-05-10", kNo, "2018-06-29", "permitted-extension", 45, 0},
    {"complexity is no ground of the Act", "2018-04-16", "2018-06-01", "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kComplex, "2018-06-13", "2018-05-10", kNo, "2018-05-15", "late", 32, 12},
    {"open within an extension", "2018-05-14", kNo, "2018-06-30", kFoi, kNo, kNo, kNo, kNo, true, kPublic, "2018-07-10", "2018-06-01", "open", "2018-07-10", "open", 33, 0},
    // EIR reg 5(2), 7.
    {"environmental: 20 days", "2018-04-16", "2018-05-15", "2018-06-30", kEir, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "in-time", 20, 0},
    {"environmental: a day late", "2018-04-16", "2018-05-16", "2018-06-30", kEir, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2018-05-15", "late", 21, 1},
    {"complex: 40 days", "2018-04-16", "2018-06-13", "2018-06-30", kEir, kNo, kNo, kNo, kNo, true, kComplex, "2018-06-13", "2018-05-10", kNo, "2018-06-13", "permitted-extension", 40, 0},
    {"complex: never more than 40", "2018-04-16", "2018-06-14", "2018-06-30", kEir, kNo, kNo, kNo, kNo, true, kComplex, "2018-06-29", "2018-05-10", kNo, "2018-06-13", "late", 41, 1},
    {"complex, told after the 20 days", "2018-04-16", "2018-05-31", "2018-06-30", kEir, kNo, kNo, kNo, kNo, true, kComplex, "2018-06-13", "2018-05-17", kNo, "2018-05-15", "late", 31, 11},
    {"the public interest is no ground of the Regulations", "2018-04-16", "2018-05-31", "2018-06-30", kEir, kNo, kNo, kNo, kNo, true, kPublic, "2018-06-13", "2018-05-10", kNo, "2018-05-15", "late", 31, 11},
    {"across Christmas, with 2 January of Scotland", "2018-12-03", "2019-01-04", "2019-06-30", kFoi, kNo, kNo, kNo, kNo, false, kNone, kNo, kNo, kNo, "2019-01-04", "in-time", 20, 0},
};
// clang-format on

TEST(FoiClockTest, time_is_counted_as_the_law_and_the_cabinet_office_do) {
  for (const Case& each : kCases) {
    FoiFacts facts;
    facts.received = day(each.received);
    facts.regime = each.regime;
    facts.responded = maybe(each.responded);
    facts.clarification_requested = maybe(each.clarification_requested);
    facts.clarification_received = maybe(each.clarification_received);
    facts.fees_notice = maybe(each.fees_notice);
    facts.fees_paid = maybe(each.fees_paid);
    facts.extended = each.extended;
    facts.ground = each.ground;
    facts.until = maybe(each.until);
    facts.told = maybe(each.told);
    facts.is_open = std::string_view(each.outcome) == "open";
    facts.is_lapsed = std::string_view(each.outcome) == "lapsed";
    const auto clock = run_clock(facts, calendar(), day(each.as_of));
    ASSERT_TRUE(clock) << each.why;
    EXPECT_EQ(iso_date(clock->deadline), each.deadline) << each.why;
    EXPECT_EQ(name_of(clock->timeliness), each.timeliness) << each.why;
    EXPECT_EQ(clock->working_days, each.working_days) << each.why;
    EXPECT_EQ(clock->days_late, each.days_late) << each.why;
  }
}

TEST(FoiClockTest, reviews_take_20_days_of_the_act_and_40_of_the_regulations) {
  const struct {
    const char *requested, *completed, *as_of;
    Regime regime;
    const char *deadline, *timeliness;
  } cases[] = {
      {"2018-04-16", "2018-05-15", "2018-06-30", kFoi, "2018-05-15", "in-time"},
      {"2018-04-16", "2018-05-16", "2018-06-30", kFoi, "2018-05-15", "late"},
      {"2018-04-16", "2018-06-13", "2018-06-30", kEir, "2018-06-13", "in-time"},
      {"2018-04-16", "2018-06-14", "2018-06-30", kEir, "2018-06-13", "late"},
      {"2018-06-11", "", "2018-06-30", kFoi, "2018-07-09", "open"},
      {"2018-04-16", "", "2018-06-30", kFoi, "2018-05-15", "overdue"},
      {"2018-05-14", "", "2018-06-30", kEir, "2018-07-10", "open"},
  };
  for (const auto& each : cases) {
    const auto clock = run_review_clock(day(each.requested), maybe(each.completed), each.regime,
                                        calendar(), day(each.as_of));
    ASSERT_TRUE(clock) << each.requested;
    EXPECT_EQ(iso_date(clock->deadline), each.deadline) << each.requested;
    EXPECT_EQ(name_of(clock->timeliness), each.timeliness) << each.requested;
  }
}

TEST(FoiClockTest, a_year_that_the_calendar_lacks_is_never_guessed) {
  FoiFacts facts;
  facts.received = day("2028-12-20");
  facts.is_open = true;
  EXPECT_FALSE(run_clock(facts, calendar(), day("2028-12-21")));
  facts.received = day("2014-12-30");
  EXPECT_FALSE(run_clock(facts, calendar(), day("2015-12-21")));
  // The day of receipt itself is not counted: it may lie in a year that is lacking.
  facts.received = day("2014-12-31");
  EXPECT_TRUE(run_clock(facts, calendar(), day("2015-12-21")));
}

}  // namespace
}  // namespace glasshouse::rules
