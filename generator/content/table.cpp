#include "content/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/text.h"
#include "content/csv.h"
#include "content/parse.h"
#include "content/record_maker.h"

namespace glasshouse::content {

namespace {

class TableReader {
 public:
  TableReader(std::string_view text, const TableContext& context)
      : text_(text), c_(context), source_(context.source), maker_(context) {}

  std::vector<SourceRecord> read() {
    switch (source_.type) {
      case SourceType::csv:
        read_csv();
        break;
      case SourceType::json:
        read_json();
        break;
      case SourceType::ndjson:
        read_ndjson();
        break;
      case SourceType::files:
        break;
    }
    return maker_.take();
  }

 private:
  [[nodiscard]] Place place(Mark mark) const { return Place(c_.file, mark); }

  void read_csv() {
    CsvReader reader(text_, c_.file, c_.limits.field_bytes, c_.diagnostics);
    const auto header = reader.next();
    if (!header) {
      if (!reader.failed()) {
        c_.diagnostics.error("csv-no-header", place({1, 1}), "the file has no header row",
                             "Write the names of the columns on the first line.");
      }
      return;
    }
    const std::vector<Column> columns = read_header(*header);
    if (has_error_) return;
    bool has_rows = false;
    while (const auto row = reader.next()) {
      has_rows = true;
      read_row(columns, *row);
    }
    if (!has_rows && !reader.failed()) {
      c_.diagnostics.warning("csv-no-rows", place({1, 1}), "the file has a header and no rows",
                             "Add the records, or remove the collection.");
    }
  }

  std::vector<Column> read_header(std::span<const Cell> cells) {
    std::vector<Column> columns;
    std::vector<std::string_view> names;
    std::unordered_map<std::string_view, std::size_t> number_of;  // counted from 1
    for (const Cell& cell : cells) {
      const std::string_view name = c_.arena.copy(trim(cell.text));
      names.push_back(name);
      const auto [first, is_new] = number_of.try_emplace(name, names.size());
      if (name.empty()) {
        has_error_ = true;
        c_.diagnostics.error("csv-blank-header", place(cell.mark),
                             fmt::format("column {} has no name", names.size()),
                             "Name the column in the first row, or delete it.");
      } else if (!is_new) {
        has_error_ = true;
        c_.diagnostics.error("csv-duplicate-header", place(cell.mark),
                             fmt::format("two columns have the name {}: columns {} and {}", name,
                                         first->second, names.size()),
                             "Give each column a name of its own.");
      }
    }
    if (has_error_) return columns;
    has_error_ = !maker_.check_columns(names, Severity::error);
    for (std::size_t i = 0; i < names.size(); ++i)
      columns.push_back(maker_.make_column(names[i], cells[i].mark));
    return columns;
  }

