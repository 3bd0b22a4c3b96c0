#include "formats/csv.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "formats/columns.h"

namespace glasshouse::formats {

namespace {

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// "-12.5" is a number that was written as text: no formula.
bool is_number_text(std::string_view text) {
  const std::size_t first = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  return text.size() > first &&
         text.find_first_not_of("0123456789.,", first) == std::string_view::npos;
}

}  // namespace

void append_text_cell(std::string& out, std::string_view text) {
  const bool runs = !text.empty() &&
                    std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos &&
                    !is_number_text(text);
  append_cell(out, runs ? "'" + std::string(text) : std::string(text));
}

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
    append_text_cell(out, value.as_string());
    return;
  }
  const auto is_plain = [](const Value& item) { return !item.is_list() && !item.is_map(); };
  std::string text;
  if (value.is_list() && std::all_of(value.items().begin(), value.items().end(), is_plain)) {
    for (const Value& item : value.items()) {
      if (!text.empty()) text += "; ";
      append_plain(text, item);
    }
    append_text_cell(out, text);
    return;
  }
  append_json(text, value);
  append_cell(out, text);
}

void append_collection_csv(std::string& out, const model::Site& site,
                           const model::Collection& collection, const model::Workspace& space) {
  const std::vector<Column> columns = columns_of(collection);
  for (const Column& column : columns) {
    if (&column != &columns.front()) out += ',';
    append_text_cell(out, column.name);
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
