// A trail as a timeline: when it was recommended, promised, moved, decided, shown, and due.
#include <algorithm>

#include "pages/overview/answered_views.h"
#include "pages/overview/trails.h"

namespace glasshouse::pages {

namespace {

using model::Record;

constexpr std::size_t kEvents = 100;

struct Event {
  Date date;
  Value view;
};

struct Trail {
  const Making& making;
  std::vector<Event> events = {};

  void add(std::string_view date, const std::string& label, const Record* record,
           std::string_view note = {}) {
    const auto day = parse_date_part(date);
    if (!day || events.size() == kEvents) return;
    View view(making.arena(), 6);
    view.set("when", show_date(making, date))
        .text("label", label)
        .text_if("note", note)
        .flag("ahead", *day > making.theme.site.as_of);
    if (record) view.set("link", show_link(making, *record));
    events.push_back({*day, view.value()});
  }

  void add_promise(const Record& promise) {
    const Strings& strings = making.strings();
    add(promise.field("made_on").text(), std::string(strings.get("trail_promised")), &promise);
    for (const Value& move : promise.field("due_history").items()) {
      const Value due = move["due"];
      const std::string_view reason = move["reason"].text();
      add(move["date"].text(),
          strings.fill("trail_moved", {{"date", show_date(making, due.text())["text"].text()}}),
          &promise, reason.empty() ? strings.get("no_reason") : reason);
    }
    for (const Value& item : promise.field("evidence").items()) {
      add(item["date"].text(), std::string(strings.get("trail_evidence")), &promise,
          item["note"].text());
    }
    const bool has_current = promise.field("due_current").has_value();
    add(promise.field(has_current ? "due_current" : "due_original").text(),
        std::string(strings.get("trail_due")), &promise);
    for (const Record* decision : decisions_of(promise)) {
      const Value decided = decision->field("decided");
      const Value when = decided.has_value() ? decided : decision->field("decided_period");
      add(when.text(), std::string(strings.get("trail_decided")), decision);
    }
  }
};

}  // namespace

Value trail_timeline(const Making& making, const Record& recommendation) {
  Trail trail{making};
  trail.add(recommendation.field("made_on").text(),
            std::string(making.strings().get("trail_recommended")), nullptr);
  for (const Record* promise : promises_of(recommendation)) trail.add_promise(*promise);
  std::stable_sort(trail.events.begin(), trail.events.end(),
                   [](const Event& a, const Event& b) { return a.date < b.date; });
  Views events(making.arena(), trail.events.size());
  for (const Event& event : trail.events) events.add(event.view);
  return events.value();
}

}  // namespace glasshouse::pages
