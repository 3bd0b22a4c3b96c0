#include "content/record_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/names.h"

namespace glasshouse::content {

Column RecordMaker::make_column(std::string_view name, Mark mark) const {
  Column column{name, Value(), ColumnRule()};
  const ColumnRule* rule = source_.find(name);
  if (rule) {
    column.rule = *rule;
  } else if (source_.has_mapping) {
    c_.diagnostics.warning(
        "unmapped-column", Place(c_.file, mark),
        fmt::format("the mapping does not say what the column {} becomes", name),
        fmt::format("Add \"{}\" to the mapping in {}: the name of a field, or null "
                    "to leave it out.",
                    name, c_.definition_file));
  } else {
    column.rule.column = column.rule.field = name;
  }
  if (!column.rule.field.empty())
    column.key = Value::string(c_.arena, column.rule.field).with_mark(mark);
  return column;
}

bool RecordMaker::check_columns(std::span<const std::string_view> names, Severity severity) const {
  bool is_right = true;
  const auto check = [&](std::string_view name, Mark mark) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    is_right = false;
    const Place at(c_.definition_file, mark);
    if (severity == Severity::error) {
      c_.diagnostics.error("unknown-column", at,
                           fmt::format("{} has no column {}", source_.file, name),
                           did_you_mean(name, names));
    } else {
      c_.diagnostics.warning("unseen-column", at,
                             fmt::format("no record of {} has a field {}", source_.file, name),
                             did_you_mean(name, names));
    }
  };
  for (const ColumnRule& rule : source_.columns) check(rule.column, rule.mark);
  for (const IdPart& part : source_.id) {
    if (part.is_column) check(part.text, source_.id_mark);
  }
  return is_right;
}

void RecordMaker::keep(Value fields, const std::string& id) {
  SourceRecord record;
  record.fields = fields;
  record.file = c_.file;
  record.mark = fields.mark();
  if (id.empty()) {
    c_.diagnostics.error(
        "missing-id", record.place(), "this record has no id",
        source_.id.empty()
            ? "Fill in its id, or add an \"id\" pattern to the source in collection.json."
            : "Fill in the columns that its id is made of.");
    return;
  }
  const Value field = fields["id"];
  const bool is_from_field = field.has_value() && source_.id.empty();
  const Place at = record.place(is_from_field ? field : fields);
  if (!check_id(id, at, c_.facets, c_.diagnostics)) return;
  if (field.has_value() && scalar_text(field) != id) {
    c_.diagnostics.error(
        "id-mismatch", record.place(field),
        fmt::format("the field id is \"{}\", and the pattern of the source makes \"{}\"",
                    scalar_text(field), id),
        "Make the two agree, or leave the field out.");
    return;
  }
  record.id = c_.arena.copy(id);
  records_.push_back(std::move(record));
}

}  // namespace glasshouse::content
