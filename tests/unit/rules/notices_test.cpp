// SI 2012/2089 reg 2, 9, 10 and 11; LGA 1972 s.100B; Schedule 12A.
#include "rules/notices.h"

#include <gtest/gtest.h>

#include "content/source.h"
#include "rules/decision_maker.h"
#include "rules/meetings.h"
#include "rules/schedule_12a.h"

namespace glasshouse::rules {
namespace {

const Calendar& calendar() {
  static Diagnostics diagnostics;
  static const content::Source source =
      content::read_site(GLASSHOUSE_SOURCE, content::Limits(), 1, diagnostics);
  static const Calendar calendar = Calendar::read(source.bank_holidays, "calendar", diagnostics);
  return calendar;
}
Date day(std::string_view text) { return *parse_date(text); }

TEST(NoticesTest, a_key_decision_had_28_clear_days_or_the_urgency_that_the_law_allows) {
  constexpr auto kNone = Urgency::none, kException = Urgency::general_exception,
                 kSpecial = Urgency::special_urgency;
  const struct {
    const char *notice, *decided;
    Urgency urgency;
    const char* agreed;
    NoticeState state;
    int clear_days;  // -1: no notice
  } cases[] = {
      // Neither the day of the notice nor that of the decision counts.
      {"2018-01-15", "2018-02-13", kNone, "", NoticeState::full, 28},
      {"2018-01-16", "2018-02-13", kNone, "", NoticeState::too_short, 27},
      {"2018-01-14", "2018-02-13", kNone, "", NoticeState::full, 29},
      {"2017-12-01", "2018-02-13", kNone, "", NoticeState::full, 73},
      {"2018-02-13", "2018-02-13", kNone, "", NoticeState::too_short, 0},
      {"2018-02-20", "2018-02-13", kNone, "", NoticeState::too_short, 0},
      {"", "2018-02-13", kNone, "", NoticeState::missing, -1},
      // Across a leap day.
      {"2020-02-02", "2020-03-02", kNone, "", NoticeState::full, 28},
      {"2020-02-03", "2020-03-02", kNone, "", NoticeState::too_short, 27},
      // Reg 10: five clear days, in working days.
      {"2018-02-05", "2018-02-13", kException, "", NoticeState::general_exception, 7},
      {"2018-02-06", "2018-02-13", kException, "", NoticeState::exception_too_short, 6},
      {"2018-03-27", "2018-04-06", kException, "", NoticeState::general_exception, 9},
      {"2018-03-28", "2018-04-06", kException, "", NoticeState::exception_too_short, 8},
      {"", "2018-02-13", kException, "", NoticeState::missing, -1},
      {"2018-01-02", "2018-02-13", kException, "", NoticeState::full, 41},
      // Reg 11: the chair agrees, on or before the day.
      {"2018-02-12", "2018-02-13", kSpecial, "2018-02-12", NoticeState::special_urgency, 0},
      {"2018-02-12", "2018-02-13", kSpecial, "2018-02-13", NoticeState::special_urgency, 0},
      {"2018-02-12", "2018-02-13", kSpecial, "2018-02-14", NoticeState::agreed_after, 0},
      {"2018-02-12", "2018-02-13", kSpecial, "", NoticeState::not_agreed, 0},
      {"", "2018-02-13", kSpecial, "2018-02-12", NoticeState::special_urgency, -1},
  };
  for (const auto& each : cases) {
    const auto judged = judge_key_notice(parse_date(each.notice), day(each.decided), each.urgency,
                                         parse_date(each.agreed), calendar());
    ASSERT_TRUE(judged);
    EXPECT_EQ(judged->state, each.state) << each.notice << " " << each.decided;
    EXPECT_EQ(judged->clear_days.value_or(-1), each.clear_days) << each.notice;
  }
}

// The holidays of England alone count for a council's notices.
TEST(NoticesTest, an_agenda_is_due_five_clear_working_days_before) {
  const struct {
    const char *meeting, *by;
  } cases[] = {
      {"2018-02-13", "2018-02-05"},  // a Tuesday
      {"2018-02-12", "2018-02-02"},  // a Monday
      {"2018-04-10", "2018-03-29"},  // over Easter
      {"2018-05-08", "2018-04-27"},  // over the early May holiday
      {"2018-01-04", "2017-12-22"},  // over Christmas and New Year
      {"2018-03-20", "2018-03-12"},  // St Patrick's Day is none of England's
      {"2018-12-04", "2018-11-26"},  // nor is St Andrew's
      {"2026-06-16", "2026-06-08"},  // nor Scotland's of 15 June 2026
      {"2022-06-07", "2022-05-26"},  // two holidays for the Jubilee
      {"2022-09-21", "2022-09-12"},  // the state funeral
  };
  for (const auto& each : cases) {
    const auto by = agenda_by(day(each.meeting), calendar());
    ASSERT_TRUE(by);
    EXPECT_EQ(iso_date(*by), each.by) << each.meeting;
    EXPECT_EQ(calendar().clear_days(*by, day(each.meeting)), 5) << each.meeting;
  }
  EXPECT_FALSE(agenda_by(day("2015-01-02"), calendar()));
}

TEST(NoticesTest, who_decides_is_known_by_the_words_of_local_government) {
  constexpr auto kExecutive = DecisionMaker::executive, kCouncil = DecisionMaker::council,
                 kCommittee = DecisionMaker::committee, kOfficer = DecisionMaker::officer,
                 kOutside = DecisionMaker::outside, kUnknown = DecisionMaker::unknown;
  const struct {
    const char* name;
    DecisionMaker maker;
  } cases[] = {
      {"cabinet", kExecutive},
      {"Cabinet", kExecutive},
      {"cabinet-member-transport-and-roads", kExecutive},
      {"Cabinet Member for Housing", kExecutive},
      {"cabinet-committee-local-leadership", kExecutive},
      {"leader", kExecutive},
      {"Deputy Leader", kExecutive},
      {"The Executive", kExecutive},
      {"Executive Mayor", kExecutive},
      {"Portfolio Holder: Finance", kExecutive},
      {"council", kCouncil},
      {"Full Council", kCouncil},
      {"City Council", kCouncil},
      {"planning-committee", kCommittee},
      {"Licensing Sub-Committee", kCommittee},
      {"overview-and-scrutiny", kCommittee},
      {"health-and-wellbeing-board", kCommittee},
      {"corporate-director-place", kOfficer},
      {"chief-finance-officer", kOfficer},
      {"Executive Director of Place", kOfficer},
      {"corporate-leadership-team", kOfficer},
      {"Chief Executive", kOfficer},
      {"Head of Legal", kOfficer},
      {"secretary-of-state", kOutside},
      {"Government Commissioner", kOutside},
      {"group-leaders", kUnknown},
      {"", kUnknown},
      {"someone", kUnknown},
  };
  for (const auto& each : cases) EXPECT_EQ(decision_maker(each.name), each.maker) << each.name;
}

TEST(NoticesTest, forums_panels_and_partnerships_are_not_bound_by_the_act) {
  for (const char* bound : {"council", "cabinet", "overview-and-scrutiny", "audit-committee",
                            "health-and-wellbeing-board", "cabinet-committee-local-leadership"}) {
    EXPECT_TRUE(is_bound_by_agenda_notice(bound)) << bound;
  }
  for (const char* free :
       {"ward-forum", "improvement-panel", "partnership", "Residents' Group", ""}) {
    EXPECT_FALSE(is_bound_by_agenda_notice(free)) << free;
  }
}

TEST(NoticesTest, schedule_12a_has_seven_paragraphs) {
  EXPECT_EQ(schedule_12a().size(), 8U);
  for (const char* good : {"1", "2", "3", "4", "5", "6", "7", "confidential"}) {
    EXPECT_TRUE(find_paragraph(good)) << good;
  }
  for (const char* wrong : {"0", "8", "10", "", "secret", "3a"}) {
    EXPECT_FALSE(find_paragraph(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace glasshouse::rules
