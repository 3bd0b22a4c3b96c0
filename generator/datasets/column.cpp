// One of a dataset's `columns`: a field of Table Schema, and what files call it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "base/text.h"
#include "datasets/descriptor_parts.h"

namespace glasshouse::datasets {

namespace {

using model::ColumnType;

constexpr std::array<std::string_view, 7> kTypes = {"string", "integer",   "number", "boolean",
                                                    "date",   "yearmonth", "year"};
constexpr std::array<std::string_view, 11> kKeys = {
    "name", "title", "description", "type",       "unit",       "constraints",
    "from", "dates", "numbers",     "true_words", "false_words"};
constexpr std::array<std::string_view, 8> kConstraints = {
    "required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum"};
constexpr std::size_t kLongestName = 64;

bool is_number(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::number || type == ColumnType::year;
}
bool is_day_or_month(ColumnType type) {
  return type == ColumnType::date || type == ColumnType::yearmonth;
}

// What programs can take for a name as it stands, SQL and variables included.
bool is_name(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  return !name.empty() && name.size() <= kLongestName &&
         kLetters.find(name[0]) != std::string_view::npos &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

class ConstraintReader {
 public:
  ConstraintReader(Column& column, Saying& saying) : column_(column), saying_(saying) {}

  void read(Value value) {
    if (value.is_undefined()) return;
    if (!value.is_map()) {
      saying_.wrong(value, "constraints is not a map", "Write {required: true}, say.");
      return;
    }
    column_.shown.constraints = value;
    saying_.check_keys(value, "constraints", kConstraints);
    column_.is_required = flag(value["required"], "required");
    column_.is_unique = flag(value["unique"], "unique");
    bound(value["minimum"], "minimum", column_.minimum, column_.first);
    bound(value["maximum"], "maximum", column_.maximum, column_.last);
    length(value["minLength"], "minLength", column_.least);
    length(value["maxLength"], "maxLength", column_.most);
    pattern(value["pattern"]);
    for (const Value& word : texts(value["enum"], "enum", saying_)) {
      column_.words.push_back(word.as_string());
    }
  }

 private:
  bool flag(Value value, std::string_view key) {
    if (!value.is_undefined() && !value.is_boolean()) {
      saying_.wrong(value, fmt::format("{} is neither true nor false", key));
    }
    return value.is_true();
  }

  void bound(Value value, std::string_view key, std::optional<double>& number,
             std::string_view& day) {
    if (value.is_undefined()) return;
    const ColumnType type = column_.shown.type;
    if (is_number(type) && value.is_number()) {
      number = value.as_number();
    } else if (is_day_or_month(type) &&
               parse_date(std::string(value.text()) + (type == ColumnType::date ? "" : "-01"))) {
      day = value.text();
    } else {
      saying_.wrong(
          value, fmt::format("{} is no {} that the column could hold", key, model::name_of(type)),
          is_day_or_month(type) ? "Write it as ISO 8601 does: \"2018-06-30\"." : "");
    }
  }

  void length(Value value, std::string_view key, std::optional<std::size_t>& count) {
    if (value.is_undefined()) return;
    const double number = value.is_number() ? value.as_number() : -1;
    if (number < 0 || number > 1e6 || std::floor(number) != number ||
        column_.shown.type != ColumnType::string) {
      saying_.wrong(value, fmt::format("{} is no number of characters of a text", key));
      return;
    }
    count = static_cast<std::size_t>(number);
  }

  void pattern(Value value) {
    if (value.is_undefined()) return;
    // Table Schema has it match the whole value, as XML Schema does.
    std::string problem;
    column_.pattern = schema::Pattern::compile(fmt::format("^(?:{})$", value.text()), problem);
    if (column_.pattern && value.is_string()) return;
    saying_.wrong(value, fmt::format("the pattern cannot be read: {}",
                                     value.is_string() ? problem : "it is not text"));
  }

  Column& column_;
  Saying& saying_;
};

void read_words(Value value, std::string_view key, std::vector<std::string_view>& words,
                Saying& saying, std::initializer_list<std::string_view> usual) {
  for (const Value& word : texts(value, key, saying)) words.push_back(trim(word.as_string()));
  if (value.is_undefined()) words = usual;
}

}  // namespace

Column read_column(Value value, Saying& saying) {
  Column column;
  if (!value.is_map()) {
    saying.wrong(value, "a column is not a map", "Write {name: amount, type: number}, say.");
    return column;
  }
  saying.check_keys(value, "a column", kKeys);
  model::DatasetColumn& shown = column.shown;
  shown.name = value["name"].text();
  shown.title = value["title"].text();
  shown.description = value["description"].text();
  shown.unit = value["unit"].text();
  if (!is_name(shown.name)) {
    const Value name = value["name"];
    saying.wrong(name.is_undefined() ? value : name,
                 name.is_undefined() ? "a column has no name"
                                     : fmt::format("\"{}\" is no name of a column", name.text()),
                 fmt::format("A name starts with a letter and has only a-z, 0-9 and _, {} at most: "
                             "amount_paid.",
                             kLongestName));
  } else if (shown.name == "release") {
    saying.wrong(value["name"], "the data of every dataset uses the name \"release\" itself",
                 "Give the column another name.");
  }
  if (shown.title.empty()) shown.title = shown.name;
  const std::string_view type = value["type"].text();
  const auto known = std::find(kTypes.begin(), kTypes.end(), type);
  if (known != kTypes.end()) {
    shown.type = static_cast<ColumnType>(known - kTypes.begin());
  } else if (value["type"].is_undefined()) {
    saying.wrong(value, fmt::format("the column {} has no type", shown.name),
                 fmt::format("Write type: {}.", fmt::join(kTypes, ", ")));
  } else {
    saying.unknown(value["type"], "type of a column", type, kTypes);
  }
  for (const Value& name : texts(value["from"], "from", saying)) {
    column.from.push_back(trim(name.as_string()));
  }
  if (column.from.empty()) column.from = {shown.title, shown.name};
  column.dates = read_dates(value["dates"], saying);
  if (!value["numbers"].is_undefined()) column.numbers = read_number_form(value["numbers"], saying);
  read_words(value["true_words"], "true_words", column.true_words, saying,
             {"true", "True", "TRUE", "1"});
  read_words(value["false_words"], "false_words", column.false_words, saying,
             {"false", "False", "FALSE", "0"});
  ConstraintReader(column, saying).read(value["constraints"]);
  return column;
}

}  // namespace glasshouse::datasets
