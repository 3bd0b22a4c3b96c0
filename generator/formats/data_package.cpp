#include "formats/data_package.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/json.h"
#include "base/text.h"
#include "formats/columns.h"
#include "formats/json_parts.h"
#include "formats/record_json.h"

namespace glasshouse::formats {

namespace {

using model::FieldType;

// Types of Table Schema. A list of plain values is text with its `separator`: the type "list" came
// with version 2, and most readers have not learned it.
std::string_view type_of(const Column& column) {
  if (form_of(column) == CellForm::joined) return "string";
  switch (column.type) {
    case FieldType::date:
      return "date";
    case FieldType::date_time:
      return "datetime";
    case FieldType::number:
      return "number";
    case FieldType::integer:
      return "integer";
    case FieldType::boolean:
      return "boolean";
    case FieldType::list:
      return "array";
    case FieldType::object:
      return "object";
    default:
      return "string";
  }
}

class Package {
 public:
  explicit Package(const model::Site& site) : site_(site) {}

  Value of_site() {
    List* resources = List::make(arena_);
    for (const auto& collection : site_.collections) {
      if (collection->kind() == schema::Kind::page) continue;
      const auto& definition = collection->definition;
      resources->push(
          arena_, resource(collection->name(), collection->url + "records.csv", definition.title,
                           definition.description, schema_of(*collection), 0));
    }
    for (const model::Dataset& dataset : site_.datasets) {
      if (dataset.record->withdrawn) continue;
      const std::string& url = dataset.record->url;
      const std::string prefix =
          fmt::format("{}.{}.", dataset.record->collection->name(), dataset.record->id);
      add_releases(*resources, dataset, prefix, url);
    }
    std::string name = slug(site_.settings.name);
    if (name.empty()) name = "site";
    return package(name, "", site_.settings.name, site_.settings.description,
                   site_.settings.licence.url, site_.settings.publisher, resources);
  }

  Value of_dataset(const model::Dataset& dataset) {
    const model::Record& record = *dataset.record;
    List* resources = List::make(arena_);
    add_releases(*resources, dataset, "", "");
    const std::string_view own = record.field("publisher").text();
    return package(record.id, record.url, record.title, record.field("summary").text(),
                   licence_of(site_, record), own.empty() ? site_.settings.publisher : own,
                   resources);
  }

 private:
  Value schema_of(const model::Collection& collection) {
    List* fields = List::make(arena_);
    for (const Column& column : table_columns_of(collection)) {
      const std::string_view type = type_of(column);
      const bool is_joined = form_of(column) == CellForm::joined;
      fields->push(arena_,
                   json_.map({{"name", json_.text(column.name)},
                              {"title", json_.text_if(column.title)},
                              {"type", json_.text(type)},
                              // RFC 3339 with any offset, where the default is UTC alone.
                              {"format", type == "datetime" ? json_.text("any") : Value()},
                              {"description", json_.text_if(column.description)},
                              {"unit", json_.text_if(column.unit)},
                              {"separator", is_joined ? json_.text(kListSeparator) : Value()},
                              {"constraints", column.required
                                                  ? json_.map({{"required", Value::boolean(true)}})
                                                  : Value()}}));
    }
    return json_.map(
        {{"$schema", json_.text("https://datapackage.org/profiles/2.0/tableschema.json")},
         {"fields", Value::list(fields)},
         {"primaryKey", json_.list({json_.text("id")})},
         {"missingValues", json_.list({json_.text("")})}});
  }

  Value resource(std::string_view name, std::string_view path, std::string_view title,
                 std::string_view description, Value schema, std::uint64_t bytes) {
    return json_.map({{"name", json_.text(name)},
                      {"type", json_.text("table")},
                      {"path", json_.text(path)},
                      {"title", json_.text_if(title)},
                      {"description", json_.text_if(description)},
                      {"format", json_.text("csv")},
                      {"mediatype", json_.text("text/csv")},
                      {"encoding", json_.text("utf-8")},
                      {"bytes", bytes == 0 ? Value() : Value::number(static_cast<double>(bytes))},
                      {"schema", schema}});
  }

  void add_releases(List& resources, const model::Dataset& dataset, std::string_view prefix,
                    std::string_view folder) {
    for (const model::DatasetRelease& release : dataset.releases) {
      resources.push(
          arena_,
          resource(
              fmt::format("{}{}", prefix, release.id), fmt::format("{}{}.csv", folder, release.id),
              release.period.empty() ? std::string(dataset.record->title)
                                     : fmt::format("{}: {}", dataset.record->title, release.period),
              release.note, json_.text(fmt::format("{}schema.json", folder)), release.csv_bytes));
    }
  }

  Value package(std::string_view name, std::string_view url, std::string_view title,
                std::string_view description, std::string_view licence, std::string_view publisher,
                List* resources) {
    const std::string address = fmt::format("{}{}", site_.settings.base_url, url);
    const bool is_own = licence == site_.settings.licence.url;
    const Value terms =
        json_.map({{"path", json_.text(licence)},
                   {"title", is_own ? json_.text(site_.settings.licence.name) : Value()}});
    const Value contributor = json_.map(
        {{"title", json_.text(publisher)}, {"roles", json_.list({json_.text("publisher")})}});
    return json_.map(
        {{"$schema", json_.text("https://datapackage.org/profiles/2.0/datapackage.json")},
         {"name", json_.text(name)},
         {"id", json_.text(address + "datapackage.json")},
         {"title", json_.text(title)},
         {"description", json_.text_if(description)},
         {"homepage", json_.text(address)},
         {"created", json_.text(iso_date(site_.as_of) + "T00:00:00Z")},
         {"licenses", json_.list({terms})},
         {"contributors", json_.list({contributor})},
         {"resources", Value::list(resources)}});
  }

  const model::Site& site_;
  Arena arena_;
  JsonParts json_{arena_};
};

}  // namespace

void append_site_package(std::string& out, const model::Site& site) {
  append_json(out, Package(site).of_site(), JsonStyle::indented);
  out += '\n';
}

void append_dataset_package(std::string& out, const model::Site& site,
                            const model::Dataset& dataset) {
  append_json(out, Package(site).of_dataset(dataset), JsonStyle::indented);
  out += '\n';
}

void add_data_package_routes(const model::Site& site, std::vector<model::Route>& routes) {
  using model::Workspace;
  constexpr std::string_view kJson = "application/json";
  routes.push_back({"datapackage.json", kJson, [&](Workspace&, std::string& out, Diagnostics&) {
                      append_site_package(out, site);
                    }});
  for (const model::Dataset& dataset : site.datasets) {
    routes.push_back({dataset.record->url + "datapackage.json", kJson,
                      [&](Workspace&, std::string& out, Diagnostics&) {
                        append_dataset_package(out, site, dataset);
                      }});
  }
}

}  // namespace glasshouse::formats
