// A request for information: its clock, and what each exemption is.
#include <algorithm>

#include "pages/computed.h"
#include "pages/computed_words.h"

namespace glasshouse::pages {

namespace {

std::string clock_sentence(const Making& making, Value derived) {
  const Strings& strings = making.strings();
  std::string name = "clock_" + std::string(derived["timeliness"].text());
  std::replace(name.begin(), name.end(), '-', '_');
  const auto count = [](Value value) {
    return value.is_number() ? static_cast<std::size_t>(value.as_number()) : 0;
  };
  const auto deadline = parse_date(derived["deadline"].text());
  return strings.fill(
      name, {{"working_days", strings.count("blank_working_days", count(derived["working_days"]))},
             {"days_late", strings.count("blank_days_late", count(derived["days_late"]))},
             {"deadline", deadline ? strings.date(*deadline) : std::string()}});
}

Value clock_view(const Making& making, Value derived) {
  View view(making.arena(), 4);
  view.set("timeliness", timeliness_view(making, derived["timeliness"].text()))
      .text("sentence", clock_sentence(making, derived));
  const auto labelled = [&](std::string_view key, Value value) {
    value.as_map().set(
        making.arena(), "label",
        Value::string(making.arena(), making.strings().get("derived_" + std::string(key))));
    view.set(key, value);
  };
  labelled("deadline", show_date(making, derived["deadline"].text()));
  const Value days = derived["working_days"];
  if (days.is_number()) {
    View number(making.arena(), 2);
    number.text("text", making.strings().number(days.as_number()));
    labelled("working_days", number.value());
  }
  return view.value();
}

// "43(2)" → "https://www.legislation.gov.uk/ukpga/2000/36/section/43".
std::string law_address(bool is_environmental, std::string_view section) {
  const std::string_view number = section.substr(0, section.find('('));
  return (is_environmental ? "https://www.legislation.gov.uk/uksi/2004/3391/regulation/"
                           : "https://www.legislation.gov.uk/ukpga/2000/36/section/") +
         std::string(number);
}

Value exemption_view(const Making& making, Value exemption) {
  const Strings& strings = making.strings();
  const std::string_view section = exemption["section"].text();
  const bool is_environmental = exemption["exemption"].text().starts_with("EIR");
  const std::string_view kind = exemption["class"].text();
  View view(making.arena(), 4);
  view.set("title", exemption["title"])
      .text("law", strings.fill(is_environmental ? "law_eir" : "law_foi", {{"section", section}}))
      .text("href", law_address(is_environmental, section))
      .text("test", strings.get(exemption["public_interest_test"].is_true() ? "test_needed"
                                : kind == "absolute"                        ? "test_absolute"
                                                                            : "test_procedural"));
  return view.value();
}

}  // namespace

void set_request(const Making& making, const model::Record& record, View& view) {
  const Value derived = record.derived;
  if (derived["timeliness"].is_string()) view.set("clock", clock_view(making, derived));
  const auto named = derived["exemptions"].items();
  if (named.empty()) return;
  Views exemptions(making.arena(), named.size());
  for (const Value& exemption : named) exemptions.add(exemption_view(making, exemption));
  view.set("exemptions", exemptions.value());
}

}  // namespace glasshouse::pages
