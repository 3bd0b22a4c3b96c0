#include "formats/feed.h"

#include <fmt/format.h>

#include "base/text.h"
#include "formats/atom.h"
#include "formats/json_feed.h"
#include "markdown/record_body.h"

namespace glasshouse::formats {

namespace {

// Readers show the text on a page of their own, where "/foi/" would lead nowhere. A quote within
// text is escaped, so that what looks like an attribute is one.
std::string with_whole_addresses(std::string_view html, std::string_view origin) {
  std::string whole;
  whole.reserve(html.size() + 256);
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t quote = html.find("=\"/", at);
    if (quote == std::string_view::npos) {
      whole += html.substr(at);
      break;
    }
    const std::string_view before = html.substr(at, quote - at);
    whole.append(before).append("=\"");
    if (before.ends_with(" href") || before.ends_with(" src")) whole += origin;
    at = quote + 2;
  }
  return whole;
}

// `make` gives the feed when a route is produced: entries are not kept for the whole build.
template <typename Make>
void add_pair(const std::string& path, const Make& make, const model::Site& site,
              std::vector<model::Route>& routes) {
  routes.push_back({path + "feed.xml", "application/atom+xml",
                    [&site, make](model::Workspace& space, std::string& out, Diagnostics&) {
                      append_atom(out, site, make(), space);
                    }});
  routes.push_back({path + "feed.json", "application/feed+json",
                    [&site, make](model::Workspace& space, std::string& out, Diagnostics&) {
                      append_json_feed(out, site, make(), space);
                    }});
}

}  // namespace

Feed feed_of(const model::Site& site) {
  std::vector<const model::Record*> records;
  for (const auto& collection : site.collections) {
    if (collection->kind() == schema::Kind::page) continue;
    // One that does not say when it changed would stand before all that do.
    for (const model::Record* record : collection->current()) {
      if (model::changed_on(*record)) records.push_back(record);
    }
  }
  return {.title = std::string(site.settings.name),
          .subtitle = site.settings.description,
          .path = {},
          .entries = model::latest(records, kFeedEntries, site.as_of),
          .is_mixed = true};
}

Feed feed_of(const model::Site& site, const model::Collection& collection) {
  return {.title = fmt::format("{}: {}", collection.definition.title, site.settings.name),
          .subtitle = collection.definition.description,
          .path = collection.url,
          .entries = model::latest(collection.current(), kFeedEntries, site.as_of)};
}

Feed feed_of(const model::Site& site, const model::Collection& collection,
             const model::FacetValue& value) {
  return {.title = fmt::format("{}, {}: {}", collection.definition.title, value.label,
                               site.settings.name),
          .subtitle = {},
          .path = value.url,
          .entries = model::latest(value.records, kFeedEntries, site.as_of)};
}

Feed feed_of(const model::Site& site, const model::Record& ward) {
  return {.title = fmt::format("{}: {}", ward.title, site.settings.name),
          .subtitle = {},
          .path = ward.url,
          .entries = model::latest(model::naming(ward), kFeedEntries, site.as_of),
          .is_mixed = true};
}

std::string content_of(const model::Site& site, const model::Record& record,
                       model::Workspace& space) {
  std::string html;
  const std::string_view summary = record.fields[record.collection->definition.feed_summary].text();
  if (!summary.empty()) {
    html += "<p>";
    append_escaped(html, summary);
    html += "</p>\n";
  }
  Diagnostics told_on_the_page;
  for (const model::Field& field : record.collection->fields) {
    const Value value = record.fields[field.name];
    if (field.type != model::FieldType::markdown || value.text().empty()) continue;
    html += "<h2>";
    append_escaped(html, field.title);
    html += "</h2>\n";
    markdown::append_field_html(html, site, record, value, std::string(field.name) + "-", space,
                                told_on_the_page);
  }
  html += markdown::record_html(site, record, space, told_on_the_page);
  if (html.empty()) {
    html += "<p>";
    append_escaped(html, record.title);
    html += "</p>\n";
  }
  const std::string_view base_url = site.settings.base_url;
  return with_whole_addresses(html,
                              base_url.substr(0, base_url.size() - site.settings.base_path.size()));
}

std::string midnight(Date date) { return iso_date(date) + "T00:00:00Z"; }

void add_feed_routes(const model::Site& site, std::vector<model::Route>& routes) {
  add_pair(
      "", [&site] { return feed_of(site); }, site, routes);
  for (const auto& each : site.collections) {
    const model::Collection& collection = *each;
    if (collection.kind() == schema::Kind::page) continue;
    add_pair(
        collection.url, [&] { return feed_of(site, collection); }, site, routes);
    for (const model::Facet& facet : collection.facets) {
      for (const model::FacetValue& value : facet.values) {
        add_pair(
            value.url, [&] { return feed_of(site, collection, value); }, site, routes);
      }
    }
    if (collection.kind() != schema::Kind::ward) continue;
    for (const model::Record& ward : collection.records) {
      if (ward.withdrawn) continue;
      add_pair(
          ward.url, [&] { return feed_of(site, ward); }, site, routes);
    }
  }
}

}  // namespace glasshouse::formats
