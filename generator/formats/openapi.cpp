#include "formats/openapi.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/json.h"
#include "formats/columns.h"
#include "formats/json_parts.h"
#include "formats/record_json.h"

namespace glasshouse::formats {

namespace {

using model::FieldType;
// Makes the document's parts in one arena.
class Document {
 public:
  explicit Document(const model::Site& site) : site_(site) {}

  Value make() {
    Map* paths = Map::make(arena_);
    Map* schemas = Map::make(arena_);
    List* tags = List::make(arena_);
    for (const auto& collection : site_.collections) {
      if (collection->kind() == schema::Kind::page) continue;
      add_collection(*collection, *paths, *schemas);
      tags->push(arena_, map({{"name", text(collection->name())},
                              {"description", text(collection->definition.description)}}));
    }
    add_site(*paths);
    tags->push(arena_, map({{"name", text("site")},
                            {"description", text("What holds for the site as a whole.")}}));
    std::string server = site_.settings.base_url;
    if (server.ends_with('/')) server.pop_back();
    return map({{"openapi", text("3.1.0")},
                {"info", info()},
                {"servers", list({map({{"url", text(server)}})})},
                {"security", list({})},
                {"tags", Value::list(tags)},
                {"paths", Value::map(paths)},
                {"components", map({{"schemas", Value::map(schemas)},
                                    {"responses", map({{"missing", missing()}})}})}});
  }

 private:
  Value text(std::string_view words) const { return parts_.text(words); }
  Value map(JsonParts::Members members) const { return parts_.map(members); }
  Value list(std::initializer_list<Value> items) const { return parts_.list(items); }
  Value reference(std::string_view to) { return map({{"$ref", text(to)}}); }

  Value info() {
    return map({{"title", text(site_.settings.name)},
                {"summary", text(site_.settings.description)},
                {"description",
                 text("Files that are made anew with each publication. They need no key, may be "
                      "kept and shared under the licence, and keep their addresses.")},
                {"version", text(iso_date(site_.as_of))},
                {"contact", map({{"name", text(site_.settings.publisher)},
                                 {"url", text(site_.settings.base_url)}})},
                {"license", map({{"name", text(site_.settings.licence.name)},
                                 {"url", text(site_.settings.licence.url)}})}});
  }

  Value missing() {
    return map({{"description", text("There is no such file.")},
                {"content", map({{"text/html", map({{"schema", type("string")}})}})}});
  }

  Value type(std::string_view name) { return map({{"type", text(name)}}); }
  Value type(std::string_view name, std::string_view format) {
    return map({{"type", text(name)}, {"format", text(format)}});
  }
  Value list_of(Value items) { return map({{"type", text("array")}, {"items", items}}); }

  Value operation(std::string_view tag, std::string_view id, std::string_view summary,
                  std::string_view media_type, Value schema, Value parameters = Value()) {
    const Value found = map({{"description", text("The file.")},
                             {"content", map({{media_type, map({{"schema", schema}})}})}});
    Map* operation = Map::make(arena_);
    operation->set(arena_, "operationId", text(id));
    operation->set(arena_, "summary", text(summary));
    operation->set(arena_, "tags", list({text(tag)}));
    if (parameters.is_list()) operation->set(arena_, "parameters", parameters);
    operation->set(arena_, "responses",
                   map({{"200", found}, {"404", reference("#/components/responses/missing")}}));
    return map({{"get", Value::map(operation)}});
  }

  Value parameter(std::string_view name, std::string_view description, Value schema,
                  Value example) {
    return list({map({{"name", text(name)},
                      {"in", text("path")},
                      {"required", Value::boolean(true)},
                      {"description", text(description)},
                      {"schema", schema},
                      {"example", example}})});
  }

  // JSON Pointer within a URI: "a/b" → "a~1b", "~" → "~0" (RFC 6901), the rest percent-encoded.
  static std::string pointer_token(std::string_view name) {
    std::string token;
    for (const char c : name) {
      if (c == '~') {
        token += "~0";
      } else if (c == '/') {
        token += "~1";
      } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                 c == '-' || c == '_' || c == '.') {
        token += c;
      } else {
        token += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      }
    }
    return token;
  }

  Value derived_schema(const Column& column) {
    Map* schema = Map::make(arena_);
    switch (column.type) {
      case FieldType::number:
      case FieldType::integer:
      case FieldType::boolean:
      case FieldType::object:
        schema->set(arena_, "type",
                    text(column.type == FieldType::number    ? "number"
                         : column.type == FieldType::integer ? "integer"
                         : column.type == FieldType::boolean ? "boolean"
                                                             : "object"));
        break;
      case FieldType::list:
        schema->set(arena_, "type", text("array"));
        schema->set(arena_, "items", map({}));
        break;
      default:
        schema->set(arena_, "type", text("string"));
        if (column.type == FieldType::date) schema->set(arena_, "format", text("date"));
    }
    schema->set(arena_, "title", text(column.title));
    schema->set(arena_, "description", text(column.description));
    return Value::map(schema);
  }

