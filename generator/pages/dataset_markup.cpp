#include "pages/dataset_markup.h"

#include <fmt/format.h>

#include "base/json.h"

namespace glasshouse::pages {

namespace {

using Members = std::initializer_list<std::pair<std::string_view, Value>>;

class Markup {
 public:
  Markup(const model::Site& site, const model::Dataset& dataset) : site_(site), dataset_(dataset) {}

  Value make() {
    const model::Record& record = *dataset_.record;
    const std::string_view own_publisher = record.field("publisher").text();
    const std::string_view own_licence = record.fields["licence"].text();
    const Value publisher =
        map({{"@type", text("Organization")},
             {"name", text(own_publisher.empty() ? site_.settings.publisher : own_publisher)}});
    return map({{"@context", text("https://schema.org/")},
                {"@type", text("Dataset")},
                {"name", text(record.title)},
                {"description", text_if(record.field("summary").text())},
                {"url", address(record.url)},
                {"identifier", address(record.url)},
                {"inLanguage", text(site_.settings.language)},
                {"license", text(own_licence.empty() ? site_.settings.licence.url : own_licence)},
                {"isAccessibleForFree", Value::boolean(true)},
                {"publisher", publisher},
                {"dateModified", text_if(record.field("updated").text())},
                {"spatialCoverage", text_if(record.field("place").text())},
                {"variableMeasured", columns()},
                {"distribution", downloads()}});
  }

 private:
  Value text(std::string_view words) { return Value::string(arena_, words); }
  Value text_if(std::string_view words) { return words.empty() ? Value() : text(words); }
  Value map(Members members) { return Map::of(arena_, members); }
  Value address(std::string_view path) {
    return text(fmt::format("{}{}", site_.settings.base_url, path));
  }

  Value columns() {
    List* columns = List::make(arena_);
    for (const model::DatasetColumn& column : dataset_.columns) {
      columns->push(arena_, map({{"@type", text("PropertyValue")},
                                 {"name", text(column.title.empty() ? column.name : column.title)},
                                 {"description", text_if(column.description)},
                                 {"unitText", text_if(column.unit)}}));
    }
    return Value::list(columns);
  }

  Value downloads() {
    List* files = List::make(arena_);
    for (const model::DatasetRelease& release : dataset_.releases) {
      files->push(arena_, map({{"@type", text("DataDownload")},
                               {"name", text_if(release.period)},
                               {"encodingFormat", text("text/csv")},
                               {"contentUrl", address(release.url)},
                               {"datePublished", text_if(release.published)}}));
    }
    return Value::list(files);
  }

  const model::Site& site_;
  const model::Dataset& dataset_;
  Arena arena_;
};

}  // namespace

std::string dataset_markup(const model::Site& site, const model::Dataset& dataset) {
  std::string json;
  Markup markup(site, dataset);
  append_json(json, markup.make());
  // "</script>" and "<!--" in a title would end the element or hide its end.
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace glasshouse::pages
