// "How this keeps the rules": the findings of a record, and of a decision each rule that it comes
// under, as its `derived` has it.
#include <algorithm>

#include "pages/computed.h"
#include "pages/computed_words.h"
#include "pages/overview/rules.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using model::Ruling;

enum class Keeping : std::uint8_t { no_matter, kept, not_kept, silent };

std::string_view name_of(Keeping keeping) {
  switch (keeping) {
    case Keeping::kept:
      return "kept";
    case Keeping::not_kept:
      return "not-kept";
    case Keeping::silent:
    case Keeping::no_matter:
      break;
  }
  return "not-in-the-source";
}

Keeping kept_if(bool is_known) { return is_known ? Keeping::kept : Keeping::silent; }

// How a decision keeps a rule that found nothing in it: kept where `derived` has what the rule
// worked out, silent where the rule had nothing to go by.
Keeping keeping_of_decision(std::string_view rule, const Record& record) {
  const Value derived = record.derived;
  const std::string_view maker = derived["maker"].text();
  const bool by_executive = maker == "executive";
  if (rule == "key-decision-notice" && record.field("key_decision").is_true()) {
    return kept_if(derived["notice"].is_string());
  }
  if (rule == "urgency-reported" && by_executive &&
      record.field("urgency").text() == "special-urgency") {
    return kept_if(record.field("urgency_reported").is_string());
  }
  if (rule == "key-decision-limbs" && record.field("key_decision").is_true() && by_executive) {
    return kept_if(!record.field("key_limbs").items().empty());
  }
  if (rule == "private-meeting-notice" && record.field("private").is_true() && by_executive) {
    return kept_if(derived["private_notice"].is_string());
  }
  if (rule == "private-reason" && record.field("private").is_true()) {
    return kept_if(!derived["paragraphs"].items().empty() &&
                   !record.field("private_reason").text().empty());
  }
  const bool has_record = rule == "decision-record"           ? by_executive
                          : rule == "officer-decision-record" ? maker == "officer"
                                                              : false;
  if (has_record) return kept_if(derived["record_complete"].is_true());
  if (rule == "decision-published" && (by_executive || maker == "officer")) {
    return kept_if(derived["working_days_to_publish"].is_number());
  }
  if (rule == "call-in" && (by_executive || derived["call_in"].is_string())) {
    return kept_if(derived["call_in"].is_string() ||
                   record.field("urgency").text() == "special-urgency");
  }
  return Keeping::no_matter;
}

// The value of `derived` that shows by how much a rule of decisions is kept.
std::string_view measure_of(std::string_view rule) {
  if (rule == "key-decision-notice") return "notice_clear_days";
  if (rule == "private-meeting-notice") return "private_notice_28_clear_days";
  if (rule == "decision-published") return "working_days_to_publish";
  if (rule == "call-in") return "call_in_working_days";
  return {};
}

std::string measured(const Making& making, const Record& record, std::string_view rule) {
  const std::string_view key = measure_of(rule);
  const Value value = key.empty() ? Value() : record.derived[key];
  if (!value.is_number()) return {};
  return making.strings().count("measured_" + std::string(key),
                                static_cast<std::size_t>(std::max(0.0, value.as_number())));
}

Value row_view(const Making& making, const Record& record, const Ruling& ruling, Keeping keeping,
               std::span<const Found> found) {
  Views sentences(making.arena(), found.size() + 1);
  for (const Found& each : found) {
    sentences.add(Value::string(making.arena(), finding_sentence(making, *each.finding)));
  }
  const std::string measure =
      keeping == Keeping::kept ? measured(making, record, ruling.id) : std::string();
  if (!measure.empty()) sentences.add(Value::string(making.arena(), measure));
  View view(making.arena(), 7);
  view.text("title", ruling.title)
      .text("law", ruling.law)
      .text_if("law_href", ruling.law_url)
      .set("keeping", keeping_view(making, name_of(keeping)))
      .set("sentences", sentences.value());
  if (const std::string path = rules_path(making.theme); !path.empty()) {
    view.text("href", making.theme.href(path) + "#" + std::string(ruling.id));
  }
  return view.value();
}

}  // namespace

Value kept_rules_view(const Making& making, const Record& record) {
  Views rows(making.arena());
  std::span<const Found> found = making.theme.findings.of(record);
  const bool is_decision = record.collection->kind() == schema::Kind::decision;
  if (found.empty() && !is_decision) return rows.value();
  for (const Ruling& ruling : making.theme.site.rulings.rules) {
    if (ruling.level == model::Level::off) continue;
    std::size_t count = 0;
    while (count < found.size() && found[count].ruling == &ruling) ++count;
    Keeping keeping = count > 0 ? Keeping::not_kept : Keeping::no_matter;
    if (count == 0 && is_decision) keeping = keeping_of_decision(ruling.id, record);
    if (keeping == Keeping::no_matter) continue;
    rows.add(row_view(making, record, ruling, keeping, found.first(count)));
    found = found.subspan(count);
  }
  return rows.value();
}

}  // namespace glasshouse::pages
