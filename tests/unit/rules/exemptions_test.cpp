// FOIA 2000 Part II and s.2(3), s.12, s.14; EIR 2004 reg 12 and 13.
#include "rules/exemptions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace glasshouse::rules {
namespace {

TEST(ExemptionsTest, an_exemption_is_known_however_it_is_written) {
  const struct {
    const char *text, *name;
  } cases[] = {
      {"FOIA s.40(2)", "FOIA s.40(2)"},
      {"Section 40(2)", "FOIA s.40(2)"},
      {"s40(2)", "FOIA s.40(2)"},
      {"s. 43 (2)", "FOIA s.43(2)"},
      {"31", "FOIA s.31"},
      {"s.31(1)(a)", "FOIA s.31"},
      {"FOIA s.22A", "FOIA s.22A"},
      {"FOIA s.36(2)(b)(ii)", "FOIA s.36"},
      {"section 12", "FOIA s.12"},
      {"FOIA s.14(1)", "FOIA s.14(1)"},
      {"FOIA s.14(2)", "FOIA s.14(2)"},
      {"EIR reg.12(5)(e)", "EIR reg.12(5)(e)"},
      {"Regulation 12(4)(b)", "EIR reg.12(4)(b)"},
      {"regulation 13(1)", "EIR reg.13"},
      {"EIR 12(3)", "EIR reg.12(3)"},
  };
  for (const auto& each : cases) {
    const Exemption* found = find_exemption(each.text);
    ASSERT_TRUE(found) << each.text;
    EXPECT_EQ(found->name, each.name) << each.text;
  }
  for (const char* wrong :
       {"", "FOIA", "FOIA s.99", "s.1", "EIR reg.5", "EIR reg.12(9)", "exempt"}) {
    EXPECT_FALSE(find_exemption(wrong)) << wrong;
  }
}

// FOIA s.2(3): the sections that are absolute; s.12 and 14 are no exemptions; all others weigh.
TEST(ExemptionsTest, each_section_has_the_class_that_the_law_gives) {
  const std::vector<std::string_view> absolute = {"21", "23", "32",    "34",   "40",
                                                  "41", "44", "40(1)", "40(2)"};
  const std::vector<std::string_view> procedural = {"12", "14", "14(1)", "14(2)"};
  int weighed = 0;
  for (const Exemption& each : exemptions()) {
    if (each.regime == Regime::eir) continue;
    const auto is_in = [&](const auto& list) {
      return std::find(list.begin(), list.end(), each.section()) != list.end();
    };
    const auto expected = is_in(absolute)     ? ExemptionClass::absolute
                          : is_in(procedural) ? ExemptionClass::procedural
                                              : ExemptionClass::qualified;
    EXPECT_EQ(each.exemption_class, expected) << each.name;
    weighed += each.exemption_class == ExemptionClass::qualified ? 1 : 0;
  }
  EXPECT_EQ(weighed, 19);
}

// EIR reg 12(1)(b): every exception of reg 12(4) and (5) weighs; personal data does not.
TEST(ExemptionsTest, exceptions_of_the_regulations_weigh_the_public_interest) {
  for (const Exemption& each : exemptions()) {
    if (each.regime == Regime::foi) continue;
    const bool is_free =
        each.section() == "13" || each.section() == "12(3)" || each.section() == "12(4)(a)";
    EXPECT_EQ(each.exemption_class == ExemptionClass::absolute, is_free) << each.name;
  }
}

TEST(ExemptionsTest, an_outcome_stands_on_exemptions_that_support_it) {
  constexpr auto kGood = Support::supported, kNone = Support::unsupported,
                 kUncalled = Support::uncalled_for, kWrong = Support::wrong;
  const struct {
    const char* outcome;
    std::vector<const char*> named;
    Support support;
  } cases[] = {
      {"granted-in-full", {}, kGood},
      {"granted-in-full", {"FOIA s.40(2)"}, kUncalled},
      {"granted-in-full", {"EIR reg.12(5)(e)"}, kUncalled},
      {"granted-in-part", {}, kNone},
      {"granted-in-part", {"FOIA s.40(2)"}, kGood},
      {"granted-in-part", {"FOIA s.12"}, kGood},
      {"granted-in-part", {"EIR reg.13"}, kGood},
      {"withheld-in-full", {}, kNone},
      {"withheld-in-full", {"FOIA s.43(2)"}, kGood},
      {"withheld-in-full", {"FOIA s.31", "FOIA s.40(2)"}, kGood},
      {"withheld-in-full", {"FOIA s.12"}, kWrong},
      {"withheld-in-full", {"FOIA s.14(1)"}, kWrong},
      {"withheld-in-full", {"FOIA s.12", "FOIA s.43"}, kGood},
      {"withheld-in-full", {"EIR reg.12(4)(b)"}, kGood},
      {"refused-cost-limit", {}, kNone},
      {"refused-cost-limit", {"FOIA s.12"}, kGood},
      {"refused-cost-limit", {"EIR reg.12(4)(b)"}, kGood},
      {"refused-cost-limit", {"FOIA s.43(2)"}, kWrong},
      {"refused-cost-limit", {"FOIA s.14(1)"}, kWrong},
      {"refused-vexatious", {}, kNone},
      {"refused-vexatious", {"FOIA s.14(1)"}, kGood},
      {"refused-vexatious", {"FOIA s.14(2)"}, kGood},
      {"refused-vexatious", {"EIR reg.12(4)(b)"}, kGood},
      {"refused-vexatious", {"FOIA s.12"}, kWrong},
      {"not-held", {}, kGood},
      {"not-held", {"EIR reg.12(4)(a)"}, kGood},
      {"not-held", {"FOIA s.40(2)"}, kUncalled},
      {"advice-and-assistance", {}, kGood},
      {"advice-and-assistance", {"FOIA s.12"}, kGood},
      {"open", {}, kGood},
      {"open", {"FOIA s.40(2)"}, kUncalled},
      {"lapsed", {"FOIA s.40(2)"}, kUncalled},
      {"withdrawn", {"FOIA s.40(2)"}, kUncalled},
      {"a word of another council", {"FOIA s.40(2)"}, kGood},
  };
  for (const auto& each : cases) {
    std::vector<const Exemption*> named;
    for (const char* name : each.named) named.push_back(find_exemption(name));
    EXPECT_EQ(support_of(each.outcome, named), each.support)
        << each.outcome << " " << (each.named.empty() ? "" : each.named[0]);
  }
}

}  // namespace
}  // namespace glasshouse::rules
