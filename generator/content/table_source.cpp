#include "content/table_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace glasshouse::content {

namespace {

constexpr std::array<std::string_view, 4> kTypes = {"files", "csv", "json", "ndjson"};
constexpr std::array<std::string_view, 12> kKeys = {
    "type", "file",  "at",       "mapping",  "id",        "fields",
    "drop", "where", "bad_rows", "encoding", "delimiter", "header_row"};
// Those that only a CSV file has, or only a JSON file.
constexpr std::array<std::string_view, 3> kCsvKeys = {"encoding", "delimiter", "header_row"};
constexpr std::array<std::string_view, 2> kEncodings = {"utf-8", "windows-1252"};
constexpr std::array<std::string_view, 4> kConditionKeys = {"column", "equals", "not", "empty"};
constexpr double kLastHeaderRow = 1000;

bool stands_in(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
 public:
  Reader(std::string_view file, Diagnostics& diagnostics) : rules_(file, diagnostics) {}

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
      wrong(source, fmt::format("source of type {} names no file", type_name()),
            "Add \"file\" with the name of the file in this folder.");
    }
    check_bounds();
    if (is_wrong_) return std::nullopt;
    return std::move(result_);
  }

 private:
  void wrong(Value at, std::string message, std::string hint = {}) {
    is_wrong_ = true;
    rules_.wrong(at, std::move(message), std::move(hint));
  }

  [[nodiscard]] std::string_view type_name() const {
    return kTypes[static_cast<std::size_t>(result_.type)];
  }

  void read_type(const Map& map, Value source) {
    const Value type = map.get("type");
    const auto known = std::find(kTypes.begin(), kTypes.end(), type.text());
    if (known != kTypes.end()) {
      result_.type = static_cast<SourceType>(known - kTypes.begin());
    } else if (type.is_undefined()) {
      wrong(source, "source has no type", hint_of_words("", kTypes));
    } else {
      wrong(type, fmt::format("\"{}\" is not a type of source", type.text()),
            hint_of_words(type.text(), kTypes));
    }
  }

  void read_key(const Map::Entry& entry) {
    const std::string_view name = entry.key.as_string();
    if (!stands_in(kKeys, name))
      return wrong(entry.key, fmt::format("source knows no {}", name), hint_of_words(name, kKeys));
    const bool is_elsewhere = result_.type == SourceType::files ||
                              (name == "at" && result_.type != SourceType::json) ||
                              (stands_in(kCsvKeys, name) && result_.type != SourceType::csv);
    if (name != "type" && is_elsewhere) {
      return wrong(entry.key, fmt::format("source of type {} has no {}", type_name(), name),
                   "Delete it.");
    }
    if (name == "file") read_file_name(entry.value);
    if (name == "at") read_pointer(entry.value);
    if (name == "mapping") read_rules(entry);
    if (name == "fields") read_rules(entry);
    if (name == "drop") read_drop(entry.value);
    if (name == "where") read_where(entry.value);
    if (name == "encoding") read_encoding(entry.value);
    if (name == "delimiter") read_delimiter(entry.value);
    if (name == "header_row") read_header_row(entry.value);
    if (name == "bad_rows") {
      const auto read = rules_.read_on_error(entry.value, false);
      is_wrong_ = is_wrong_ || !read;
      result_.bad_rows = read.value_or(OnError::fail);
    }
    if (name == "id") {
      auto pattern = rules_.read_pattern(entry.value);
      is_wrong_ = is_wrong_ || !pattern;
      result_.id_mark = entry.value.mark();
      if (pattern) result_.id = std::move(*pattern);
    }
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

  void read_rules(const Map::Entry& entry) {
    const bool is_mapping = entry.key.as_string() == "mapping";
    if (!entry.value.is_map()) {
      return is_mapping ? wrong(entry.value, "mapping is not a map",
                                "Write {\"column\": \"field\"} for each column.")
                        : wrong(entry.value, "fields is not a map",
                                "Write {\"field\": \"column\"} for each field.");
    }
    result_.has_mapping = true;
    result_.has_fields = result_.has_fields || !is_mapping;
    for (const Map::Entry& each : entry.value.as_map()) {
      auto rule = is_mapping ? rules_.read_mapped(each) : rules_.read_field(each);
      is_wrong_ = is_wrong_ || !rule;
      if (rule) add_rule(std::move(*rule), each.value.is_map() ? each.value["field"] : each.value);
    }
  }

  void add_rule(FieldRule rule, Value at) {
    const auto same = std::find_if(
        result_.rules.begin(), result_.rules.end(),
        [&](const FieldRule& other) { return !rule.field.empty() && other.field == rule.field; });
    if (same == result_.rules.end()) {
      result_.rules.push_back(std::move(rule));
    } else if (same->column.empty() || rule.column.empty()) {
      wrong(at.is_undefined() ? Value().with_mark(rule.mark) : at,
            fmt::format("the field {} stands in both mapping and fields", rule.field),
            "Take it out of one of the two.");
    } else {
      wrong(at.is_undefined() ? Value().with_mark(rule.mark) : at,
            fmt::format("the columns {} and {} both become the field {}", same->column, rule.column,
                        rule.field),
            "Map each to a field of its own, or one of them to null.");
    }
  }

  void read_drop(Value value) {
    if (!value.is_list()) return wrong(value, "drop is not a list", "Write [\"Applicant name\"].");
    for (const Value name : value.items()) {
      if (name.text().empty()) {
        wrong(name, "drop holds what is no name of a column", "Write [\"Applicant name\"].");
      } else {
        result_.drop.push_back({name.as_string(), name.mark()});
      }
    }
  }

  void read_where(Value value) {
    if (!value.is_list()) return read_condition(value);
    for (const Value each : value.items()) read_condition(each);
  }

  void read_condition(Value value) {
    Condition condition;
    int tests = 0;
    if (value.is_map()) {
      for (const Map::Entry& entry : value.as_map()) {
        const std::string_view name = entry.key.as_string();
        if (!stands_in(kConditionKeys, name)) {
          return wrong(entry.key, fmt::format("where knows no {}", name),
                       hint_of_words(name, kConditionKeys));
        }
        if (name == "column") {
          condition.column = {entry.value.text(), entry.value.mark()};
          continue;
        }
        ++tests;
        if (!read_test(entry, condition)) return;
      }
    }
    if (tests == 1 && !condition.column.name.empty()) {
      result_.where.push_back(std::move(condition));
      return;
    }
    wrong(value, "where is not a column and what must be true of it",
          "Write {\"column\": \"Status\", \"equals\": \"Closed\"}, or \"not\", or \"empty\".");
  }

  bool read_test(const Map::Entry& entry, Condition& condition) {
    const std::string_view name = entry.key.as_string();
    if (name == "empty") {
      condition.test = Condition::Test::empty;
      condition.is_empty = entry.value.is_true();
      if (entry.value.is_boolean()) return true;
      wrong(entry.value, "empty is neither true nor false", "Write true or false.");
      return false;
    }
    condition.test = name == "equals" ? Condition::Test::equals : Condition::Test::is_not;
    const std::span<const Value> words =
        entry.value.is_list() ? entry.value.items() : std::span(&entry.value, 1);
    for (const Value word : words) {
      if (trim(word.text()).empty()) {
        wrong(word, fmt::format("{} is not text", name),
              "Write the text of the cell, or a list of texts; for an empty cell \"empty\".");
        return false;
      }
      condition.words.add(word.as_string(), word);
    }
    if (!words.empty()) return true;
    wrong(entry.value, fmt::format("{} lists no text", name), "Write the text of the cell.");
    return false;
  }

  void read_encoding(Value value) {
    const std::string name = to_lower(value.text());
    const auto known = std::find(kEncodings.begin(), kEncodings.end(), name);
    if (known == kEncodings.end()) {
      return wrong(value, fmt::format("\"{}\" is no encoding that is read here", value.text()),
                   hint_of_words(name, kEncodings));
    }
    result_.encoding = static_cast<Encoding>(known - kEncodings.begin());
  }

  void read_delimiter(Value value) {
    const std::string_view text = value.text();
    const bool is_one = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80;
    if (!is_one || std::string_view("\"\r\n").find(text[0]) != std::string_view::npos) {
      return wrong(value, "delimiter is not the one sign that stands between two cells",
                   "Write \",\", \";\", \"|\" or \"\\t\".");
    }
    result_.delimiter = text[0];
  }

  void read_header_row(Value value) {
    const double row = value.is_number() ? value.as_number() : 0;
    if (row < 1 || row > kLastHeaderRow || std::floor(row) != row) {
      return wrong(value, fmt::format("header_row is not a line from 1 to {}", kLastHeaderRow),
                   "Write the number of the line that the names of the columns stand on.");
    }
    result_.header_row = static_cast<std::uint32_t>(row);
  }

  // A date may be bounded by another field that is a date.
  void check_bounds() {
    std::vector<std::string_view> dates;
    for (const FieldRule& rule : result_.rules) {
      if (!rule.dates.empty()) dates.push_back(rule.field);
    }
    for (const FieldRule& rule : result_.rules) {
      for (const DayBound& bound : rule.bounds) {
        if (bound.field.empty() || stands_in(dates, bound.field)) continue;
        wrong(Value().with_mark(bound.mark),
              fmt::format("\"{}\" is neither a day nor a field of fields with a date", bound.field),
              did_you_mean(bound.field, dates));
      }
    }
  }

  FieldRuleReader rules_;
  TableSource result_;
  bool is_wrong_ = false;
};

}  // namespace

std::optional<TableSource> read_table_source(const Map& definition, std::string_view file,
                                             Diagnostics& diagnostics) {
  const Value source = definition.get("source");
  if (source.is_undefined()) return TableSource();
  return Reader(file, diagnostics).read(source);
}

}  // namespace glasshouse::content
