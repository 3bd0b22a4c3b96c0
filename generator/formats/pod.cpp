#include "formats/pod.h"

#include <fmt/format.h>

#include "base/json.h"
#include "formats/catalogue.h"
#include "formats/json_parts.h"

namespace glasshouse::formats {

namespace {

// Repeating durations of ISO 8601.
std::string_view repeating(std::string_view frequency) {
  if (frequency == "monthly") return "R/P1M";
  if (frequency == "quarterly") return "R/P3M";
  if (frequency == "annual") return "R/P1Y";
  return {};
}

class Catalogue {
 public:
  explicit Catalogue(const model::Site& site) : site_(site) {}

  Value make() {
    List* datasets = List::make(arena_);
    for (const CatalogueEntry& entry : catalogue_of(site_)) datasets->push(arena_, dataset(entry));
    return json_.map(
        {{"@context", json_.text("https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld")},
         {"@id", address("data.json")},
         {"@type", json_.text("dcat:Catalog")},
         {"conformsTo", json_.text("https://project-open-data.cio.gov/v1.1/schema")},
         {"describedBy", json_.text("https://project-open-data.cio.gov/v1.1/schema/catalog.json")},
         {"dataset", Value::list(datasets)}});
  }

 private:
  Value address(std::string_view path) {
    return json_.text(fmt::format("{}{}", site_.settings.base_url, path));
  }

  Value contact() {
    const std::string_view email = site_.settings.contact_email;
    return json_.map(
        {{"@type", json_.text("vcard:Contact")},
         {"fn", json_.text(site_.settings.publisher)},
         {"hasEmail", email.empty() ? Value() : json_.text(fmt::format("mailto:{}", email))}});
  }

  Value distribution(const CatalogueFile& file) {
    return json_.map({{"@type", json_.text("dcat:Distribution")},
                      {"title", json_.text(file.title)},
                      {"downloadURL", address(file.path)},
                      {"mediaType", json_.text(file.media_type)},
                      {"format", json_.text_if(format_word(file.media_type))}});
  }

  Value dataset(const CatalogueEntry& entry) {
    List* keywords = List::make(arena_);
    for (const std::string_view keyword : entry.keywords) {
      keywords->push(arena_, json_.text(keyword));
    }
    List* files = List::make(arena_);
    for (const CatalogueFile& file : entry.files) files->push(arena_, distribution(file));
    const Value publisher = json_.map(
        {{"@type", json_.text("org:Organization")}, {"name", json_.text(entry.publisher)}});
    return json_.map({{"@type", json_.text("dcat:Dataset")},
                      {"identifier", address(entry.url)},
                      {"title", json_.text(entry.title)},
                      {"description", json_.text(entry.description)},
                      {"keyword", Value::list(keywords)},
                      {"issued", json_.text_if(entry.issued)},
                      {"modified", json_.text(entry.updated)},
                      {"publisher", publisher},
                      {"contactPoint", contact()},
                      {"accessLevel", json_.text("public")},
                      {"license", json_.text(entry.licence)},
                      {"language", json_.list({json_.text(site_.settings.language)})},
                      {"landingPage", address(entry.url)},
                      {"accrualPeriodicity", json_.text_if(repeating(entry.frequency))},
                      {"spatial", json_.text_if(entry.place)},
                      {"describedBy", address(entry.url + "schema.json")},
                      {"describedByType", json_.text("application/json")},
                      {"distribution", Value::list(files)}});
  }

  const model::Site& site_;
  Arena arena_;
  JsonParts json_{arena_};
};

}  // namespace

void append_pod(std::string& out, const model::Site& site) {
  append_json(out, Catalogue(site).make(), JsonStyle::indented);
  out += '\n';
}

}  // namespace glasshouse::formats
