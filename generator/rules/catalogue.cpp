#include "rules/catalogue.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "rules/pounds.h"

namespace glasshouse::rules {

namespace {

constexpr std::string_view kBestValue =
    "https://www.gov.uk/government/publications/"
    "best-value-standards-and-intervention-a-statutory-guidance-for-best-value-authorities";
constexpr std::string_view kBestValueName =
    "Good practice; Best value standards and intervention (guidance under the Local Government Act "
    "1999, section 26)";

constexpr std::array<Entry, kRules> kEntries = {{
    {Rule::foi_deadline, "foi-deadline", "Requests for information are answered in time",
     "A request under the Freedom of Information Act is answered promptly, and by the 20th working "
     "day after the day it was received.",
     "Freedom of Information Act 2000, section 10",
     "https://www.legislation.gov.uk/ukpga/2000/36/section/10"},
    {Rule::eir_deadline, "eir-deadline",
     "Requests for environmental information are answered in time",
     "A request for environmental information is answered by the 20th working day after it was "
     "received, or the 40th where it is complex and voluminous.",
     "Environmental Information Regulations 2004, regulations 5(2) and 7",
     "https://www.legislation.gov.uk/uksi/2004/3391/regulation/5"},
    {Rule::foi_extension, "foi-extension", "More time is taken only as the law allows",
     "More time is taken to weigh the public interest, normally of 20 working days at most, or "
     "because a request for environmental information is complex and voluminous; the person who "
     "asked is told within the first 20 working days.",
     "Freedom of Information Act 2000, sections 10(3) and 17(2); Environmental Information "
     "Regulations 2004, regulation 7",
     "https://www.legislation.gov.uk/ukpga/2000/36/section/10"},
    {Rule::foi_review, "foi-review", "Internal reviews are finished in time",
     "A review is finished within 20 working days, or 40 where the request was for environmental "
     "information.",
     "Code of practice under section 45 of the Freedom of Information Act 2000; Environmental "
     "Information Regulations 2004, regulation 11(4)",
     "https://www.legislation.gov.uk/uksi/2004/3391/regulation/11"},
    {Rule::foi_reasons, "foi-reasons", "A refusal names the exemption it rests on",
     "What is held back is held back under a section of the Act, or an exception of the "
     "Regulations, that applies to the request.",
     "Freedom of Information Act 2000, section 17(1); Environmental Information Regulations 2004, "
     "regulation 14(3)",
     "https://www.legislation.gov.uk/ukpga/2000/36/section/17"},
    {Rule::foi_public_interest, "foi-public-interest", "The public interest is weighed in writing",
     "Where the exemption is not absolute, the answer says why holding back serves the public "
     "better than telling.",
     "Freedom of Information Act 2000, sections 2(2)(b) and 17(3); Environmental Information "
     "Regulations 2004, regulations 12(1)(b) and 14(3)(b)",
     "https://www.legislation.gov.uk/ukpga/2000/36/section/2"},
    {Rule::foi_cost_limit, "foi-cost-limit", "Cost is a ground only above the limit",
     "A request is refused for its cost only where finding the answer is estimated to take more "
     "than 18 hours: £450, at £25 an hour.",
     "Freedom of Information Act 2000, section 12; Freedom of Information and Data Protection "
     "(Appropriate Limit and Fees) Regulations 2004, regulations 3 and 4",
     "https://www.legislation.gov.uk/uksi/2004/3244/regulation/3"},
    {Rule::key_decision_notice, "key-decision-notice", "Key decisions are announced beforehand",
     "A key decision is announced 28 clear days before. Where that is impracticable, scrutiny is "
     "told 5 clear days before; in special urgency, its chair agrees.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulations 9 to 11",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/9"},
    {Rule::urgency_reported, "urgency-reported", "Special urgency is reported to the council",
     "The executive tells the full council of each decision taken in special urgency, within "
     "{urgency_report_months} months.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulation 19",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/19"},
    {Rule::key_decision_limbs, "key-decision-limbs", "A key decision says why it is one",
     "A decision is a key decision for the money it spends or saves, or for its effect on two or "
     "more wards; the record says which, and agrees with its value and wards.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulation 8",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/8"},
    {Rule::private_meeting_notice, "private-meeting-notice",
     "Private decisions are announced beforehand",
     "Meeting in private is announced 28 clear days before, and again 5 clear days before with "
     "what "
     "people said about it and the answer.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulation 5",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/5"},
    {Rule::private_reason, "private-reason",
     "A private decision says under which paragraph, and why",
     "The public is shut out only under a paragraph of Schedule 12A or for confidential "
     "information, and the record gives the reason.",
     "Local Government Act 1972, section 100A and Schedule 12A",
     "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A"},
    {Rule::decision_record, "decision-record", "The record of an executive decision is complete",
     "It has the decision, its date, the reasons, the alternatives rejected, conflicts of interest "
     "and dispensations.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulations 12 and 13",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/12"},
    {Rule::officer_decision_record, "officer-decision-record",
     "The record of an officer's decision is complete",
     "It has the decision, its date, the reasons and the alternatives rejected.",
     "Openness of Local Government Bodies Regulations 2014, regulation 7",
     "https://www.legislation.gov.uk/uksi/2014/2095/regulation/7"},
    {Rule::decision_published, "decision-published", "Decisions are published soon after",
     "A decision is published as soon as practicable: here, within {decision_publication_days} "
     "working days.",
     "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
     "Regulations 2012, regulation 14; Openness of Local Government Bodies Regulations 2014, "
     "regulation 8",
     "https://www.legislation.gov.uk/uksi/2012/2089/regulation/14"},
    {Rule::decision_kept, "decision-kept", "The record of a decision stays open",
     "The record of a decision can be read for six years that begin on the day it was taken: by "
     "law an officer's, the council's and its committees'; the executive's, for which the law "
     "names no time, is held to the same.",
     "Local Government Act 1972, section 100C; Openness of Local Government Bodies Regulations "
     "2014, regulation 8",
     "https://www.legislation.gov.uk/uksi/2014/2095/regulation/8"},
    {Rule::call_in, "call-in", "Scrutiny can call a decision in before it is carried out",
     "A decision of the executive waits until the time to call it in has run out, unless it is "
     "specially urgent; a decision called in says what came of that.",
     "Local Government Act 2000, section 9F(4)",
     "https://www.legislation.gov.uk/ukpga/2000/22/section/9F"},
    {Rule::agenda_notice, "agenda-notice", "Agendas are published 5 clear days before a meeting",
     "The agenda and papers are open to the public 5 clear working days before the meeting.",
     "Local Government Act 1972, section 100B(3)",
     "https://www.legislation.gov.uk/ukpga/1972/70/section/100B"},
    {Rule::ward_forum, "ward-forum", "The forum of every ward meets",
     "In each year that has ended, the forum of a ward met as often as the council says.",
     kBestValueName, kBestValue},
    {Rule::promise_on_time, "promise-on-time", "Promises are done by their date",
     "A promise whose date has passed is done, or was dropped openly.", kBestValueName, kBestValue},
    {Rule::promise_kept_to_date, "promise-kept-to-date",
     "Promises keep the date they were made with",
     "The date on which a promise is due is the one it was made with.", kBestValueName, kBestValue},
    {Rule::promise_change_explained, "promise-change-explained", "A date that moves says why",
     "Each move of a due date has its reason.", kBestValueName, kBestValue},
    {Rule::promise_reviewed, "promise-reviewed", "Promises are looked at again",
     "A promise that is not done is reviewed at least every {promise_review_days} days, or by the "
     "day its record names.",
     kBestValueName, kBestValue},
    {Rule::promise_evidence, "promise-evidence", "What is done can be seen",
     "A promise declared done has evidence.", kBestValueName, kBestValue},
    {Rule::promise_as_declared, "promise-as-declared", "What is declared is what the dates show",
     "A promise is not declared on track when its date has passed.", kBestValueName, kBestValue},
    {Rule::promise_checkable, "promise-checkable", "Promises can be checked",
     "A promise has an owner, a date and a measure, and says what will be done in words that can "
     "be "
     "tested.",
     kBestValueName, kBestValue},
    {Rule::recommendation_answered, "recommendation-answered",
     "Recommendations are answered by promises",
     "A recommendation that the council did not turn down has a promise that carries it out.",
     kBestValueName, kBestValue},
    {Rule::survey_facts, "survey-facts", "A figure from a survey says how people were asked",
     "The question as it was asked, how many people answered, when, and how they were asked stand "
     "beside the figure.",
     "Good practice; Code of Practice for Statistics, which any body may choose to apply",
     "https://code.statisticsauthority.gov.uk/"},
    {Rule::transparency_dataset, "transparency-dataset",
     "The data that the Code asks for is published on time",
     "Each dataset of the Local Government Transparency Code is published, and as often as the "
     "Code "
     "says.",
     "Local Government Transparency Code 2015",
     "https://www.gov.uk/government/publications/local-government-transparency-code-2015"},
}};

}  // namespace

std::span<const Entry> catalogue() { return kEntries; }

std::string asks_of(const Entry& entry, const schema::Standards& standards) {
  std::string asks(entry.asks);
  const std::pair<std::string_view, unsigned> blanks[] = {
      {"{promise_review_days}", standards.promise_review_days},
      {"{decision_publication_days}", standards.decision_publication_days},
      {"{urgency_report_months}", standards.urgency_report_months}};
  for (const auto& [blank, number] : blanks) {
    const std::size_t at = asks.find(blank);
    if (at != std::string::npos) asks.replace(at, blank.size(), std::to_string(number));
  }
  if (entry.rule == Rule::key_decision_limbs && standards.key_decision_value > 0) {
    asks += fmt::format(" Here {} or more is significant.",
                        pounds(std::int64_t{100} * standards.key_decision_value));
  }
  if (entry.rule == Rule::call_in && standards.call_in_days > 0) {
    asks +=
        fmt::format(" Here that is {} working days from its publication.", standards.call_in_days);
  }
  if (entry.rule == Rule::ward_forum && standards.ward_forums_a_year > 0) {
    asks += standards.ward_forums_a_year == 1
                ? " Here that is once."
                : fmt::format(" Here that is {} times.", standards.ward_forums_a_year);
  }
  return asks;
}

std::string_view id_of(Rule rule) { return kEntries[static_cast<std::size_t>(rule)].id; }

}  // namespace glasshouse::rules
