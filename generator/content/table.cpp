#include "content/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "content/csv.h"
#include "content/parse.h"
#include "content/record_maker.h"
#include "content/table_columns.h"

namespace glasshouse::content {

namespace {

// What of `named` is not among `columns`.
std::vector<std::string_view> missing_of(std::span<const std::string_view> named,
                                         std::span<const std::string_view> columns) {
  const std::unordered_set<std::string_view> has(columns.begin(), columns.end());
  std::vector<std::string_view> missing;
  for (const std::string_view name : named) {
    if (!has.contains(name)) missing.push_back(name);
  }
  return missing;
}

// U+FFFD, which stands where a character was lost, and UTF-8 that was read as Windows-1252 and
// saved again: "â€™" was an apostrophe, "Ã©" an é.
constexpr std::string_view kLost = "\xEF\xBF\xBD";
constexpr std::string_view kTwiceEncoded[] = {"\xC3\xA2\xE2\x82\xAC", "\xC3\x83\xC2"};

std::string_view damage_in(std::string_view text) {
  if (text.find(kLost) != std::string_view::npos) return kLost;
  for (const std::string_view sign : kTwiceEncoded) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    // With the character that follows, or the second byte of the one that was begun.
    std::size_t end = std::min(at + sign.size() + 1, text.size());
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    return text.substr(at, end - at);
  }
  return {};
}

class CsvTable {
 public:
  CsvTable(std::string_view text, const TableContext& context, RowProblems& problems,
           RecordMaker& maker)
      : text_(text), c_(context), problems_(problems), maker_(maker) {}

  void read() {
    CsvReader reader(text_, c_.file, c_.limits.field_bytes, c_.diagnostics, c_.source.delimiter);
    reader.skip_to_line(c_.source.header_row);
    const auto header = reader.next();
    if (!header) {
      if (!reader.failed()) say_no_header();
      return;
    }
    if (!read_columns(*header)) return;
    while (const auto row = reader.next()) read_row(*row);
    maker_.count_blank(reader.blank_lines());
    if (!maker_.has_rows() && !reader.failed()) {
      c_.diagnostics.warning("csv-no-rows", Place(c_.file, 1, 1),
                             "the file has a header and no rows",
                             "Add the records, or remove the collection.");
    }
  }

 private:
  void say_no_header() {
    c_.diagnostics.error("csv-no-header", Place(c_.file, 1, 1), "the file has no header row",
                         c_.source.header_row == 1
                             ? "Write the names of the columns on the first line."
                             : "Correct \"header_row\", the line that the header stands on.");
  }

  bool read_columns(std::span<const Cell> header) {
    const auto columns = read_header(header, c_);
    if (!columns) return false;
    const auto named = named_columns(c_.source);
    const bool is_right = check_named_columns(*columns, Severity::error, c_);
    if (c_.source.has_mapping) {
      const std::unordered_set<std::string_view> is_named(named.begin(), named.end());
      const auto missing = missing_of(named, *columns);
      for (std::size_t i = 0; i < columns->size(); ++i) {
        if (!is_named.contains((*columns)[i])) {
          say_unmapped((*columns)[i], header[i].mark, missing, c_);
        }
      }
    }
    columns_ = columns->size();
    has_damage_ = !damage_in(text_).empty();
    maker_.follow(plan_table(c_.source, *columns, true, c_.arena));
    return is_right;
  }

  void read_row(std::span<const Cell> row) {
    if (std::all_of(row.begin(), row.end(),
                    [](const Cell& cell) { return trim(cell.text).empty(); })) {
      return maker_.count_blank();  // what spreadsheets leave below their last row
    }
    if (row.size() != columns_) return say_ragged(row);
    if (has_damage_) say_damage(row);
    maker_.add(row.front().mark, row);
  }

  void say_ragged(std::span<const Cell> row) {
    maker_.reject();
    problems_.say(c_.source.bad_rows, "csv-ragged-row", row.front().mark,
                  fmt::format("this row has {} {}, and the header has {}", row.size(),
                              row.size() == 1 ? "cell" : "cells", columns_),
                  row.size() > columns_ ? "Put a cell that holds a comma in quotes."
                                        : "Add the cells that are missing, empty ones too.");
  }

  void say_damage(std::span<const Cell> row) {
    for (const Cell& cell : row) {
      const std::string_view sign = damage_in(cell.text);
      if (sign.empty()) continue;
      problems_.warn("damaged-text", cell.mark,
                     sign == kLost ? fmt::format("the cell holds {}, which stands where a "
                                                 "character was lost",
                                                 sign)
                                   : fmt::format("the cell holds {}, a character that was saved "
                                                 "in the wrong encoding",
                                                 sign),
                     "Correct the text in the system that the file comes from, or export it again "
                     "as UTF-8.");
    }
  }

