// A table in JSON, a list of objects, or in NDJSON, an object a line.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <unordered_set>

#include "base/text.h"
#include "content/parse.h"
#include "content/read_rows.h"
#include "content/table_columns.h"

namespace glasshouse::content {

namespace {

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

void read_json_list(std::string_view text, const TableContext& context, RowProblems& problems,
                    RecordMaker& maker) {
  JsonTable(text, context, problems, maker).read_list();
}

void read_json_lines(std::string_view text, const TableContext& context, RowProblems& problems,
                     RecordMaker& maker) {
  JsonTable(text, context, problems, maker).read_lines();
}

}  // namespace glasshouse::content
