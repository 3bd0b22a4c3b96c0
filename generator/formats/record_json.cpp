#include "formats/record_json.h"

#include <algorithm>
#include <span>

#include "base/date.h"
#include "base/json.h"
#include "formats/json_parts.h"
#include "model/latest.h"
#include "rules/explain.h"

namespace glasshouse::formats {

namespace {

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
  return iso_date(model::changed_on(record).value_or(site.as_of));
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

namespace {

// What a file of a collection's records starts with, up to its own members.
void append_head(std::string& out, const model::Site& site, const model::Collection& collection) {
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
  out += ",\"count\":" + std::to_string(collection.records.size());
}

void append_records(std::string& out, const model::Site& site,
                    std::span<const model::Record> records, const model::Workspace* space) {
  out += ",\"records\":[";
  for (const model::Record& record : records) {
    if (&record != &records.front()) out += ',';
    out += '\n';
    append_facts(out, site, record, Value());
    out += '}';
    if (space) space->drain_if_long(out);
  }
  out += "\n]}\n";
}

// "https://…/foi/records/2.json", or null past either end.
void append_page_link(std::string& out, const model::Site& site,
                      const model::Collection& collection, std::string_view key, std::size_t page) {
  out += ',';
  append_json_string(out, key);
  out += ':';
  if (page == 0 || page > json_page_count(collection)) {
    out += "null";
  } else {
    append_json_string(
        out, site.settings.base_url + collection.url + "records/" + std::to_string(page) + ".json");
  }
}

}  // namespace

void append_collection_json(std::string& out, const model::Site& site,
                            const model::Collection& collection, const model::Workspace& space) {
  append_head(out, site, collection);
  append_records(out, site, collection.records, &space);
}

void append_collection_ndjson(std::string& out, const model::Site& site,
                              const model::Collection& collection, const model::Workspace& space) {
  for (const model::Record& record : collection.records) {
    append_facts(out, site, record, Value());
    out += "}\n";
    space.drain_if_long(out);
  }
}

std::size_t json_page_count(const model::Collection& collection) {
  return std::max<std::size_t>(1, (collection.records.size() + kPageRecords - 1) / kPageRecords);
}

void append_json_page(std::string& out, const model::Site& site,
                      const model::Collection& collection, std::size_t page) {
  append_head(out, site, collection);
  out += ",\"page\":" + std::to_string(page);
  out += ",\"pages\":" + std::to_string(json_page_count(collection));
  append_page_link(out, site, collection, "previous", page - 1);
  append_page_link(out, site, collection, "next", page + 1);
  const std::span<const model::Record> records = collection.records;
  const std::size_t first = (page - 1) * kPageRecords;
  append_records(out, site, records.subspan(first, std::min(kPageRecords, records.size() - first)),
                 nullptr);
}

}  // namespace glasshouse::formats