  std::string_view text_;
  const TableContext& c_;
  RowProblems& problems_;
  RecordMaker& maker_;
  std::size_t columns_ = 0;
  bool has_damage_ = false;
};

class JsonTable {
 public:
  JsonTable(std::string_view text, const TableContext& context, RowProblems& problems,
            RecordMaker& maker)
      : text_(text),
        c_(context),
        problems_(problems),
        maker_(maker),
        named_(named_columns(context.source)) {
    if (c_.source.id.empty() && std::find(named_.begin(), named_.end(), "id") == named_.end()) {
      columns_ = named_;
      columns_.push_back("id");
    } else {
      columns_ = named_;
    }
    for (const std::string_view name : columns_) keys_.emplace_back(name);
    is_named_.insert(named_.begin(), named_.end());
    maker_.follow(plan_table(c_.source, columns_, false, c_.arena));
  }

  void read_list() {
    const auto value = parse_json(text_, {c_.file}, c_.arena, c_.limits.depth, c_.diagnostics);
    if (!value) return;
    const auto list = follow_pointer(*value);
    if (!list) return;
    if (!list->is_list()) {
      c_.diagnostics.error("not-a-list", Place(c_.file, list->mark()),
                           "a list of records is needed here",
                           "Write [ … ], or name the list's place with \"at\" in collection.json.");
      return;
    }
    for (const Value item : list->items()) read_object(item);
    finish();
  }

  void read_lines() {
    std::uint32_t line = 0;
    for (std::size_t start = 0; start < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      const std::string_view text = text_.substr(start, end - start);
      start = end + 1;
      ++line;
      if (trim(text).empty()) {
        maker_.count_blank();
        continue;
      }
      Diagnostics found;
      if (const auto value = parse_json(text, {c_.file, line}, c_.arena, c_.limits.depth, found)) {
        read_object(*value);
        continue;
      }
      maker_.reject();
      problems_.say_all(c_.source.bad_rows, found);
    }
    finish();
  }

 private:
  void finish() {
    if (maker_.has_rows()) check_named_columns(seen_names_, Severity::warning, c_);
  }

  void read_object(Value object) {
    if (!object.is_map()) {
      maker_.reject();
      return problems_.say(c_.source.bad_rows, "not-a-map", object.mark(),
                           "this record has no fields with names",
                           "Write an object: {\"title\": \"…\"}.");
    }
    const Map& written = object.as_map();
    texts_.clear();
    row_.clear();
    for (const Key& key : keys_) {
      const Map::Entry* entry = written.find(key);
      const Value value = entry ? entry->value : Value();
      row_.push_back({text_of(value), entry ? value.mark() : object.mark(),
                      value.is_undefined() ? Value::null() : value});
    }
    others_.clear();
    for (const Map::Entry& entry : written) see(entry);
    if (row_.empty()) row_.push_back({{}, object.mark(), Value::null()});
    maker_.add(object.mark(), row_, others_);
  }

  std::string_view text_of(Value value) {
    if (value.is_string()) return value.as_string();
    return value.is_number() || value.is_boolean()
               ? std::string_view(texts_.emplace_back(scalar_text(value)))
               : std::string_view();
  }

  // A member of an object: the column is reported when it is first seen, or is the field of its
  // name.
  void see(const Map::Entry& entry) {
    const std::string_view name = entry.key.as_string();
    const bool is_new = seen_.insert(name).second;
    if (is_new) seen_names_.push_back(name);
    if (c_.source.has_mapping) {
      if (is_new && !is_named_.contains(name)) say_unmapped(name, entry.key.mark(), {}, c_);
      return;
    }
    const Cell cell{entry.value.text(), entry.value.mark(), entry.value};
    const bool is_dropped =
        std::any_of(c_.source.drop.begin(), c_.source.drop.end(),
                    [&](const ColumnName& column) { return column.name == name; });
    if (!is_dropped && !is_empty(cell)) others_.push_back(entry);
  }

  // RFC 6901.
  std::optional<Value> follow_pointer(Value value) {
    if (c_.source.pointer.empty()) return value;
    for (const std::string_view token : split(c_.source.pointer.substr(1), '/')) {
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
        c_.diagnostics.error("bad-pointer", Place(c_.definition_file, c_.source.pointer_mark),
                             fmt::format("{} leads nowhere in {}: there is no {}",
                                         c_.source.pointer, c_.source.file, name),
                             did_you_mean(name, names));
        return std::nullopt;
      }
      value = next;
    }
    return value;
  }

  std::string_view text_;
  const TableContext& c_;
  RowProblems& problems_;
  RecordMaker& maker_;
  std::vector<std::string_view> named_, columns_;  // of the source; and `id`
  std::vector<Key> keys_;                          // of columns_
  std::unordered_set<std::string_view> is_named_, seen_;
  std::vector<std::string_view> seen_names_;  // in the order they came
  // Of one record.
  std::deque<std::string> texts_;
  std::vector<Cell> row_;
  std::vector<Map::Entry> others_;
};

}  // namespace

TableRecords read_table(std::string_view text, const TableContext& context) {
  RowProblems problems(context.file, context.diagnostics);
  RecordMaker maker(context, problems);
  switch (context.source.type) {
    case SourceType::csv:
      CsvTable(text, context, problems, maker).read();
      break;
    case SourceType::json:
      JsonTable(text, context, problems, maker).read_list();
      break;
    case SourceType::ndjson:
      JsonTable(text, context, problems, maker).read_lines();
      break;
    case SourceType::files:
      break;
  }
  return maker.take();
}

}  // namespace glasshouse::content
