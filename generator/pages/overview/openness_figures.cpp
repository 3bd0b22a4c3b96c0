#include "pages/overview/openness_figures.h"

#include <algorithm>

namespace glasshouse::pages {

namespace {

const CollectionPlan* plan_of(const Making& making, schema::Kind kind) {
  const model::Collection* collection = making.theme.site.of_kind(kind);
  return collection ? &making.theme.plan(*collection) : nullptr;
}

std::size_t group_of(std::string_view outcome) {
  if (outcome == "granted-in-full") return 0;
  if (outcome == "granted-in-part") return 1;
  if (outcome == "withheld-in-full" || outcome.starts_with("refused-")) return 2;
  if (outcome == "not-held" || outcome == "advice-and-assistance") return 3;
  return 4;  // open, lapsed, withdrawn
}

std::string quarter_text(const Strings& strings, std::string_view name, std::string_view key) {
  const std::size_t at = key.find("-Q");
  if (at == std::string_view::npos) return std::string(key);
  const std::string_view year = key.substr(0, at);
  return strings.fill(std::string(name) + std::string(key.substr(at + 2)),
                      {{"year", year}, {"short_year", year.substr(year.size() - 2)}});
}

std::string exemption_title(const CollectionPlan& plan, std::string_view name) {
  for (const model::Record* record : plan.current) {
    for (const Value& each : record->derived["exemptions"].items()) {
      const bool is_it = name.ends_with("." + std::string(each["section"].text()));
      if (is_it && each["title"].is_string()) return std::string(each["title"].text());
    }
  }
  return std::string(name);
}

Value counts_json(const Making& making, const model::Counts& counts) {
  View view(making.arena(), counts.size());
  for (const model::Count& each : counts) {
    view.number(each.value, static_cast<double>(each.count));
  }
  return view.value();
}

void set_counts(View& view,
                std::initializer_list<std::pair<std::string_view, std::size_t>> counts) {
  for (const auto& [name, count] : counts) view.number(name, static_cast<double>(count));
}

void set_if(View& view, std::string_view name, const std::optional<double>& number) {
  if (number) view.number(name, *number);
}

}  // namespace

OutcomeGroups group_outcomes(const model::Counts& outcomes) {
  OutcomeGroups groups{};
  for (const model::Count& each : outcomes) groups[group_of(each.value)] += each.count;
  return groups;
}

std::string quarter_words(const Strings& strings, std::string_view key) {
  return quarter_text(strings, "quarter_", key);
}

std::string quarter_axis(const Strings& strings, std::string_view key) {
  return quarter_text(strings, "quarter_axis_", key);
}

std::vector<Named> exemptions_used(const Making& making) {
  std::vector<Named> used;
  const CollectionPlan* plan = plan_of(making, schema::Kind::foi);
  if (!plan) return used;
  for (const model::Count& each : making.theme.site.statistics.foi.all.exemptions) {
    used.push_back(
        {each.value,
         making.strings().fill("exemption_named", {{"title", exemption_title(*plan, each.value)},
                                                   {"exemption", each.value}}),
         each.count});
  }
  return used;
}

std::vector<Named> paragraphs_used(const Making& making) {
  std::vector<Named> used;
  const CollectionPlan* plan = plan_of(making, schema::Kind::decision);
  if (!plan) return used;
  const FieldPlan* field = plan->find("exempt_paragraphs");
  for (const model::Count& each : making.theme.site.statistics.decisions.all.paragraphs) {
    Named named{each.value, std::string(each.value), each.count};
    if (field) {
      const auto choice = field->choices.find(each.value);
      if (choice != field->choices.end()) named.title = choice->second["text"].text();
    }
    used.push_back(std::move(named));
  }
  return used;
}

std::vector<const model::Record*> should_be_datasets(const Making& making) {
  std::vector<const model::Record*> records;
  const CollectionPlan* plan = plan_of(making, schema::Kind::foi);
  if (!plan) return records;
  std::copy_if(plan->current.begin(), plan->current.end(), std::back_inserter(records),
               [](const auto* record) { return !record->field("datasets").items().empty(); });
  return records;
}

std::size_t illustrative_count(const Making& making, schema::Kind kind) {
  const CollectionPlan* plan = plan_of(making, kind);
  if (!plan) return 0;
  return static_cast<std::size_t>(
      std::count_if(plan->current.begin(), plan->current.end(),
                    [](const auto* record) { return record->illustrative(); }));
}

Value foi_figures_json(const Making& making, const model::FoiFigures& figures) {
  View view(making.arena(), 24);
  view.text_if("key", figures.key);
  set_counts(view, {{"received", figures.received},
                    {"answered", figures.answered},
                    {"due", figures.due()},
                    {"in_time", figures.in_time},
                    {"permitted_extension", figures.permitted_extension},
                    {"late", figures.late},
                    {"open", figures.open},
                    {"overdue", figures.overdue},
                    {"on_hold", figures.on_hold},
                    {"lapsed", figures.lapsed},
                    {"should_be_dataset", figures.should_be_dataset},
                    {"reviews", figures.reviews},
                    {"reviews_changed", figures.reviews_changed}});
  set_if(view, "in_time_per_cent", figures.in_time_per_cent());
  set_if(view, "median_days", figures.median_days);
  set_if(view, "mean_days", figures.mean_days);
  View groups(making.arena(), kOutcomeGroups.size());
  const OutcomeGroups grouped = group_outcomes(figures.outcomes);
  for (std::size_t i = 0; i < grouped.size(); ++i) {
    groups.number(kOutcomeGroups[i], static_cast<double>(grouped[i]));
  }
  return view.set("outcomes", counts_json(making, figures.outcomes))
      .set("outcome_groups", groups.value())
      .set("exemptions", counts_json(making, figures.exemptions))
      .value();
}

Value decision_figures_json(const Making& making, const model::DecisionFigures& figures) {
  View view(making.arena(), 12);
  view.text_if("key", figures.key);
  set_counts(view, {{"decisions", figures.decisions},
                    {"stated", figures.stated},
                    {"in_private", figures.in_private},
                    {"in_public", figures.stated - figures.in_private},
                    {"key_decisions", figures.key_decisions},
                    {"general_exception", figures.general_exception},
                    {"special_urgency", figures.special_urgency},
                    {"called_in", figures.called_in}});
  set_if(view, "private_per_cent", figures.private_per_cent());
  return view.set("paragraphs", counts_json(making, figures.paragraphs)).value();
}

}  // namespace glasshouse::pages
