#include "formats/dcat.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/json.h"
#include "formats/catalogue.h"
#include "formats/json_parts.h"

namespace glasshouse::formats {

namespace {

// The controlled vocabularies that DCAT-AP asks for.
constexpr std::string_view kAuthority = "http://publications.europa.eu/resource/authority/";

std::string_view eu_frequency(std::string_view frequency) {
  if (frequency == "monthly") return "MONTHLY";
  if (frequency == "quarterly") return "QUARTERLY";
  if (frequency == "annual") return "ANNUAL";
  if (frequency == "once") return "NEVER";
  return {};
}

std::string_view eu_language(std::string_view tag) {
  if (tag == "en" || tag.starts_with("en-")) return "ENG";
  if (tag == "cy" || tag.starts_with("cy-")) return "CYM";
  return {};
}

class Catalogue {
 public:
  explicit Catalogue(const model::Site& site) : site_(site) {
    publisher_ = named("#publisher", "foaf:Agent");
    publisher_.as_map().set(arena_, "foaf:name", words(site.settings.publisher));
    publisher_.as_map().set(arena_, "foaf:homepage", document(""));
  }

  Value make() {
    List* datasets = List::make(arena_);
    for (const CatalogueEntry& entry : catalogue_of(site_)) datasets->push(arena_, dataset(entry));
    const std::string_view description =
        site_.settings.description.empty() ? site_.settings.name : site_.settings.description;
    return json_.map({{"@context", context()},
                      {"@id", json_.text(site_.settings.base_url + "catalog.jsonld")},
                      {"@type", json_.text("dcat:Catalog")},
                      {"dct:title", words(site_.settings.name)},
                      {"dct:description", words(description)},
                      {"dct:publisher", publisher_},
                      {"dct:language", language()},
                      {"dct:license", licence(site_.settings.licence.url)},
                      {"dct:modified", date(iso_date(site_.as_of))},
                      {"foaf:homepage", document("")},
                      {"dcat:dataset", Value::list(datasets)}});
  }

 private:
  Value context() {
    return json_.map({{"adms", json_.text("http://www.w3.org/ns/adms#")},
                      {"dcat", json_.text("http://www.w3.org/ns/dcat#")},
                      {"dct", json_.text("http://purl.org/dc/terms/")},
                      {"foaf", json_.text("http://xmlns.com/foaf/0.1/")},
                      {"rdfs", json_.text("http://www.w3.org/2000/01/rdf-schema#")},
                      {"skos", json_.text("http://www.w3.org/2004/02/skos/core#")},
                      {"vcard", json_.text("http://www.w3.org/2006/vcard/ns#")},
                      {"xsd", json_.text("http://www.w3.org/2001/XMLSchema#")}});
  }

  Value words(std::string_view text) {
    return json_.map(
        {{"@language", json_.text(site_.settings.language)}, {"@value", json_.text(text)}});
  }
  Value date(std::string_view iso) {
    if (iso.empty()) return Value();
    return json_.map({{"@type", json_.text("xsd:date")}, {"@value", json_.text(iso)}});
  }
  Value thing(std::string_view address, std::string_view type) {
    return json_.map({{"@id", json_.text(address)}, {"@type", json_.text(type)}});
  }
  // Something of this site; `path` is from its root.
  Value named(std::string_view path, std::string_view type) {
    return thing(fmt::format("{}{}", site_.settings.base_url, path), type);
  }
  Value document(std::string_view path) { return named(path, "foaf:Document"); }
  // Something known by words alone.
  Value labelled(std::string_view type, std::string_view text) {
    if (text.empty()) return Value();
    return json_.map({{"@type", json_.text(type)}, {"rdfs:label", words(text)}});
  }
  // A term of a vocabulary of the EU's Publications Office.
  Value term(std::string_view vocabulary, std::string_view code, std::string_view type) {
    if (code.empty()) return Value();
    return thing(fmt::format("{}{}/{}", kAuthority, vocabulary, code), type);
  }

  Value language() {
    return term("language", eu_language(site_.settings.language), "dct:LinguisticSystem");
  }
  Value licence(std::string_view address) { return thing(address, "dct:LicenseDocument"); }

