#include "formats/catalogue.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/record_json.h"

namespace glasshouse::formats {

namespace {

constexpr std::string_view kCsv = "text/csv", kJson = "application/json",
                           kLines = "application/x-ndjson";

CatalogueEntry entry_of(const model::Site& site, const model::Collection& collection) {
  CatalogueEntry entry;
  entry.id = collection.name();
  entry.url = collection.url;
  entry.title = collection.definition.title;
  entry.description = collection.definition.description;
  if (entry.description.empty()) entry.description = entry.title;
  entry.publisher = site.settings.publisher;
  entry.licence = site.settings.licence.url;
  entry.updated = collection.updated.empty() ? iso_date(site.as_of) : collection.updated;
  entry.keywords.push_back(collection.name());
  const auto add = [&](std::string_view file, std::string_view media_type) {
    entry.files.push_back({fmt::format("{}{}", collection.url, file),
                           media_type,
                           fmt::format("{}: {}", entry.title, file),
                           {},
                           0});
  };
  add("records.csv", kCsv);
  add("records.json", kJson);
  add("records.ndjson", kLines);
  if (collection.boundaries) add("boundaries.geojson", "application/geo+json");
  return entry;
}

CatalogueEntry entry_of(const model::Site& site, const model::Dataset& dataset) {
  const model::Record& record = *dataset.record;
  CatalogueEntry entry;
  entry.id = fmt::format("{}/{}", record.collection->name(), record.id);
  entry.url = record.url;
  entry.title = record.title;
  entry.description = record.field("summary").text();
  if (entry.description.empty()) entry.description = entry.title;
  entry.publisher = record.field("publisher").text();
  if (entry.publisher.empty()) entry.publisher = site.settings.publisher;
  entry.licence = licence_of(site, record);
  entry.frequency = record.field("update_frequency").text();
  entry.coverage = record.field("coverage").text();
  entry.place = record.field("place").text();
  entry.updated = updated_of(site, record);
  for (const Value& topic : record.field("topics").items()) {
    if (topic.is_string()) entry.keywords.push_back(topic.as_string());
  }
  if (entry.keywords.empty()) entry.keywords.push_back(record.collection->name());
  entry.illustrative = record.illustrative();
  for (const model::DatasetRelease& release : dataset.releases) {
    entry.files.push_back(
        {release.url, kCsv,
         fmt::format("{}: {}", entry.title, release.period.empty() ? release.id : release.period),
         release.published, release.csv_bytes});
    if (entry.issued.empty() || (!release.published.empty() && release.published < entry.issued)) {
      entry.issued = release.published;
    }
  }
  entry.files.push_back({record.url + "records.json",
                         kJson,
                         fmt::format("{}: all releases as JSON", entry.title),
                         {},
                         0});
  entry.files.push_back({record.url + "records.ndjson",
                         kLines,
                         fmt::format("{}: all releases, a row a line", entry.title),
                         {},
                         0});
  return entry;
}

}  // namespace

std::vector<CatalogueEntry> catalogue_of(const model::Site& site) {
  std::vector<CatalogueEntry> entries;
  for (const auto& collection : site.collections) {
    if (collection->kind() != schema::Kind::page) entries.push_back(entry_of(site, *collection));
  }
  for (const model::Dataset& dataset : site.datasets) {
    if (!dataset.record->withdrawn) entries.push_back(entry_of(site, dataset));
  }
  return entries;
}

std::string_view format_word(std::string_view media_type) {
  if (media_type == kCsv) return "CSV";
  if (media_type == kJson) return "JSON";
  if (media_type == "application/geo+json") return "GEOJSON";
  return {};
}

}  // namespace glasshouse::formats
