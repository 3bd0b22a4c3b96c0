#include "formats/csvw.h"

#include <algorithm>

#include "base/date.h"
#include "base/json.h"
#include "formats/columns.h"
#include "formats/json_parts.h"
#include "formats/record_json.h"

namespace glasshouse::formats {

namespace {

using model::ColumnType;
using model::FieldType;

// Built-in datatypes of CSVW (section 5.11.1).
std::string_view datatype_of(const Column& column) {
  if (form_of(column) == CellForm::json) return "json";
  switch (plain_type_of(column)) {
    case FieldType::date:
      return "date";
    case FieldType::date_time:
      return "dateTimeStamp";
    case FieldType::uri:
      return "anyURI";
    case FieldType::number:
      return "number";
    case FieldType::integer:
      return "integer";
    case FieldType::boolean:
      return "boolean";
    default:
      return "string";
  }
}

std::string_view datatype_of(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "decimal";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::date:
      return "date";
    case ColumnType::yearmonth:
      return "gYearMonth";
    case ColumnType::year:
      return "gYear";
    case ColumnType::string:
      break;
  }
  return "string";
}

// A name may stand in a URI template (RFC 6570, varname); where a head cannot, its `titles` tell
// it.
bool is_variable_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && is_letter(name.front()) && name.back() != '.' &&
         name.find("..") == std::string_view::npos && std::ranges::all_of(name, [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
         });
}

class Metadata {
 public:
  explicit Metadata(const model::Site& site) : site_(site) {}

  Value of(const model::Collection& collection) {
    List* columns = List::make(arena_);
    for (const Column& column : table_columns_of(collection)) {
      Map* said = start(column.name, column.title, column.description, column.unit);
      said->set(arena_, "datatype", json_.text(datatype_of(column)));
      said->set(arena_, "required", Value::boolean(column.required));
      if (form_of(column) == CellForm::joined) {
        said->set(arena_, "separator", json_.text(kListSeparator));
      }
      columns->push(arena_, Value::map(said));
    }
    const std::string day = collection.updated.empty() ? iso_date(site_.as_of) : collection.updated;
    return table("records.csv", collection.definition.title, collection.definition.description,
                 site_.settings.licence.url, site_.settings.publisher, day,
                 json_.map({{"columns", Value::list(columns)},
                            {"primaryKey", json_.text("id")},
                            {"aboutUrl", json_.text("{+url}")}}));
  }

  Value of(const model::Dataset& dataset, const model::DatasetRelease& release) {
    const model::Record& record = *dataset.record;
    List* columns = List::make(arena_);
    for (const model::DatasetColumn& column : dataset.columns) {
      Map* said = start(column.name, column.title, column.description, column.unit);
      said->set(arena_, "datatype", datatype(column));
      said->set(arena_, "required", Value::boolean(column.constraints["required"].is_true()));
      columns->push(arena_, Value::map(said));
    }
    const std::string_view own = record.field("publisher").text();
    return table(
        release.id + ".csv", record.title, record.field("summary").text(),
        licence_of(site_, record), own.empty() ? site_.settings.publisher : own,
        release.published.empty() ? updated_of(site_, record) : std::string(release.published),
        json_.map({{"columns", Value::list(columns)}}));
  }

 private:
  Map* start(std::string_view head, std::string_view title, std::string_view description,
             std::string_view unit) {
    Map* said = Map::make(arena_);
    if (is_variable_name(head)) said->set(arena_, "name", json_.text(head));
    said->set(arena_, "titles", json_.text(head));
    said->set(arena_, "dc:title", json_.text_if(title));
    said->set(arena_, "dc:description", json_.text_if(description));
    said->set(arena_, "schema:unitText", json_.text_if(unit));
    return said;
  }

  // With the constraints of Table Schema that CSVW has too.
  Value datatype(const model::DatasetColumn& column) {
    const std::string_view base = datatype_of(column.type);
    Map* said = Map::make(arena_);
    said->set(arena_, "base", json_.text(base));
    for (const std::string_view name : {"minimum", "maximum", "minLength", "maxLength"}) {
      const Value limit = column.constraints[name];
      if (limit.has_value()) said->set(arena_, name, limit);
    }
    const Value pattern = column.constraints["pattern"];
    if (pattern.is_string() && base == "string") said->set(arena_, "format", pattern);
    return said->size() == 1 ? json_.text(base) : Value::map(said);
  }

  Value table(std::string_view url, std::string_view title, std::string_view description,
              std::string_view licence, std::string_view publisher, std::string_view day,
              Value schema) {
    return json_.map(
        {{"@context",
          json_.list({json_.text("http://www.w3.org/ns/csvw"),
                      json_.map({{"@language", json_.text(site_.settings.language)}})})},
         {"@type", json_.text("Table")},
         {"url", json_.text(url)},
         {"lang", json_.text(site_.settings.language)},
         {"null", json_.text("")},
         {"dc:title", json_.text(title)},
         {"dc:description", json_.text_if(description)},
         {"dc:publisher", json_.text_if(publisher)},
         {"dc:license", json_.map({{"@id", json_.text(licence)}})},
         {"dc:modified",
          json_.map({{"@type", json_.text("xsd:date")}, {"@value", json_.text(day)}})},
         {"tableSchema", schema}});
  }

  const model::Site& site_;
  Arena arena_;
  JsonParts json_{arena_};
};

void append_document(std::string& out, Value document) {
  append_json(out, document, JsonStyle::indented);
  out += '\n';
}

// Registered for CSVW metadata (w3.org/TR/tabular-metadata, appendix B).
constexpr std::string_view kCsvw = "application/csvm+json";

}  // namespace

void append_csvw(std::string& out, const model::Site& site, const model::Collection& collection) {
  append_document(out, Metadata(site).of(collection));
}

void append_csvw(std::string& out, const model::Site& site, const model::Dataset& dataset,
                 const model::DatasetRelease& release) {
  append_document(out, Metadata(site).of(dataset, release));
}

void add_csvw_routes(const model::Site& site, std::vector<model::Route>& routes) {
  using model::Workspace;
  for (const auto& collection : site.collections) {
    if (collection->kind() == schema::Kind::page) continue;
    routes.push_back({collection->url + "records.csv-metadata.json", kCsvw,
                      [&site, &list = *collection](Workspace&, std::string& out, Diagnostics&) {
                        append_csvw(out, site, list);
                      }});
  }
  for (const model::Dataset& dataset : site.datasets) {
    for (const model::DatasetRelease& release : dataset.releases) {
      routes.push_back(
          {release.url + "-metadata.json", kCsvw, [&](Workspace&, std::string& out, Diagnostics&) {
             append_csvw(out, site, dataset, release);
           }});
    }
  }
}

}  // namespace glasshouse::formats
