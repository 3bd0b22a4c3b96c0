#include "content/table_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace glasshouse::content {

namespace {

constexpr std::array<std::string_view, 4> kTypes = {"files", "csv", "json", "ndjson"};
constexpr std::array<std::string_view, 5> kKeys = {"type", "file", "at", "mapping", "id"};
constexpr std::array<std::string_view, 4> kCellTypes = {"string", "integer", "number", "boolean"};
constexpr std::array<std::string_view, 3> kColumnKeys = {"field", "type", "split"};

template <std::size_t N>
std::optional<std::size_t> position_in(const std::array<std::string_view, N>& words,
                                       std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

template <std::size_t N>
std::string hint_for(std::string_view word, const std::array<std::string_view, N>& words) {
  const std::string hint = did_you_mean(word, words);
  return hint.empty() ? fmt::format("Use {}.", fmt::join(words, ", ")) : hint;
}

class Reader {
 public:
  Reader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<TableSource> read(Value source) {
    if (!source.is_map()) {
      wrong(source, "source is not a map", "Write {\"type\": \"files\"}.");
      return std::nullopt;
    }
    const Map& map = source.as_map();
    read_type(map, source);
    if (is_wrong_) return std::nullopt;
    for (const Map::Entry& entry : map) read_key(entry);
    if (result_.type != SourceType::files && result_.file.empty() && !is_wrong_) {
      wrong(source,
            fmt::format("source of type {} names no file",
                        kTypes[static_cast<std::size_t>(result_.type)]),
            "Add \"file\" with the name of the file in this folder.");
    }
    if (is_wrong_) return std::nullopt;
    return std::move(result_);
  }

 private:
  void wrong(Value at, std::string message, std::string hint = {}) {
    is_wrong_ = true;
    diagnostics_.error("bad-source", Place(file_, at.mark()), std::move(message), std::move(hint));
  }

  void read_type(const Map& map, Value source) {
    const Value type = map.get("type");
    const auto known = position_in(kTypes, type.text());
    if (known) {
      result_.type = static_cast<SourceType>(*known);
    } else if (type.is_undefined()) {
      wrong(source, "source has no type", hint_for("", kTypes));
    } else {
      wrong(type, fmt::format("\"{}\" is not a type of source", type.text()),
            hint_for(type.text(), kTypes));
    }
  }

  void read_key(const Map::Entry& entry) {
    const std::string_view name = entry.key.as_string();
    const auto known = position_in(kKeys, name);
    if (!known)
      return wrong(entry.key, fmt::format("source knows no {}", name), hint_for(name, kKeys));
    const bool is_file = result_.type == SourceType::files;
    if (*known > 0 && (is_file || (name == "at" && result_.type != SourceType::json))) {
      return wrong(entry.key,
                   fmt::format("source of type {} has no {}",
                               kTypes[static_cast<std::size_t>(result_.type)], name),
                   "Delete it.");
    }
    if (name == "file") read_file_name(entry.value);
    if (name == "at") read_pointer(entry.value);
    if (name == "mapping") read_mapping(entry.value);
    if (name == "id") read_pattern(entry.value);
  }

  void read_file_name(Value value) {
    result_.file = value.text();
    result_.file_mark = value.mark();
    if (result_.file.empty() || result_.file.find_first_of("/\\") != std::string_view::npos ||
        result_.file.starts_with('.')) {
      wrong(value, "file does not name a file in this folder",
            "Write its name alone: \"wards.csv\".");
    }
  }

  void read_pointer(Value value) {
    result_.pointer = value.text();
    result_.pointer_mark = value.mark();
    if (!value.is_string() || (!result_.pointer.empty() && !result_.pointer.starts_with('/'))) {
      wrong(value, "at is not a JSON pointer", "Start it with a slash: \"/results\".");
    }
  }

  void read_mapping(Value value) {
    if (!value.is_map()) {
      return wrong(value, "mapping is not a map", "Write {\"column\": \"field\"} for each column.");
    }
    result_.has_mapping = true;
    for (const Map::Entry& entry : value.as_map()) {
      ColumnRule rule;
      rule.column = entry.key.as_string();
      rule.mark = entry.key.mark();
      if (entry.value.is_null() || read_rule(entry, rule)) result_.columns.push_back(rule);
    }
  }

  bool read_rule(const Map::Entry& entry, ColumnRule& rule) {
    const Value field = entry.value.is_map() ? entry.value["field"] : entry.value;
    if (entry.value.is_map() && !read_options(entry, rule)) return false;
    if (!field.is_string() || field.as_string().empty()) {
      wrong(entry.value, fmt::format("the mapping of {} names no field", rule.column),
            "Write the name of a field, {\"field\": \"name\"}, or null to leave the column out.");
      return false;
    }
    rule.field = field.as_string();
    const auto same =
        std::find_if(result_.columns.begin(), result_.columns.end(),
                     [&](const ColumnRule& other) { return other.field == rule.field; });
    if (same == result_.columns.end()) return true;
    wrong(field,
          fmt::format("the columns {} and {} both become the field {}", same->column, rule.column,
                      rule.field),
          "Map each to a field of its own, or one of them to null.");
    return false;
  }

  bool read_options(const Map::Entry& entry, ColumnRule& rule) {
    for (const Map::Entry& option : entry.value.as_map()) {
      const std::string_view name = option.key.as_string();
      if (!position_in(kColumnKeys, name)) {
        wrong(option.key, fmt::format("the mapping of a column knows no {}", name),
              hint_for(name, kColumnKeys));
        return false;
      }
      if (name == "type") {
        const auto type = position_in(kCellTypes, option.value.text());
        if (!type) {
          wrong(option.value, fmt::format("\"{}\" is not a type of column", option.value.text()),
                hint_for(option.value.text(), kCellTypes));
          return false;
        }
        rule.type = static_cast<CellType>(*type + 1);
      }
      if (name == "split") {
        rule.separator = option.value.text();
        if (rule.separator.empty()) {
          wrong(option.value, "split is the text between two values, and this is not text",
                "Write \";\" or \",\".");
          return false;
        }
      }
    }
    return true;
  }

  void read_pattern(Value value) {
    result_.id_mark = value.mark();
    std::string_view rest = value.text();
    if (rest.empty())
      return wrong(value, "id is not a pattern", "Write \"{column}\" or \"{slug:column}\".");
    while (!rest.empty()) {
      const std::size_t open = rest.find_first_of("{}");
      if (open > 0) result_.id.push_back({rest.substr(0, open)});
      if (open == std::string_view::npos) return;
      const std::size_t close = rest.find('}', open);
      std::string_view name = rest.substr(open, close - open);
      if (rest[open] == '}' || close == std::string_view::npos ||
          name.find('{', 1) != std::string_view::npos) {
        return wrong(value, fmt::format("the braces of the pattern {} do not match", value.text()),
                     "Write \"{column}\" or \"{slug:column}\".");
      }
      name.remove_prefix(1);
      constexpr std::string_view kSlug = "slug:";
      const bool is_slugged = name.starts_with(kSlug);
      if (is_slugged) name.remove_prefix(kSlug.size());
      result_.id.push_back({name, true, is_slugged});
      rest.remove_prefix(close + 1);
    }
  }

  std::string_view file_;
  Diagnostics& diagnostics_;
  TableSource result_;
  bool is_wrong_ = false;
};

}  // namespace

const ColumnRule* TableSource::find(std::string_view column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnRule& rule) { return rule.column == column; });
  return found == columns.end() ? nullptr : &*found;
}

std::optional<TableSource> read_table_source(const Map& definition, std::string_view file,
                                             Diagnostics& diagnostics) {
  const Value source = definition.get("source");
  if (source.is_undefined()) return TableSource();
  return Reader(file, diagnostics).read(source);
}

}  // namespace glasshouse::content
