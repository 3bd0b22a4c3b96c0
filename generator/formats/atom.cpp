#include "formats/atom.h"

#include <vector>

#include "formats/xml.h"
#include "model/latest.h"

namespace glasshouse::formats {

namespace {

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
                  bool is_mixed, model::Workspace& space) {
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
  out += "<content type=\"html\">";
  append_xml(out, content_of(site, record, space));
  out += "</content>\n";
  if (record.illustrative()) out += "<category term=\"illustrative\"/>\n";
  out += "</entry>\n";
}

}  // namespace

void append_atom(std::string& out, const model::Site& site, const Feed& feed,
                 model::Workspace& space) {
  const std::string url = site.settings.base_url + std::string(feed.path);
  out +=
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"";
  append_xml(out, site.settings.language);
  out += "\">\n";
  append_element(out, "title", feed.title);
  if (!feed.subtitle.empty()) append_element(out, "subtitle", feed.subtitle);
  append_element(out, "id", url);
  append_link(out, "alternate", "text/html", url);
  append_link(out, "self", "application/atom+xml", url + "feed.xml");
  append_element(out, "updated",
                 midnight(feed.entries.empty() ? site.as_of : feed.entries[0].date));
  out += "<author><name>";
  append_xml(out, site.settings.publisher);
  out += "</name></author>\n";
  append_element(out, "rights", site.settings.licence.name);
  for (const model::Change& entry : feed.entries)
    append_entry(out, site, entry, feed.is_mixed, space);
  out += "</feed>\n";
}

}  // namespace glasshouse::formats
