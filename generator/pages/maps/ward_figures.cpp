#include "pages/maps/ward_figures.h"

#include <algorithm>
#include <unordered_map>

namespace glasshouse::pages {

namespace {

using model::WardFigures;

std::optional<double> count_of(const WardFigures& figures, std::string_view count) {
  std::size_t sum = 0;
  for (const auto& [collection, records] : figures.touching) {
    if (count == model::kCountRecords || count == collection->name()) sum += records;
  }
  return static_cast<double>(count == model::kCountForums ? figures.forums_lately : sum);
}

bool is_counted(const model::Record& record, std::string_view count) {
  const model::Collection& collection = *record.collection;
  if (count == model::kCountRecords) return true;
  return count == model::kCountForums ? collection.kind() == schema::Kind::meeting
                                      : collection.name() == count;
}

bool counts_illustrative(const model::Record& ward, std::string_view count) {
  return std::ranges::any_of(ward.linked_from, [&](const model::Link& link) {
    const model::Record& record = *link.record;
    return record.illustrative() && !record.withdrawn && is_counted(record, count);
  });
}

std::string label_of(const Making& making, std::string_view count) {
  const Strings& strings = making.strings();
  if (count == model::kCountForums) {
    return strings.fill("map_forums", {{"date", making.theme.as_of["text"].text()}});
  }
  const model::Collection* collection = making.theme.site.collection(count);
  if (!collection || count == model::kCountRecords) return std::string(strings.get("map_records"));
  return strings.fill("map_records_of", {{"Things", collection->definition.title}});
}

WardFigure field_figure(const CollectionPlan& wards, std::string_view name) {
  WardFigure figure;
  figure.field = wards.find_own(name);
  figure.name = name;
  if (!figure.field) return figure;
  figure.label = figure.field->field.title;
  for (const model::Record* ward : wards.current) {
    const Value value = ward->fields[name];
    figure.values.push_back(value.is_number() ? std::optional(value.as_number()) : std::nullopt);
  }
  return figure;
}

WardFigure count_figure(const Making& making, const CollectionPlan& wards, std::string_view count) {
  WardFigure figure;
  figure.name = count;
  figure.label = label_of(making, count);
  std::unordered_map<const model::Record*, const WardFigures*> figures_of;
  for (const WardFigures& each : making.theme.site.statistics.wards) figures_of[each.ward] = &each;
  for (const model::Record* ward : wards.current) {
    const auto found = figures_of.find(ward);
    figure.values.push_back(found == figures_of.end() ? std::nullopt
                                                      : count_of(*found->second, count));
    figure.has_illustrative = figure.has_illustrative || counts_illustrative(*ward, count);
  }
  return figure;
}

std::string shown(const Making& making, const WardFigure& figure, double value,
                  std::string_view form) {
  if (!figure.field) return making.strings().number(value);
  const model::Record any{};  // a number is shown the same of any record
  return std::string(show(making, any, *figure.field, Value::number(value))[form].text());
}

}  // namespace

std::vector<WardFigure> ward_figures(const Making& making, const CollectionPlan& wards) {
  const schema::Definition& definition = wards.collection->definition;
  std::vector<schema::MapFigure> named = definition.map_figures;
  if (named.empty()) named.push_back({{}, {}, model::kCountRecords});
  std::vector<WardFigure> figures;
  for (const schema::MapFigure& each : named) {
    WardFigure figure = each.field.empty() ? count_figure(making, wards, each.count)
                                           : field_figure(wards, each.field);
    figure.classes = divide(figure.values, definition.map_classes);
    if (!figure.classes.classes.empty()) figures.push_back(std::move(figure));
  }
  return figures;
}

std::string figure_text(const Making& making, const WardFigure& figure, double value) {
  return shown(making, figure, value, "text");
}

std::string figure_digits(const Making& making, const WardFigure& figure, double value) {
  return shown(making, figure, value, "in_table");
}

}  // namespace glasshouse::pages
