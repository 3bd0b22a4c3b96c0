#include "formats/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/date.h"
#include "formats/columns.h"
#include "formats/record_json.h"
#include "rules/derived_fields.h"

namespace glasshouse::formats {

namespace {

using model::Record;
using schema::Kind;

constexpr std::size_t kLineOctets = 75;

struct Event {
  const Record* record;
  Date day;
  std::optional<std::int64_t> starts, ends;  // seconds from 1970 on; none for a whole day
  std::string_view what;                     // "Due date now"; empty for the record itself
};

// What of a record has a day, by its kind: the field that the rules know by that name, or what they
// computed.
struct DayOf {
  Kind kind;
  std::string_view field;
  bool is_derived;
};
constexpr DayOf kDays[] = {{Kind::commitment, "due_current", false},
                           {Kind::foi, "deadline", true},
                           {Kind::decision, "call_in_deadline", true},
                           {Kind::dataset, "next_due", true}};

// The words for the day, in the language of the site's schemas where they have them.
std::string_view title_of(const Record& record, const DayOf& day) {
  if (!day.is_derived) {
    const model::Field* field =
        record.collection->field(record.collection->definition.field(day.field));
    return field ? field->title : day.field;
  }
  for (const rules::DerivedField& derived : rules::derived_fields(day.kind)) {
    if (derived.name == day.field) return derived.title;
  }
  return day.field;
}

// A request that was answered has no deadline to come, a promise that is kept none either.
bool is_settled(const Record& record) {
  const std::string_view timeliness = record.derived["timeliness"].text();
  if (record.collection->kind() == Kind::foi)
    return timeliness != "open" && timeliness != "overdue";
  const std::string_view status = record.derived["status"].text();
  return record.collection->kind() == Kind::commitment && (status == "done" || status == "dropped");
}

std::optional<Event> meeting_of(const Record& record) {
  const std::string_view starts = record.field("starts").text();
  const auto day = parse_date_part(starts.empty() ? record.field("day").text() : starts);
  if (!day) return std::nullopt;
  return Event{
      &record, *day, parse_date_time(starts), parse_date_time(record.field("ends").text()), {}};
}

std::optional<Event> event_of(const Record& record) {
  if (record.withdrawn) return std::nullopt;
  const Kind kind = record.collection->kind();
  if (kind == Kind::meeting) return meeting_of(record);
  const auto day_of = std::ranges::find(kDays, kind, &DayOf::kind);
  if (day_of == std::end(kDays) || is_settled(record)) return std::nullopt;
  const Value value =
      day_of->is_derived ? record.derived[day_of->field] : record.field(day_of->field);
  const auto day = parse_date_part(value.text());
  if (!day) return std::nullopt;
  return Event{&record, *day, {}, {}, title_of(record, *day_of)};
}

std::vector<Event> events_of(const model::Site& site, const Record* ward) {
  std::vector<Event> events;
  const auto add = [&](const Record& record) {
    const auto event = event_of(record);
    if (event && event->day.days >= site.as_of.days - kCalendarDaysBack) events.push_back(*event);
  };
  if (ward) {
    for (const model::Link& link : ward->linked_from) add(*link.record);
  } else {
    for (const auto& collection : site.collections) {
      for (const Record& record : collection->records) add(record);
    }
  }
  std::ranges::sort(events, [](const Event& a, const Event& b) {
    return a.day != b.day ? a.day < b.day : a.record->url < b.record->url;
  });
  // A record may name the ward in two of its fields.
  const auto same = [](const Event& a, const Event& b) { return a.record == b.record; };
  events.erase(std::unique(events.begin(), events.end(), same), events.end());
  return events;
}

std::string compact(Date day) {
  return fmt::format("{:04}{:02}{:02}", day.year(), day.month(), day.day());
}

// "20180717T090000Z"
std::string compact(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86'400;
  const std::int64_t days = seconds >= 0 ? seconds / kDay : -((kDay - 1 - seconds) / kDay);
  const std::int64_t of_day = seconds - days * kDay;
  return fmt::format("{}T{:02}{:02}{:02}Z", compact(Date{static_cast<std::int32_t>(days)}),
                     of_day / 3600, of_day / 60 % 60, of_day % 60);
}

void append_text_line(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string escaped;
  append_calendar_text(escaped, text);
  append_content_line(out, name, escaped);
}

void append_times(std::string& out, const Event& event) {
  if (!event.starts) {
    append_content_line(out, "DTSTART;VALUE=DATE", compact(event.day));
    append_content_line(out, "DTEND;VALUE=DATE", compact(Date{event.day.days + 1}));
    // A due date takes up nobody's day.
    append_content_line(out, "TRANSP", "TRANSPARENT");
    return;
  }
  append_content_line(out, "DTSTART", compact(*event.starts));
  if (event.ends && *event.ends > *event.starts) {
    append_content_line(out, "DTEND", compact(*event.ends));
  }
}

void append_event(std::string& out, const model::Site& site, const Event& event) {
  const Record& record = *event.record;
  const std::string url = site.settings.base_url + record.url;
  append_content_line(out, "BEGIN", "VEVENT");
  append_text_line(out, "UID", url);
  const auto updated = parse_date_part(updated_of(site, record));
  append_content_line(out, "DTSTAMP", compact(updated.value_or(site.as_of)) + "T000000Z");
  append_times(out, event);
  append_text_line(out, "SUMMARY",
                   event.what.empty() ? std::string(record.title)
                                      : fmt::format("{}: {}", event.what, record.title));
  append_text_line(out, "DESCRIPTION",
                   record.fields[record.collection->definition.feed_summary].text());
  if (record.collection->kind() == Kind::meeting) {
    append_text_line(out, "LOCATION", record.field("place").text());
    const std::string_view status = record.field("status").text();
    const bool is_off = status == "cancelled" || status == "postponed";
    append_content_line(out, "STATUS", is_off ? "CANCELLED" : "CONFIRMED");
  }
  std::string categories;
  append_calendar_text(categories, record.collection->definition.title);
  if (const model::Field* field = record.collection->field("illustrative");
      field && record.illustrative()) {
    categories += ',';
    append_calendar_text(categories, field->title);
  }
  append_content_line(out, "CATEGORIES", categories);
  append_content_line(out, "URL;VALUE=URI", url);
  append_content_line(out, "END", "VEVENT");
}

}  // namespace

void append_content_line(std::string& out, std::string_view name, std::string_view value) {
  std::string line(name);
  line.append(":").append(value);
  std::size_t at = 0;
  while (line.size() - at > kLineOctets - (at > 0 ? 1 : 0)) {
    std::size_t end = at + kLineOctets - (at > 0 ? 1 : 0);
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out.append(line, at, end - at).append("\r\n ");
    at = end;
  }
  out.append(line, at).append("\r\n");
}

void append_calendar_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
}

void append_calendar(std::string& out, const model::Site& site, const model::Record* ward,
                     const model::Workspace& space) {
  append_content_line(out, "BEGIN", "VCALENDAR");
  append_content_line(out, "VERSION", "2.0");
  append_content_line(out, "PRODID", "-//Glasshouse//Glasshouse//EN");
  append_content_line(out, "CALSCALE", "GREGORIAN");
  append_content_line(out, "METHOD", "PUBLISH");
  const std::string name = ward ? fmt::format("{}: {}", ward->title, site.settings.name)
                                : std::string(site.settings.name);
  append_text_line(out, "NAME", name);  // RFC 7986, and the name that older programs read
  append_text_line(out, "X-WR-CALNAME", name);
  append_content_line(out, "SOURCE;VALUE=URI",
                      site.settings.base_url + (ward ? ward->url : "") + "calendar.ics");
  for (const Event& event : events_of(site, ward)) {
    append_event(out, site, event);
    space.drain_if_long(out);
  }
  append_content_line(out, "END", "VCALENDAR");
}

}  // namespace glasshouse::formats
