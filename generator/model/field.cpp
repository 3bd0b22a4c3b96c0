#include "model/field.h"

#include <set>

namespace glasshouse::model {

namespace {

FieldType type_of(Value schema) {
  const std::string_view type = schema["type"].text();
  if (type == "number") return FieldType::number;
  if (type == "integer") return FieldType::integer;
  if (type == "boolean") return FieldType::boolean;
  if (type == "array") return FieldType::list;
  if (type == "object") return FieldType::object;
  const std::string_view format = schema["format"].text();
  if (format == "date") return FieldType::date;
  if (format == "date-time") return FieldType::date_time;
  if (format == "uri" || format == "uri-reference") return FieldType::uri;
  if (format == "email") return FieldType::email;
  if (schema["contentMediaType"].text() == "text/markdown") return FieldType::markdown;
  return FieldType::text;
}

Field read_field(std::string_view name, Value schema, const std::set<std::string_view>& required) {
  // What is said of the items of a list holds for the list.
  const Value inner = schema["type"].text() == "array" ? schema["items"] : schema;
  Field field;
  field.name = name;
  field.title = schema["title"].is_string() ? schema["title"].text() : name;
  field.description = schema["description"].text();
  field.type = type_of(schema);
  field.item_type = type_of(inner);
  field.unit = inner["x-unit"].text();
  field.required = required.contains(name);
  field.is_reference = inner["x-reference"].has_value();
  field.is_ward_code = inner["x-ward-code"].is_true();
  field.labels = inner["x-labels"];
  field.tags = inner["x-tags"];
  field.schema = schema;
  return field;
}

}  // namespace

std::string_view Field::label(std::string_view value) const {
  const Value label = labels[value];
  return label.is_string() ? label.text() : value;
}

std::vector<Field> read_fields(Value schema) {
  std::set<std::string_view> required;
  for (const Value& name : schema["required"].items()) required.insert(name.text());
  std::vector<Field> fields;
  if (!schema["properties"].is_map()) return fields;
  for (const Map::Entry& property : schema["properties"].as_map()) {
    fields.push_back(read_field(property.key.as_string(), property.value, required));
  }
  return fields;
}

}  // namespace glasshouse::model
