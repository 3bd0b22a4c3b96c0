#include "pages/computed_words.h"

#include <algorithm>
#include <array>

namespace glasshouse::pages {

namespace {

struct Tag {
  std::string_view word, colour;
};

constexpr std::array kStandings = {
    Tag{"done", "green"},     Tag{"on-track", "blue"},
    Tag{"at-risk", "yellow"}, Tag{"slipped", "orange"},
    Tag{"late", "orange"},    Tag{"not-started", "grey"},
    Tag{"dropped", "grey"},   Tag{"not-in-the-source", "grey"},
    Tag{"disputed", "red"},
};
constexpr std::array kTimeliness = {
    Tag{"in-time", "green"}, Tag{"permitted-extension", "blue"}, Tag{"late", "orange"},
    Tag{"open", "blue"},     Tag{"overdue", "orange"},           Tag{"on-hold", "yellow"},
    Tag{"lapsed", "grey"},   Tag{"not-in-the-source", "grey"},
};
constexpr std::array kKeeping = {
    Tag{"kept", "green"},
    Tag{"not-kept", "orange"},
    Tag{"not-in-the-source", "grey"},
};

// Strings are named with "_" where ids have "-".
std::string string_name(std::string_view prefix, std::string_view id) {
  std::string name(prefix);
  name += id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

template <std::size_t count>
Value tag_view(const Making& making, const std::array<Tag, count>& tags, std::string_view prefix,
               std::string_view word) {
  View view(making.arena(), 2);
  view.text("text", making.strings().get(string_name(prefix, word)));
  for (const Tag& tag : tags) {
    if (tag.word == word) view.text("tag", tag.colour);
  }
  return view.value();
}

std::string blank_text(const Making& making, const model::Finding& finding, std::string_view name,
                       Value value) {
  const Strings& strings = making.strings();
  if (value.is_number()) {
    const std::string unit = "blank_" + std::string(name);
    if (!strings.find(unit + "_other")) return strings.number(value.as_number());
    return strings.count(unit, static_cast<std::size_t>(std::max(0.0, value.as_number())));
  }
  const std::string_view text = value.text();
  if (const auto date = parse_date_part(text)) return strings.date(*date);
  if (name == "part" && finding.record) {
    const FieldPlan* field = making.theme.plan(*finding.record->collection).find_own(text);
    if (field) return inside_sentence(field->label.text());
  }
  std::string words(text);
  if (name == "ground") std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

}  // namespace

std::string finding_sentence(const Making& making, const model::Finding& finding) {
  const std::string name_of_pattern = string_name("finding_", finding.message);
  std::string_view pattern = making.strings().get(name_of_pattern);
  std::string sentence;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    sentence += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    sentence += blank_text(making, finding, name, finding.values[name]);
    pattern.remove_prefix(close + 1);
  }
  return sentence;
}

Value standing_view(const Making& making, std::string_view standing) {
  return tag_view(making, kStandings, "standing_", standing);
}

Value timeliness_view(const Making& making, std::string_view timeliness) {
  return tag_view(making, kTimeliness, "timeliness_", timeliness);
}

Value keeping_view(const Making& making, std::string_view keeping) {
  return tag_view(making, kKeeping, "keeping_", keeping);
}

Value record_reference(const Making& making, const model::Record* record) {
  if (!record) return Value::null();
  View view(making.arena(), 5);
  view.text("id", record->id)
      .text("collection", record->collection->name())
      .text("url", making.theme.site.settings.base_url + record->url)
      .text("title", record->title)
      .flag("illustrative", record->illustrative());
  return view.value();
}

Value json_date(const Making& making, std::optional<Date> date) {
  return date ? Value::string(making.arena(), iso_date(*date)) : Value();
}

}  // namespace glasshouse::pages
