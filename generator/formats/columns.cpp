#include "formats/columns.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/json.h"
#include "formats/csv.h"
#include "formats/record_json.h"
#include "rules/derived_fields.h"

namespace glasshouse::formats {

namespace {

using model::FieldType;

Column own_column(Column::Source source, std::string_view name, FieldType type,
                  std::string_view title, std::string_view description) {
  Column column;
  column.name = name;
  column.title = title;
  column.description = description;
  column.type = type;
  column.required = true;
  column.source = source;
  return column;
}

Column field_column(const model::Field& field) {
  Column column;
  column.name = field.name;
  column.title = field.title;
  column.description = field.description;
  column.type = field.type;
  column.item_type = field.item_type;
  column.unit = field.unit;
  column.required = field.required;
  column.key = field.name;
  column.field = &field;
  return column;
}

Column derived_column(const rules::DerivedField& derived) {
  Column column;
  column.name = "derived." + std::string(derived.name);
  column.title = derived.title;
  column.description = derived.description;
  column.type = derived.type;
  column.item_type = derived.item_type;
  column.unit = derived.unit;
  column.source = Column::Source::derived;
  column.key = derived.name;
  return column;
}

std::string_view plain_type_name(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "text";
    case FieldType::markdown:
      return "Markdown";
    case FieldType::date:
      return "date";
    case FieldType::date_time:
      return "date and time";
    case FieldType::uri:
      return "web address";
    case FieldType::email:
      return "email address";
    case FieldType::number:
      return "number";
    case FieldType::integer:
      return "whole number";
    case FieldType::boolean:
      return "true or false";
    case FieldType::list:
      return "list";
    case FieldType::object:
      return "object";
  }
  return "text";
}

// "granted-in-full: Granted in full; …", or the bare values where they have no labels.
std::string allowed_values(const Column& column) {
  if (!column.field) return {};
  const Value schema = column.field->schema;
  const Value inner = schema["type"].text() == "array" ? schema["items"] : schema;
  std::string text;
  for (const Value& value : inner["enum"].items()) {
    if (!text.empty()) text += "; ";
    const std::string_view label = column.field->label(value.text());
    append_plain(text, value);
    if (value.is_string() && label != value.text()) text.append(": ").append(label);
  }
  return text;
}

std::string refers_to(const Column& column) {
  if (!column.field) return {};
  if (column.field->is_ward_code) return "wards, by GSS code";
  if (!column.field->is_reference) return {};
  const Value schema = column.field->schema;
  const Value inner = schema["type"].text() == "array" ? schema["items"] : schema;
  const std::string_view collection = inner["x-reference"].text();
  return collection.empty() ? "any collection, as collection/id" : std::string(collection);
}

}  // namespace

std::vector<Column> columns_of(const model::Collection& collection) {
  using enum Column::Source;
  std::vector<Column> columns;
  columns.push_back(
      own_column(id, "id", FieldType::text, "Id", "Names the record in its collection, for good."));
  columns.push_back(own_column(url, "url", FieldType::uri, "Address",
                               "The page of the record. It does not change."));
  const auto is_own = [](std::string_view name) {
    return name == "id" || name == "updated" || name == "licence";
  };
  for (const model::Field& field : collection.fields) {
    if (!is_own(field.name)) columns.push_back(field_column(field));
  }
  for (const rules::DerivedField& derived : rules::derived_fields(collection.kind())) {
    columns.push_back(derived_column(derived));
  }
  columns.push_back(own_column(updated, "updated", FieldType::date, "Updated",
                               "The day on which the record last changed."));
  columns.push_back(own_column(licence, "licence", FieldType::uri, "Licence",
                               "The licence under which the record may be used."));
  return columns;
}

std::vector<Column> table_columns_of(const model::Collection& collection) {
  std::vector<Column> columns = columns_of(collection);
  if (!std::ranges::any_of(collection.records, &model::Record::withdrawn)) return columns;
  for (Column& column : columns) {
    if (column.source == Column::Source::field && column.key != "title") column.required = false;
  }
  return columns;
}

CellForm form_of(const Column& column) {
  if (column.type == FieldType::object) return CellForm::json;
  if (column.type != FieldType::list) return CellForm::plain;
  const FieldType item = plain_type_of(column);
  return item == FieldType::object || item == FieldType::list ? CellForm::json : CellForm::joined;
}

Value cell_of(const model::Site& site, const model::Record& record, const Column& column,
              Arena& arena) {
  switch (column.source) {
    case Column::Source::id:
      return Value::string(arena, record.id);
    case Column::Source::url:
      return Value::string(arena, site.settings.base_url + record.url);
    case Column::Source::derived:
      return record.derived[column.key];
    case Column::Source::updated:
      return Value::string(arena, updated_of(site, record));
    case Column::Source::licence:
      return Value::string(arena, licence_of(site, record));
    case Column::Source::field:
      return column.key == "title" ? Value::string(arena, record.title) : record.fields[column.key];
  }
  return Value();
}

std::string type_name(const Column& column) {
  const std::string_view name = plain_type_name(plain_type_of(column));
  return column.type == FieldType::list ? fmt::format("list of {}", name) : std::string(name);
}

void append_column_dictionary(std::string& out, const model::Collection& collection) {
  out += "column,title,type,unit,required,description,values,refers_to\r\n";
  for (const Column& column : columns_of(collection)) {
    const std::string type = type_name(column);
    const std::string values = allowed_values(column);
    const std::string reference = refers_to(column);
    for (const std::string_view cell :
         {std::string_view(column.name), column.title, std::string_view(type), column.unit,
          std::string_view(column.required ? "true" : "false"), column.description,
          std::string_view(values)}) {
      append_csv_text(out, cell);
      out += ',';
    }
    append_csv_text(out, reference);
    out += "\r\n";
  }
}

}  // namespace glasshouse::formats