  void read_row(const std::vector<Column>& columns, std::span<const Cell> row) {
    const Mark mark = row.front().mark;
    if (std::all_of(row.begin(), row.end(),
                    [](const Cell& cell) { return trim(cell.text).empty(); })) {
      return;  // what spreadsheets leave below their last row
    }
    if (row.size() != columns.size()) {
      c_.diagnostics.error("csv-ragged-row", place(mark),
                           fmt::format("this row has {} {}, and the header has {}", row.size(),
                                       row.size() == 1 ? "cell" : "cells", columns.size()),
                           row.size() > columns.size()
                               ? "Put a cell that holds a comma in quotes."
                               : "Add the cells that are missing, empty ones too.");
      return;
    }
    Map* fields = Map::make(c_.arena, columns.size());
    bool is_right = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Column& column = columns[i];
      if (column.key.is_undefined() || trim(row[i].text).empty()) continue;
      const auto value =
          convert_text(row[i].text, row[i].mark, column.rule, c_.file, c_.arena, c_.diagnostics);
      if (value) fields->set(c_.arena, column.key, *value);
      is_right = is_right && value;
    }
    if (!is_right) return;
    maker_.add(Value::map(fields).with_mark(mark), [&](std::string_view name) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) return std::string(row[i].text);
      }
      return std::string();
    });
  }

  void read_object(Value object) {
    if (!object.is_map()) {
      c_.diagnostics.error("not-a-map", place(object.mark()),
                           "this record has no fields with names",
                           "Write an object: {\"title\": \"…\"}.");
      return;
    }
    const Map& written = object.as_map();
    Map* fields = Map::make(c_.arena, written.size());
    bool is_right = true;
    for (const Map::Entry& entry : written) {
      const Column& column = seen_column(entry.key);
      if (column.key.is_undefined() || is_empty_cell(entry.value)) continue;
      const auto value = convert_value(entry.value, column.rule, c_.file, c_.arena, c_.diagnostics);
      if (value) {
        const bool is_renamed = column.rule.field != entry.key.as_string();
        fields->set(c_.arena,
                    is_renamed
                        ? Value::string(c_.arena, column.rule.field).with_mark(entry.key.mark())
                        : entry.key,
                    *value);
      }
      is_right = is_right && value;
    }
    if (!is_right) return;
    maker_.add(Value::map(fields).with_mark(object.mark()),
               [&](std::string_view name) { return scalar_text(written.get(name)); });
  }

  const Column& seen_column(Value key) {
    const auto found = seen_.find(key.as_string());
    if (found != seen_.end()) return found->second;
    names_.push_back(key.as_string());
    return seen_.emplace(key.as_string(), maker_.make_column(key.as_string(), key.mark()))
        .first->second;
  }

  void read_json() {
    const auto value = parse_json(text_, {c_.file}, c_.arena, c_.limits.depth, c_.diagnostics);
    if (!value) return;
    const auto list = follow_pointer(*value);
    if (!list) return;
    if (!list->is_list()) {
      c_.diagnostics.error("not-a-list", place(list->mark()), "a list of records is needed here",
                           "Write [ … ], or name the list's place with \"at\" in collection.json.");
      return;
    }
    for (const Value item : list->items()) read_object(item);
    if (!list->items().empty()) maker_.check_columns(names_, Severity::warning);
  }

  // RFC 6901.
  std::optional<Value> follow_pointer(Value value) {
    if (source_.pointer.empty()) return value;
    for (const std::string_view token : split(source_.pointer.substr(1), '/')) {
      std::string name(token);
      for (std::size_t at = name.find('~'); at != std::string::npos; at = name.find('~', at + 1)) {
        name.replace(at, 2, name.substr(at, 2) == "~1" ? "/" : "~");
      }
      Value next = value[name];
      std::size_t index = 0;
      const auto number = std::from_chars(name.data(), name.data() + name.size(), index);
      if (number.ec == std::errc() && number.ptr == name.data() + name.size() &&
          index < value.items().size()) {
        next = value.items()[index];
      }
      if (next.is_undefined()) {
        std::vector<std::string_view> names;
        if (value.is_map()) {
          for (const Map::Entry& entry : value.as_map()) names.push_back(entry.key.as_string());
        }
        c_.diagnostics.error("bad-pointer", Place(c_.definition_file, source_.pointer_mark),
                             fmt::format("{} leads nowhere in {}: there is no {}", source_.pointer,
                                         source_.file, name),
                             did_you_mean(name, names));
        return std::nullopt;
      }
      value = next;
    }
    return value;
  }

  void read_ndjson() {
    std::uint32_t line = 0;
    bool has_records = false;
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      const std::string_view text = text_.substr(start, end - start);
      start = end + 1;
      ++line;
      if (trim(text).empty()) continue;
      has_records = true;
      if (const auto value =
              parse_json(text, {c_.file, line}, c_.arena, c_.limits.depth, c_.diagnostics)) {
        read_object(*value);
      }
    }
    if (has_records) maker_.check_columns(names_, Severity::warning);
  }

  std::string_view text_;
  const TableContext& c_;
  const TableSource& source_;
  RecordMaker maker_;
  std::unordered_map<std::string_view, Column> seen_;  // of JSON
  std::vector<std::string_view> names_;                // the same, in the order they came
  bool has_error_ = false;
};

}  // namespace

std::vector<SourceRecord> read_table(std::string_view text, const TableContext& context) {
  return TableReader(text, context).read();
}

}  // namespace glasshouse::content
