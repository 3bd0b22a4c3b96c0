#include "formats/atom.h"

#include <algorithm>

#include "base/date.h"
#include "formats/record_json.h"
#include "formats/xml.h"

namespace glasshouse::formats {

namespace {

struct Entry {
  std::string updated;
  const model::Record* record;
};

std::vector<Entry> newest(const model::Site& site, const model::Collection& collection) {
  std::vector<Entry> entries;
  for (const model::Record& record : collection.records) {
    if (!record.withdrawn) entries.push_back({updated_of(site, record), &record});
  }
  const std::size_t count = std::min(entries.size(), kFeedEntries);
  std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(count),
                    entries.end(), [](const Entry& a, const Entry& b) {
                      return a.updated != b.updated ? a.updated > b.updated
                                                    : a.record->id < b.record->id;
                    });
  entries.resize(count);
  return entries;
}

void append_entry(std::string& out, const model::Site& site, const Entry& entry) {
  const model::Record& record = *entry.record;
  const std::string url = site.settings.base_url + record.url;
  out += "<entry>\n";
  append_element(out, "title", record.title);
  append_element(out, "id", url);
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"";
  append_xml(out, url);
  out += "\"/>\n";
  append_element(out, "updated", entry.updated + "T00:00:00Z");
  const std::string_view summary = record.fields[record.collection->definition.feed_summary].text();
  if (!summary.empty()) append_element(out, "summary", summary);
  if (record.illustrative()) out += "<category term=\"illustrative\"/>\n";
  out += "</entry>\n";
}

}  // namespace

void append_collection_atom(std::string& out, const model::Site& site,
                            const model::Collection& collection) {
  const std::vector<Entry> entries = newest(site, collection);
  const std::string url = site.settings.base_url + collection.url;
  out +=
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"";
  append_xml(out, site.settings.language);
  out += "\">\n";
  append_element(out, "title",
                 std::string(collection.definition.title) + ": " + std::string(site.settings.name));
  append_element(out, "subtitle", collection.definition.description);
  append_element(out, "id", url);
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"";
  append_xml(out, url);
  out += "\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"";
  append_xml(out, url + "feed.xml");
  out += "\"/>\n";
  append_element(out, "updated",
                 (entries.empty() ? iso_date(site.as_of) : entries[0].updated) + "T00:00:00Z");
  out += "<author><name>";
  append_xml(out, site.settings.publisher);
  out += "</name></author>\n";
  append_element(out, "rights", site.settings.licence.name);
  for (const Entry& entry : entries) append_entry(out, site, entry);
  out += "</feed>\n";
}

}  // namespace glasshouse::formats
