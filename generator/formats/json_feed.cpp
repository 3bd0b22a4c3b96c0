#include "formats/json_feed.h"

#include "base/json.h"
#include "formats/json_parts.h"

namespace glasshouse::formats {

namespace {

void append_item(std::string& out, const model::Site& site, const model::Change& change,
                 model::Workspace& space) {
  const model::Record& record = *change.record;
  const schema::Definition& definition = record.collection->definition;
  const std::string url = site.settings.base_url + record.url;
  out += '{';
  append_member(out, "id", url);
  out += ',';
  append_member(out, "url", url);
  out += ',';
  append_member(out, "title", record.title);
  const std::string_view summary = record.fields[definition.feed_summary].text();
  if (!summary.empty()) {
    out += ',';
    append_member(out, "summary", summary);
  }
  out += ',';
  append_member(out, "content_html", content_of(site, record, space));
  out += ',';
  append_member(out, "date_modified", midnight(change.date));
  out += ",\"tags\":[";
  append_json_string(out, definition.singular);
  out += "],\"_glasshouse\":{";
  append_member(out, "collection", record.collection->name());
  out += ',';
  append_member(out, "id", record.id);
  out += ',';
  append_member(out, "json", url + "index.json");
  out += record.illustrative() ? ",\"illustrative\":true}}" : ",\"illustrative\":false}}";
}

}  // namespace

void append_json_feed(std::string& out, const model::Site& site, const Feed& feed,
                      model::Workspace& space) {
  const std::string url = site.settings.base_url + std::string(feed.path);
  out += '{';
  append_member(out, "version", "https://jsonfeed.org/version/1.1");
  out += ',';
  append_member(out, "title", feed.title);
  out += ',';
  append_member(out, "home_page_url", url);
  out += ',';
  append_member(out, "feed_url", url + "feed.json");
  if (!feed.subtitle.empty()) {
    out += ',';
    append_member(out, "description", feed.subtitle);
  }
  out += ',';
  append_member(out, "language", site.settings.language);
  out += ",\"authors\":[{";
  append_member(out, "name", site.settings.publisher);
  out += "}],\"items\":[";
  for (const model::Change& change : feed.entries) {
    if (&change != &feed.entries.front()) out += ',';
    out += '\n';
    append_item(out, site, change, space);
  }
  out += "\n]}\n";
}

}  // namespace glasshouse::formats
