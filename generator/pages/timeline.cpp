#include "pages/timeline.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace glasshouse::pages {

namespace {

using model::FieldType;

struct Event {
  std::string_view date;
  Value view;
};

struct Gathering {
  const Making& making;
  const model::Record& record;
  std::vector<Event> events = {};

  void add(std::string_view date, View& view) {
    const std::optional<Date> day = parse_date_part(date);
    if (!day) return;
    view.set("when", show_date(making, date)).flag("ahead", *day > making.theme.site.as_of);
    events.push_back({date, view.value()});
  }

  void add_field(const FieldPlan& field, Value value) {
    View view(making.arena(), 4);
    view.set("label", field.label);
    add(value.text(), view);
  }

  // "Internal review: asked for".
  void add_members(const FieldPlan& object, Value value) {
    for (const FieldPlan& member : object.members) {
      if (member.field.type != FieldType::date) continue;
      const std::string_view date = value[member.field.name].text();
      if (date.empty()) continue;
      View view(making.arena(), 4);
      view.text("label",
                making.strings().fill("event", {{"what", object.field.title},
                                                {"event", inside_sentence(member.field.title)}}));
      add(date, view);
    }
  }

  // An item of a list: its own title, the other date it names, and what is said of it.
  void add_item(const FieldPlan& list, Value item) {
    View view(making.arena(), 6);
    view.text("label", list.field.schema["items"]["title"].text());
    for (const FieldPlan& member : list.members) {
      const Value value = item[member.field.name];
      if (!value.has_value() || member.name == "date") continue;
      if (member.field.type == FieldType::date) {
        view.text("label",
                  making.strings().fill(
                      "event_date", {{"what", member.field.title},
                                     {"date", show_date(making, value.text())["text"].text()}}));
      } else if (member.is_source) {
        view.set("source", show(making, record, member, value));
      } else if (member.field.is_reference || member.field.type == FieldType::uri) {
        view.set("link", show(making, record, member, value));
      } else if (value.is_string()) {
        view.set("note", value);
      }
    }
    // That a date moved without a word is said too.
    const bool is_move = list.name == "due_history";
    if (is_move && trim(item["reason"].text()).empty()) {
      view.text("note", making.strings().get("no_reason"));
    }
    add(item["date"].text(), view);
  }
};

bool is_of_the_record_itself(std::string_view name) {
  return name == "updated" || name == "corrections" || name == "withdrawn" || name == "publish_on";
}

}  // namespace

Value timeline_view(const Making& making, const model::Record& record) {
  Gathering gathering{making, record};
  for (const FieldPlan& field : making.theme.plan(*record.collection).fields) {
    if (is_of_the_record_itself(field.name)) continue;
    const Value value = record.fields[field.field.name];
    if (!value.has_value()) continue;
    if (field.field.type == FieldType::date || field.field.type == FieldType::date_time) {
      gathering.add_field(field, value);
    } else if (value.is_map() && !field.is_source) {
      gathering.add_members(field, value);
    } else if (value.is_list() && !field.is_files) {
      for (const Value& item : value.items()) {
        if (item["date"].is_string()) gathering.add_item(field, item);
      }
    }
  }
  std::stable_sort(gathering.events.begin(), gathering.events.end(),
                   [](const Event& a, const Event& b) { return a.date < b.date; });
  Views events(making.arena(), gathering.events.size());
  for (const Event& event : gathering.events) events.add(event.view);
  return events.value();
}

}  // namespace glasshouse::pages
