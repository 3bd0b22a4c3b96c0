#include "content/field_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "base/text.h"

namespace glasshouse::content {

namespace {

constexpr std::array<std::string_view, 4> kCellTypes = {"string", "integer", "number", "boolean"};
constexpr std::array<std::string_view, 3> kMappedKeys = {"field", "type", "split"};
constexpr std::array<std::string_view, 14> kFieldKeys = {
    "column", "pattern", "constant",   "values",    "otherwise", "replace", "date",
    "split",  "type",    "not_before", "not_after", "shorten",   "default", "on_error"};
constexpr std::array<std::string_view, 3> kErrorWords = {"fail", "reject", "empty"};
constexpr std::size_t kLongestShort = 1000;

std::size_t position_in(std::span<const std::string_view> words, std::string_view word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

// What a field may be made without a column: a word, a number, true, or a list of such.
bool is_plain(Value value) {
  if (value.is_list()) {
    return std::all_of(value.items().begin(), value.items().end(),
                       [](Value item) { return !item.is_list() && is_plain(item); });
  }
  return value.is_string() || value.is_number() || value.is_boolean();
}

}  // namespace

std::string hint_of_words(std::string_view word, std::span<const std::string_view> words) {
  const std::string hint = did_you_mean(word, words);
  return hint.empty() ? fmt::format("Use {}.", fmt::join(words, ", ")) : hint;
}

std::nullopt_t FieldRuleReader::wrong(Value at, std::string message, std::string hint) {
  diagnostics_.error("bad-source", Place(file_, at.mark()), std::move(message), std::move(hint));
  return std::nullopt;
}

std::optional<FieldRule> FieldRuleReader::read_mapped(const Map::Entry& entry) {
  FieldRule rule;
  rule.column = entry.key.as_string();
  rule.mark = rule.column_mark = entry.key.mark();
  if (entry.value.is_null()) return rule;
  if (entry.value.is_map()) {
    for (const Map::Entry& option : entry.value.as_map()) {
      const std::string_view name = option.key.as_string();
      if (position_in(kMappedKeys, name) == kMappedKeys.size()) {
        const bool is_of_fields = position_in(kFieldKeys, name) < kFieldKeys.size();
        return wrong(option.key, fmt::format("the mapping of a column knows no {}", name),
                     is_of_fields ? "Write this field under \"fields\", which knows it."
                                  : hint_of_words(name, kMappedKeys));
      }
      if (name != "field" && !read_option(option, rule)) return std::nullopt;
    }
  }
  const Value field = entry.value.is_map() ? entry.value["field"] : entry.value;
  rule.field = field.text();
  if (!rule.field.empty()) return rule;
  return wrong(
      entry.value, fmt::format("the mapping of {} names no field", rule.column),
      "Write the name of a field, {\"field\": \"name\"}, or null to leave the column out.");
}

std::optional<FieldRule> FieldRuleReader::read_field(const Map::Entry& entry) {
  FieldRule rule;
  rule.field = entry.key.as_string();
  rule.mark = entry.key.mark();
  rule.is_slugged = rule.field == "id";
  if (entry.value.is_string() && !entry.value.as_string().empty()) {
    rule.column = entry.value.as_string();
    rule.column_mark = entry.value.mark();
    return rule;
  }
  if (!entry.value.is_map()) {
    return wrong(entry.value, fmt::format("the field {} names no column", rule.field),
                 "Write the name of its column, {\"column\": …}, {\"pattern\": …} or "
                 "{\"constant\": …}.");
  }
  for (const Map::Entry& option : entry.value.as_map()) {
    const std::string_view name = option.key.as_string();
    if (position_in(kFieldKeys, name) == kFieldKeys.size()) {
      return wrong(option.key, fmt::format("a field knows no {}", name),
                   hint_of_words(name, kFieldKeys));
    }
    if (!read_option(option, rule)) return std::nullopt;
  }
  if (!check_whole(entry, rule)) return std::nullopt;
  return rule;
}

bool FieldRuleReader::read_option(const Map::Entry& option, FieldRule& rule) {
  const std::string_view name = option.key.as_string();
  const Value value = option.value;
  if (name == "type") return read_type(value, rule);
  if (name == "split") return read_split(value, rule);
  if (name == "values" || name == "replace") return read_values(value, rule, name);
  if (name == "date") return read_dates(value, rule);
  if (name == "not_before" || name == "not_after") return read_bounds(value, rule, name);
  if (name == "shorten") return read_shorten(value, rule);
  if (name == "on_error") {
    rule.on_error = read_on_error(value, true);
    return rule.on_error.has_value();
  }
  if (name == "otherwise" || name == "default") {
    (name == "default" ? rule.if_empty : rule.otherwise) = value;
    if (is_plain(value) || (name == "otherwise" && value.is_null())) return true;
    wrong(value, fmt::format("{} is not a value that a field can have", name),
          "Write a text, a number, true, false, or a list of them.");
    return false;
  }
  return read_source(option, rule);
}

bool FieldRuleReader::read_source(const Map::Entry& option, FieldRule& rule) {
  const std::string_view name = option.key.as_string();
  if (name == "pattern") {
    auto pattern = read_pattern(option.value);
    if (!pattern) return false;
    rule.pattern = std::move(*pattern);
    rule.column_mark = option.value.mark();
    return true;
  }
  if (name == "constant") {
    rule.constant = option.value;
    if (is_plain(option.value)) return true;
    wrong(option.value, "constant is not a value that a field can have",
          "Write a text, a number, true, false, or a list of them.");
    return false;
  }
  rule.column = option.value.text();
  rule.column_mark = option.value.mark();
  if (!rule.column.empty()) return true;
  wrong(option.value, "column is not the name of a column",
        "Write it as it stands in the header: \"Date Received\".");
  return false;
}

bool FieldRuleReader::read_type(Value value, FieldRule& rule) {
  const std::size_t type = position_in(kCellTypes, value.text());
  if (type < kCellTypes.size()) {
    rule.type = static_cast<CellType>(type + 1);
    return true;
  }
  wrong(value, fmt::format("\"{}\" is not a type of column", value.text()),
        hint_of_words(value.text(), kCellTypes));
  return false;
}

bool FieldRuleReader::read_split(Value value, FieldRule& rule) {
  rule.separator = value.text();
  if (!rule.separator.empty()) return true;
  wrong(value, "split is the text between two values, and this is not text",
        "Write \";\" or \",\".");
  return false;
}

bool FieldRuleReader::read_values(Value value, FieldRule& rule, std::string_view name) {
  if (!rule.values.empty()) {
    wrong(value, "values and replace stand together",
          "Keep values, which knows every word, or replace, which leaves others as they are.");
    return false;
  }
  rule.keeps_others = name == "replace";
  if (!value.is_map() || value.as_map().empty()) {
    wrong(value, fmt::format("{} says of no word what it becomes", name),
          "Write {\"Fully disclosed\": \"granted-in-full\"}.");
    return false;
  }
  for (const Map::Entry& entry : value.as_map()) {
    const std::string_view word = entry.key.as_string();
    if (trim(word).empty()) {
      wrong(entry.key, fmt::format("{} says what an empty cell becomes", name),
            "Write it as \"default\".");
      return false;
    }
    if (!is_plain(entry.value) && !entry.value.is_null()) {
      wrong(entry.value, fmt::format("\"{}\" becomes no value that a field can have", word),
            "Write a text, a number, true, false, or null for none.");
      return false;
    }
    if (rule.values.add(word, entry.value)) continue;
    wrong(entry.key, fmt::format("{} has the word \"{}\" twice", name, word),
          "Capitals and space make no difference: keep one of the two.");
    return false;
  }
  return true;
}

bool FieldRuleReader::read_dates(Value value, FieldRule& rule) {
  const std::span<const Value> formats = value.is_list() ? value.items() : std::span(&value, 1);
  for (const Value format : formats) {
    std::string why = format.is_string() ? "" : "it is no text";
    auto compiled =
        format.is_string() ? DateFormat::compile(format.as_string(), why) : std::nullopt;
    if (!compiled) {
      wrong(format, fmt::format("date is no form that dates are written in: {}", why),
            "Write it of YYYY, YY, MMMM, MMM, MM, M, DD, D, Do, dddd, HH, mm and ss; other letters "
            "in square brackets: \"D MMMM YYYY\".");
      return false;
    }
    rule.dates.push_back(std::move(*compiled));
  }
  if (!rule.dates.empty()) return true;
  wrong(value, "date lists no form", "Write \"D MMMM YYYY\".");
  return false;
}

bool FieldRuleReader::read_bounds(Value value, FieldRule& rule, std::string_view name) {
  const std::span<const Value> bounds = value.is_list() ? value.items() : std::span(&value, 1);
  for (const Value each : bounds) {
    DayBound bound;
    bound.mark = each.mark();
    bound.is_first = name == "not_before";
    (parse_date(each.text()) ? bound.day : bound.field) = each.text();
    if (each.text().empty()) break;
    rule.bounds.push_back(bound);
  }
  if (!bounds.empty() &&
      std::none_of(bounds.begin(), bounds.end(), [](Value each) { return each.text().empty(); })) {
    return true;
  }
  wrong(value, fmt::format("{} is neither a day nor a field", name),
        "Write \"2010-01-01\", or the name of the field that says the day, or a list of both.");
  return false;
}

bool FieldRuleReader::read_shorten(Value value, FieldRule& rule) {
  const double number = value.is_number() ? value.as_number() : 0;
  if (number >= 10 && number <= kLongestShort && std::floor(number) == number) {
    rule.shorten = static_cast<std::size_t>(number);
    return true;
  }
  wrong(value, fmt::format("shorten is not a whole number from 10 to {}", kLongestShort),
        "Write how many characters the text may have: 100.");
  return false;
}

bool FieldRuleReader::check_whole(const Map::Entry& entry, const FieldRule& rule) {
  const int sources = (rule.column.empty() ? 0 : 1) + (rule.pattern.empty() ? 0 : 1) +
                      (rule.constant.is_undefined() ? 0 : 1);
  const int forms = (rule.values.empty() ? 0 : 1) + (rule.dates.empty() ? 0 : 1) +
                    (rule.type == CellType::as_written ? 0 : 1) + (rule.shorten == 0 ? 0 : 1);
  std::string message, hint;
  if (sources != 1) {
    message = fmt::format("the field {} is made of {}", rule.field,
                          sources == 0 ? "nothing" : "more than one thing");
    hint = "Give it one of \"column\", \"pattern\" and \"constant\".";
  } else if (!rule.constant.is_undefined() && entry.value.as_map().size() > 1) {
    message =
        fmt::format("the field {} is constant, and nothing more can be said of it", rule.field);
    hint = "Leave \"constant\" alone in it.";
  } else if (forms > 1) {
    message = fmt::format("the field {} is read in more than one way", rule.field);
    hint = "Keep one of \"values\", \"date\", \"type\" and \"shorten\".";
  } else if (rule.shorten > 0 && !rule.separator.empty()) {
    message = fmt::format("the field {} is a list, and shorten is for one text", rule.field);
    hint = "Leave one of the two out.";
  } else if (!rule.otherwise.is_undefined() && (rule.values.empty() || rule.keeps_others)) {
    message = "otherwise is for a word that values lacks, and there are no values";
    hint = "Use \"default\" for an empty cell.";
  } else if (rule.dates.empty() && !rule.bounds.empty()) {
    message = "not_before and not_after are for dates, and the field has no date";
    hint = "Add \"date\" with the form that its dates are written in.";
  } else {
    return true;
  }
  wrong(entry.value, std::move(message), std::move(hint));
  return false;
}

std::optional<OnError> FieldRuleReader::read_on_error(Value value, bool may_be_empty) {
  const std::span<const std::string_view> words =
      std::span(kErrorWords).first(may_be_empty ? 3 : 2);
  const std::size_t word = position_in(words, value.text());
  if (word < words.size()) return static_cast<OnError>(word);
  return wrong(value,
               fmt::format("\"{}\" is nothing that can be done about an error", value.text()),
               hint_of_words(value.text(), words));
}

std::optional<Pattern> FieldRuleReader::read_pattern(Value value) {
  Pattern pattern;
  std::string_view rest = value.text();
  if (rest.empty()) {
    return wrong(value, "a pattern is a text with columns in braces",
                 "Write \"{column}\" or \"{slug:column}\".");
  }
  while (!rest.empty()) {
    const std::size_t open = rest.find_first_of("{}");
    if (open > 0) pattern.push_back({rest.substr(0, open)});
    if (open == std::string_view::npos) break;
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
    pattern.push_back({name, true, is_slugged});
    rest.remove_prefix(close + 1);
  }
  return pattern;
}

}  // namespace glasshouse::content
