#include "rules/decision_maker.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace glasshouse::rules {

namespace {

// Whether the slug has one of the words, or runs of words, as a whole.
template <std::size_t N>
bool has_word(std::string_view name, const std::array<std::string_view, N>& words) {
  const std::string padded = "-" + std::string(name) + "-";
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return padded.find("-" + std::string(word) + "-") != std::string::npos;
  });
}

}  // namespace

std::string_view name_of(DecisionMaker maker) {
  constexpr std::array<std::string_view, 6> kNames = {"",          "executive", "council",
                                                      "committee", "officer",   "outside"};
  return kNames[static_cast<std::size_t>(maker)];
}

DecisionMaker decision_maker(std::string_view written) {
  const std::string name = slug(written);
  constexpr std::array<std::string_view, 5> kOutside = {"secretary-of-state", "government",
                                                        "minister", "commissioner", "ombudsman"};
  constexpr std::array<std::string_view, 11> kOfficer = {
      "officer",  "director",           "head", "manager",   "chief-executive", "solicitor",
      "officers", "assistant-director", "team", "treasurer", "section-151"};
  constexpr std::array<std::string_view, 8> kExecutive = {
      "cabinet",          "executive",   "leader",           "mayor",
      "portfolio-holder", "lead-member", "executive-member", "elected-mayor"};
  constexpr std::array<std::string_view, 5> kCommittee = {"committee", "sub-committee", "board",
                                                          "scrutiny", "panel"};
  constexpr std::array<std::string_view, 4> kCouncil = {"council", "full-council", "city-council",
                                                        "county-council"};
  if (has_word(name, kOutside)) return DecisionMaker::outside;
  if (has_word(name, kOfficer)) return DecisionMaker::officer;
  if (has_word(name, kExecutive)) return DecisionMaker::executive;
  if (has_word(name, kCommittee)) return DecisionMaker::committee;
  if (has_word(name, kCouncil)) return DecisionMaker::council;
  return DecisionMaker::unknown;
}

bool is_bound_by_agenda_notice(std::string_view body) {
  constexpr std::array<std::string_view, 6> kFree = {"forum",       "forums", "panel",
                                                     "partnership", "group",  "conference"};
  const std::string name = slug(body);
  if (has_word(name, kFree)) return false;
  const DecisionMaker maker = decision_maker(name);
  return maker == DecisionMaker::executive || maker == DecisionMaker::council ||
         maker == DecisionMaker::committee;
}

}  // namespace glasshouse::rules
