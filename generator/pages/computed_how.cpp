// "How this is worked out": the formulas of rules/explain.h in words.
#include <algorithm>

#include "pages/computed.h"
#include "pages/computed_words.h"
#include "rules/explain.h"

namespace glasshouse::pages {

namespace {

std::string underscored(std::string_view prefix, std::string_view id) {
  std::string name(prefix);
  name += id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string input_text(const Making& making, const model::Record& record, std::string_view name,
                       Value value) {
  const Strings& strings = making.strings();
  if (value.is_number()) return strings.number(value.as_number());
  if (const auto date = parse_date_part(value.text())) return strings.date(*date);
  if (name == "declared" && value.has_value()) {
    const CollectionPlan& plan = making.theme.plan(*record.collection);
    if (const FieldPlan* status = plan.find("status")) {
      return inside_sentence(show(making, record, *status, value)["text"].text());
    }
  }
  return value.has_value() ? std::string(value.text()) : inside_sentence(strings.get("missing"));
}

// Where a pattern has a blank that the step gave no input for, the record does not say it.
std::string formula_text(const Making& making, const model::Record& record,
                         std::string_view pattern, Value inputs) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    text += input_text(making, record, name, inputs[name]);
    pattern.remove_prefix(close + 1);
  }
  return text;
}

std::string result_text(const Making& making, std::string_view key, Value value) {
  if (key == "status") return std::string(standing_view(making, value.text())["text"].text());
  if (key == "timeliness") {
    return std::string(timeliness_view(making, value.text())["text"].text());
  }
  if (value.is_map()) value = value["deadline"];
  if (value.is_number()) return making.strings().number(value.as_number());
  if (const auto date = parse_date(value.text())) return making.strings().date(*date);
  return {};
}

Value skipped_view(const Making& making, Value skipped) {
  Views views(making.arena(), skipped.items().size());
  for (const Value& holiday : skipped.items()) {
    const auto date = parse_date(holiday["date"].text());
    if (!date) continue;
    views.add(
        Value::string(making.arena(),
                      making.strings().fill("holiday", {{"title", holiday["title"].text()},
                                                        {"date", making.strings().date(*date)}})));
  }
  return views.value();
}

}  // namespace

Value how_view(const Making& making, const model::Record& record) {
  const Value steps = rules::explain(making.theme.site, record, making.arena());
  Views views(making.arena());
  if (!steps.is_map()) return views.value();
  for (const Map::Entry& step : steps.as_map()) {
    const std::string_view key = step.key.as_string();
    const auto label = making.strings().find("derived_" + std::string(key));
    const auto pattern = making.strings().find(underscored("how_", step.value["formula"].text()));
    if (!label || !pattern) continue;
    View view(making.arena(), 4);
    view.text("label", *label)
        .text("text", result_text(making, key, record.derived[key]))
        .text("formula", formula_text(making, record, *pattern, step.value["inputs"]));
    const Value skipped = step.value["skipped"];
    if (!skipped.items().empty()) view.set("skipped", skipped_view(making, skipped));
    views.add(view);
  }
  return views.value();
}

}  // namespace glasshouse::pages
