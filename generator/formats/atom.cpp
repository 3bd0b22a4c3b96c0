#include "formats/atom.h"

#include <vector>

#include "formats/xml.h"
#include "model/latest.h"

namespace glasshouse::formats {

namespace {

// What a feed is of: the page that it stands beside, and the records whose changes it tells.
struct Feed {
  std::string_view title;
  std::string_view subtitle;  // may be empty
  std::string url;            // of the page, absolute
  std::vector<model::Change> entries;
  bool is_mixed = false;  // of several collections: each entry names its own
};

std::string midnight(Date date) { return iso_date(date) + "T00:00:00Z"; }

void append_link(std::string& out, std::string_view relation, std::string_view type,
                 std::string_view url) {
  out += "<link rel=\"";
  out += relation;
  out += "\" type=\"";
  out += type;
  out += "\" href=\"";
  append_xml(out, url);
  out += "\"/>\n";
}

void append_entry(std::string& out, const model::Site& site, const model::Change& change,
                  bool is_mixed) {
  const model::Record& record = *change.record;
  const std::string url = site.settings.base_url + record.url;
  out += "<entry>\n";
  append_element(out, "title", record.title);
  append_element(out, "id", url);
  append_link(out, "alternate", "text/html", url);
  append_element(out, "updated", midnight(change.date));
  const std::string_view summary = record.fields[record.collection->definition.feed_summary].text();
  if (!summary.empty()) append_element(out, "summary", summary);
  if (is_mixed) {
    out += "<category term=\"";
    append_xml(out, record.collection->name());
    out += "\" label=\"";
    append_xml(out, record.collection->definition.singular);
    out += "\"/>\n";
  }
  if (record.illustrative()) out += "<category term=\"illustrative\"/>\n";
  out += "</entry>\n";
}

void append_feed(std::string& out, const model::Site& site, const Feed& feed) {
  out +=
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"";
  append_xml(out, site.settings.language);
  out += "\">\n";
  append_element(out, "title", std::string(feed.title) + ": " + std::string(site.settings.name));
  if (!feed.subtitle.empty()) append_element(out, "subtitle", feed.subtitle);
  append_element(out, "id", feed.url);
  append_link(out, "alternate", "text/html", feed.url);
  append_link(out, "self", "application/atom+xml", feed.url + "feed.xml");
  append_element(out, "updated",
                 midnight(feed.entries.empty() ? site.as_of : feed.entries[0].date));
  out += "<author><name>";
  append_xml(out, site.settings.publisher);
  out += "</name></author>\n";
  append_element(out, "rights", site.settings.licence.name);
  for (const model::Change& entry : feed.entries) append_entry(out, site, entry, feed.is_mixed);
  out += "</feed>\n";
}

}  // namespace

void append_collection_atom(std::string& out, const model::Site& site,
                            const model::Collection& collection) {
  append_feed(out, site,
              {.title = collection.definition.title,
               .subtitle = collection.definition.description,
               .url = site.settings.base_url + collection.url,
               .entries = model::latest(collection.current(), kFeedEntries, site.as_of)});
}

void append_ward_atom(std::string& out, const model::Site& site, const model::Record& ward) {
  append_feed(out, site,
              {.title = ward.title,
               .subtitle = {},
               .url = site.settings.base_url + ward.url,
               .entries = model::latest(model::naming(ward), kFeedEntries, site.as_of),
               .is_mixed = true});
}

}  // namespace glasshouse::formats