  Value publisher(std::string_view name) {
    if (name == site_.settings.publisher) return publisher_;
    return json_.map({{"@type", json_.text("foaf:Agent")}, {"foaf:name", words(name)}});
  }

  Value contact() {
    const std::string_view email = site_.settings.contact_email;
    return json_.map(
        {{"@type", json_.list({json_.text("vcard:Kind"), json_.text("vcard:Organization")})},
         {"vcard:fn", words(site_.settings.publisher)},
         {"vcard:hasEmail", email.empty()
                                ? Value()
                                : json_.map({{"@id", json_.text("mailto:" + std::string(email))}})},
         {"vcard:hasURL", json_.map({{"@id", json_.text(site_.settings.base_url)}})}});
  }

  // The site's data is all of government and the public sector.
  Value theme() {
    Value result = term("data-theme", "GOVE", "skos:Concept");
    result.as_map().set(arena_, "skos:prefLabel",
                        json_.map({{"@language", json_.text("en")},
                                   {"@value", json_.text("Government and public sector")}}));
    return result;
  }

  Value distribution(const CatalogueEntry& entry, const CatalogueFile& file) {
    const std::string address = site_.settings.base_url + file.path;
    const Value bytes = file.bytes == 0
                            ? Value()
                            : json_.map({{"@type", json_.text("xsd:nonNegativeInteger")},
                                         {"@value", json_.text(std::to_string(file.bytes))}});
    return json_.map(
        {{"@id", json_.text(address + "#file")},
         {"@type", json_.text("dcat:Distribution")},
         {"dct:title", words(file.title)},
         {"dcat:accessURL", json_.map({{"@id", json_.text(address)}})},
         {"dcat:downloadURL", json_.map({{"@id", json_.text(address)}})},
         {"dcat:mediaType",
          thing(fmt::format("https://www.iana.org/assignments/media-types/{}", file.media_type),
                "dct:MediaType")},
         {"dct:format", term("file-type", format_word(file.media_type), "dct:MediaTypeOrExtent")},
         {"dcat:byteSize", bytes},
         {"dct:issued", date(file.issued)},
         {"dct:license", licence(entry.licence)}});
  }

  Value dataset(const CatalogueEntry& entry) {
    List* keywords = List::make(arena_);
    for (const std::string_view keyword : entry.keywords) keywords->push(arena_, words(keyword));
    List* files = List::make(arena_);
    for (const CatalogueFile& file : entry.files) files->push(arena_, distribution(entry, file));
    return json_.map(
        {{"@id", json_.text(fmt::format("{}{}#dataset", site_.settings.base_url, entry.url))},
         {"@type", json_.text("dcat:Dataset")},
         {"dct:identifier", json_.text(entry.id)},
         {"dct:title", words(entry.title)},
         {"dct:description", words(entry.description)},
         {"dct:publisher", publisher(entry.publisher)},
         {"dcat:contactPoint", contact()},
         {"dcat:landingPage", document(entry.url)},
         {"dcat:keyword", Value::list(keywords)},
         {"dcat:theme", theme()},
         {"dct:language", language()},
         {"dct:issued", date(entry.issued)},
         {"dct:modified", date(entry.updated)},
         {"dct:accrualPeriodicity",
          term("frequency", eu_frequency(entry.frequency), "dct:Frequency")},
         {"dct:spatial", labelled("dct:Location", entry.place)},
         {"dct:temporal", labelled("dct:PeriodOfTime", entry.coverage)},
         {"dct:provenance", entry.illustrative ? labelled("dct:ProvenanceStatement",
                                                          "Invented, to show how the site works.")
                                               : Value()},
         {"dcat:distribution", Value::list(files)}});
  }

  const model::Site& site_;
  Arena arena_;
  JsonParts json_{arena_};
  Value publisher_;
};

}  // namespace

void append_dcat(std::string& out, const model::Site& site) {
  append_json(out, Catalogue(site).make(), JsonStyle::indented);
  out += '\n';
}

}  // namespace glasshouse::formats
