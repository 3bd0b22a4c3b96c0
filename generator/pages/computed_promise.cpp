// A promise: how it stands beside what was declared, and why the two differ.
#include <algorithm>
#include <cmath>

#include "pages/computed.h"
#include "pages/overview/answered_figures.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/slippage.h"
#include "pages/overview/trails.h"

namespace glasshouse::pages {

namespace {

using model::Record;

std::size_t count_of(Value value) {
  return value.is_number() ? static_cast<std::size_t>(std::abs(value.as_number())) : 0;
}

// Which sentence says why it stands so: the string `why_NAME`.
std::string_view reason_of(const Record& record) {
  const Value derived = record.derived;
  const bool has_slipped =
      derived["slipped_days"].is_number() && derived["slipped_days"].as_number() > 0;
  switch (standing_of(record)) {
    case model::Standing::done:
      return derived["unevidenced"].is_true() ? "why_done_unevidenced" : "why_done";
    case model::Standing::on_track:
      return "why_on_track";
    case model::Standing::at_risk:
      return "why_at_risk";
    case model::Standing::slipped:
      return has_slipped ? "why_slipped" : "why_delayed";
    case model::Standing::late:
      return "why_late";
    case model::Standing::not_started:
      return "why_not_started";
    case model::Standing::dropped:
      return "why_dropped";
    case model::Standing::not_in_the_source:
      return derived["past_due"].is_true() ? "why_silent_past" : "why_silent";
  }
  return {};
}

Value why_view(const Making& making, const Record& record) {
  const Strings& strings = making.strings();
  const auto date = [&](std::string_view field) {
    const auto day = parse_date_part(record.field(field).text());
    return day ? strings.date(*day) : std::string(strings.get("missing"));
  };
  const bool has_current = record.field("due_current").has_value();
  const std::string due = date(has_current ? "due_current" : "due_original");
  const std::string first = date("due_original");
  const std::string days = strings.count("blank_days", count_of(record.derived["days_past_due"]));
  const std::string as_of = strings.date(making.theme.site.as_of);
  Views sentences(making.arena(), 2);
  const auto say = [&](std::string_view name) {
    sentences.add(Value::string(
        making.arena(),
        strings.fill(name, {{"due", due}, {"from", first}, {"days", days}, {"as_of", as_of}})));
  };
  say(reason_of(record));
  if (record.derived["disputed"].is_true()) say("why_disputed");
  return sentences.value();
}

Value facts_view(const Making& making, const Record& record) {
  const Strings& strings = making.strings();
  const Value derived = record.derived;
  Views facts(making.arena(), 4);
  const auto fact = [&](std::string_view label, const std::string& text) {
    View view(making.arena(), 2);
    view.text("label", strings.get(label)).text("text", text);
    facts.add(view);
  };
  if (const std::size_t days = count_of(derived["days_past_due"]); days > 0) {
    fact("derived_days_past_due", strings.count("blank_days", days));
  }
  if (const std::size_t days = count_of(derived["slipped_days"]); days > 0) {
    const bool is_later = derived["slipped_days"].as_number() > 0;
    const std::string moved = strings.count(is_later ? "days_later" : "days_earlier", days);
    const std::size_t times = std::max<std::size_t>(1, count_of(derived["slipped_times"]));
    fact("derived_slipped_days", strings.count("slipped", times, {{"moved", moved}}));
  }
  if (const std::size_t days = count_of(derived["days_since_review"]); days > 0) {
    fact("derived_days_since_review", strings.count("blank_days", days));
  }
  const std::size_t evidence = record.field("evidence").items().size();
  fact("evidence", evidence == 0 ? std::string(strings.get("evidence_none"))
                                 : strings.count("records", evidence));
  return facts.value();
}

}  // namespace

void set_promise(const Making& making, const Record& record, View& view) {
  if (!record.derived["status"].is_string()) return;
  const Value link = promise_link(making, record);
  View promise(making.arena(), 8);
  promise.set("standing", link["standing"])
      .set("disputed", link["disputed"])
      .set("declared", link["declared"])
      .set("why", why_view(making, record))
      .set("facts", facts_view(making, record));
  if (const Value chart = due_dates_chart(making, record); chart.is_map()) {
    promise.set("moves_chart", chart);
  }
  Views came_from(making.arena()), led_to(making.arena());
  for (const Record* each : recommendations_of(record)) {
    Value from = show_link(making, *each);
    from.as_map().set(making.arena(), "answer", answer_tag(making, *each));
    came_from.add(from);
  }
  for (const Record* each : decisions_of(record)) led_to.add(show_link(making, *each));
  promise.set("came_from", came_from.value()).set("led_to", led_to.value());
  view.set("promise", promise.value());
}

}  // namespace glasshouse::pages
