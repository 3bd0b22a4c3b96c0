#include "formats/csv.h"

#include <algorithm>

#include "base/csv.h"
#include "base/json.h"
#include "formats/columns.h"

namespace glasshouse::formats {

void append_plain(std::string& text, Value value) {
  if (value.is_string()) {
    text += value.as_string();
  } else {
    append_json(text, value);
  }
}

void append_value_cell(std::string& out, Value value) {
  if (!value.has_value()) return;
  if (value.is_string()) {
    append_csv_text(out, value.as_string());
    return;
  }
  const auto is_plain = [](const Value& item) { return !item.is_list() && !item.is_map(); };
  std::string text;
  if (value.is_list() && std::all_of(value.items().begin(), value.items().end(), is_plain)) {
    for (const Value& item : value.items()) {
      if (!text.empty()) text += kListSeparator;
      append_plain(text, item);
    }
    append_csv_text(out, text);
    return;
  }
  append_json(text, value);
  append_csv_cell(out, text);
}

void append_collection_csv(std::string& out, const model::Site& site,
                           const model::Collection& collection, const model::Workspace& space) {
  const std::vector<Column> columns = columns_of(collection);
  for (const Column& column : columns) {
    if (&column != &columns.front()) out += ',';
    append_csv_text(out, column.name);
  }
  out += "\r\n";
  Arena arena;
  for (const model::Record& record : collection.records) {
    arena.reset();
    for (const Column& column : columns) {
      if (&column != &columns.front()) out += ',';
      append_value_cell(out, cell_of(site, record, column, arena));
    }
    out += "\r\n";
    space.drain_if_long(out);
  }
}

}  // namespace glasshouse::formats
