#include "formats/record_json.h"

#include "base/date.h"
#include "base/json.h"
#include "rules/explain.h"

namespace glasshouse::formats {

namespace {

void append_member(std::string& out, std::string_view key, std::string_view text) {
  append_json_string(out, key);
  out += ':';
  append_json_string(out, text);
}

// What names a record, from the opening brace on.
void append_reference(std::string& out, const model::Site& site, const model::Record& record) {
  out += '{';
  append_member(out, "id", record.id);
  out += ',';
  append_member(out, "collection", record.collection->name());
  out += ',';
  append_member(out, "url", site.settings.base_url + record.url);
  out += ',';
  append_member(out, "title", record.title);
}

// { "<collection>": [ … what it refers to … ], "linked_from": [ … ] }
void append_links(std::string& out, const model::Site& site, const model::Record& record) {
  out += "{";
  char before_group = ' ';
  for (const auto& collection : site.collections) {
    char before = '[';
    for (const model::Link& link : record.links) {
      if (link.record->collection != collection.get()) continue;
      if (before == '[') {
        if (before_group == ',') out += ',';
        before_group = ',';
        append_json_string(out, collection->name());
        out += ':';
      }
      out += before;
      before = ',';
      append_reference(out, site, *link.record);
      out += '}';
    }
    if (before == ',') out += ']';
  }
  if (before_group == ',') out += ',';
  out += "\"linked_from\":[";
  for (std::size_t i = 0; i < record.linked_from.size(); ++i) {
    const model::Link& link = record.linked_from[i];
    if (i > 0) out += ',';
    append_reference(out, site, *link.record);
    out += ',';
    append_member(out, "field", link.field);
    out += '}';
  }
  out += "]}";
}

}  // namespace

std::string_view licence_of(const model::Site& site, const model::Record& record) {
  const std::string_view own = record.fields["licence"].text();
  return own.empty() ? site.settings.licence.url : own;
}

std::string updated_of(const model::Site& site, const model::Record& record) {
  const schema::Definition& definition = record.collection->definition;
  for (const std::string_view name : {definition.feed_updated, std::string_view("updated")}) {
    if (const auto date = parse_date_part(record.fields[name].text())) return iso_date(*date);
  }
  return iso_date(site.as_of);
}

namespace {

// How each value of `derived` is worked out, before the brace that closes `derived`.
void append_how(std::string& out, Value how) {
  out += ",\"how\":";
  char before = '{';
  for (const Map::Entry& step : how.as_map()) {
    out += before;
    before = ',';
    append_json_string(out, step.key.as_string());
    out += ":{";
    append_member(out, "in_words", rules::in_words(step.value));
    for (const Map::Entry& part : step.value.as_map()) {
      out += ',';
      append_json_string(out, part.key.as_string());
      out += ':';
      append_json(out, part.value);
    }
    out += '}';
  }
  out += '}';
}

void append_derived(std::string& out, const model::Record& record, Value how) {
  out += ",\"derived\":";
  if (!record.derived.is_map()) {
    out += "{}";
    return;
  }
  append_json(out, record.derived);
  if (!how.is_map() || how.as_map().empty()) return;
  out.pop_back();
  append_how(out, how);
  out += '}';
}

// What lists and a record's own JSON share, from the opening brace on. `how` is rules/explain.h's,
// undefined in lists, which would be three times as long with it.
void append_facts(std::string& out, const model::Site& site, const model::Record& record,
                  Value how) {
  append_reference(out, site, record);
  for (const Map::Entry& field : record.fields.as_map()) {
    const std::string_view name = field.key.as_string();
    if (name == "id" || name == "title" || name == "updated" || name == "licence") continue;
    out += ',';
    append_json_string(out, name);
    out += ':';
    append_json(out, field.value);
  }
  append_derived(out, record, how);
  out += ',';
  append_member(out, "updated", updated_of(site, record));
  out += ',';
  append_member(out, "licence", licence_of(site, record));
}

}  // namespace

void append_record_json(std::string& out, const model::Site& site, const model::Record& record,
                        std::string_view content_html, Arena& arena) {
  append_facts(out, site, record, rules::explain(site, record, arena));
  out += ",\"links\":";
  append_links(out, site, record);
  if (!content_html.empty()) {
    out += ',';
    append_member(out, "content_html", content_html);
  }
  out += '}';
}

void append_collection_json(std::string& out, const model::Site& site,
                            const model::Collection& collection, const model::Workspace& space) {
  const std::string url = site.settings.base_url + collection.url;
  out += '{';
  append_member(out, "collection", collection.name());
  out += ',';
  append_member(out, "title", collection.definition.title);
  out += ',';
  append_member(out, "description", collection.definition.description);
  out += ',';
  append_member(out, "url", url);
  out += ',';
  append_member(out, "schema", url + "schema.json");
  out += ',';
  append_member(out, "licence", site.settings.licence.url);
  out += ',';
  append_member(out, "as_of", iso_date(site.as_of));
  out += ",\"count\":" + std::to_string(collection.records.size()) + ",\"records\":[";
  char before = '\n';
  for (const model::Record& record : collection.records) {
    if (before == ',') out += ',';
    out += '\n';
    before = ',';
    append_facts(out, site, record, Value());
    out += '}';
    space.drain_if_long(out);
  }
  out += "\n]}\n";
}

}  // namespace glasshouse::formats