  // A record as record_json.h writes it. Of a withdrawn one little more than the required is left.
  Value record_schema(const model::Collection& collection) {
    Map* properties = Map::make(arena_);
    Map* derived = Map::make(arena_);
    const std::string fields = fmt::format("{}schema.json#/properties/", collection.url);
    properties->set(arena_, "id", type("string"));
    properties->set(arena_, "collection",
                    map({{"type", text("string")}, {"const", text(collection.name())}}));
    properties->set(arena_, "url", type("string", "uri"));
    properties->set(arena_, "title", type("string"));
    for (const Column& column : columns_of(collection)) {
      if (column.source == Column::Source::derived) {
        derived->set(arena_, column.key, derived_schema(column));
      } else if (column.source == Column::Source::field && column.key != "title") {
        properties->set(arena_, column.key, reference(fields + pointer_token(column.key)));
      }
    }
    derived->set(arena_, "how",
                 map({{"type", text("object")},
                      {"description", text("How each value was worked out; in the record's own "
                                           "file alone.")}}));
    properties->set(arena_, "derived",
                    map({{"type", text("object")}, {"properties", Value::map(derived)}}));
    properties->set(arena_, "updated", type("string", "date"));
    properties->set(arena_, "licence", type("string"));
    properties->set(arena_, "links",
                    map({{"type", text("object")},
                         {"description", text("Records that it names, by collection, and those "
                                              "that name it.")}}));
    properties->set(arena_, "content_html", type("string"));
    return map({{"type", text("object")},
                {"title", text(collection.definition.singular)},
                {"required", list({text("id"), text("collection"), text("url"), text("title"),
                                   text("derived"), text("updated"), text("licence")})},
                {"properties", Value::map(properties)}});
  }

  Value list_schema(const model::Collection& collection, std::string_view record, bool is_page) {
    Map* properties = Map::make(arena_);
    for (const std::string_view name : {"collection", "title", "description", "licence"}) {
      properties->set(arena_, name, type("string"));
    }
    for (const std::string_view name : {"url", "schema"}) {
      properties->set(arena_, name, type("string", "uri"));
    }
    properties->set(arena_, "as_of", type("string", "date"));
    properties->set(arena_, "count", type("integer"));
    if (is_page) {
      properties->set(arena_, "page", type("integer"));
      properties->set(arena_, "pages", type("integer"));
      const Value address = map({{"type", list({text("string"), text("null")})}});
      properties->set(arena_, "previous", address);
      properties->set(arena_, "next", address);
    }
    properties->set(arena_, "records", list_of(reference(record)));
    return map({{"type", text("object")},
                {"title", text(collection.definition.title)},
                {"properties", Value::map(properties)}});
  }

  void add_collection(const model::Collection& collection, Map& paths, Map& schemas) {
    const std::string_view name = collection.name();
    const std::string record = fmt::format("#/components/schemas/{}.record", name);
    schemas.set(arena_, fmt::format("{}.record", name), record_schema(collection));
    const auto add = [&](std::string_view file, std::string_view id, std::string_view summary,
                         std::string_view media_type, Value schema, Value parameters = Value()) {
      paths.set(
          arena_, fmt::format("/{}{}", collection.url, file),
          operation(name, fmt::format("{}.{}", name, id), summary, media_type, schema, parameters));
    };
    add("records.json", "all", fmt::format("All {}.", collection.definition.title),
        "application/json", list_schema(collection, record, false));
    add("records/{page}.json", "page",
        fmt::format("{}, {} at a time.", collection.definition.title, kPageRecords),
        "application/json", list_schema(collection, record, true),
        parameter("page", "From 1 to `pages`; follow `next`.", type("integer"), Value::number(1)));
    add("records.ndjson", "lines",
        fmt::format("{}, a line of JSON each.", collection.definition.title),
        "application/x-ndjson", type("string"));
    add("records.csv", "table", fmt::format("{} as a table.", collection.definition.title),
        "text/csv", type("string"));
    add("columns.csv", "columns", "What each column of the table means.", "text/csv",
        type("string"));
    add("schema.json", "schema", "The JSON Schema that every record was checked by.",
        "application/schema+json", type("object"));
    add("feed.xml", "atom", "What changed last, as Atom.", "application/atom+xml", type("string"));
    add("feed.json", "feed", "What changed last, as JSON Feed.", "application/feed+json",
        type("object"));
    if (collection.records.empty()) return;
    add("{id}/index.json", "one",
        fmt::format("{}: all that is known of one.", collection.definition.singular),
        "application/json", reference(record),
        parameter("id", "The id of the record.", type("string"),
                  text(collection.records.front().id)));
  }

  void add_site(Map& paths) {
    const auto add = [&](std::string_view path, std::string_view id, std::string_view summary,
                         std::string_view media_type, std::string_view of_type) {
      paths.set(arena_, path,
                operation("site", fmt::format("site.{}", id), summary, media_type, type(of_type)));
    };
    add("/feed.xml", "atom", "What changed last, as Atom.", "application/atom+xml", "string");
    add("/feed.json", "feed", "What changed last, as JSON Feed.", "application/feed+json",
        "object");
    add("/calendar.ics", "calendar", "Meetings and deadlines, as iCalendar.", "text/calendar",
        "string");
    add("/manifest.json", "manifest", "Every file of the site with its size and SHA-256.",
        "application/json", "object");
  }

  const model::Site& site_;
  Arena arena_;
  JsonParts parts_{arena_};
};

}  // namespace

void append_openapi(std::string& out, const model::Site& site) {
  append_json(out, Document(site).make(), JsonStyle::indented);
  out += '\n';
}

}  // namespace glasshouse::formats
