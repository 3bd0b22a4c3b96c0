#include "pages/plan.h"

#include <algorithm>

#include "pages/page.h"
#include "pages/view.h"

namespace glasshouse::pages {

namespace {

using model::FieldType;

// Values of a facet that stand open beside a list; the rest unfold.
constexpr std::size_t kFacetShown = 6;

struct Planner {
  const Strings& strings;
  std::string_view base_path;
  Arena& arena;

  Value view_of_choice(const FieldPlan& plan, std::string_view text, std::string_view tag) const {
    View view(arena, 5);
    view.set("label", plan.label).text("text", text).text_if("tag", tag);
    return view.value();
  }

  void plan_choices(FieldPlan& plan) const {
    const model::Field& field = plan.field;
    const bool is_boolean =
        field.type == FieldType::boolean || field.item_type == FieldType::boolean;
    if (is_boolean) {
      plan.choices["true"] = view_of_choice(plan, strings.get("yes"), {});
      plan.choices["false"] = view_of_choice(plan, strings.get("no"), {});
    }
    const Value inner =
        field.schema["type"].text() == "array" ? field.schema["items"] : field.schema;
    for (const Value& value : inner["enum"].items()) {
      if (!value.is_string()) continue;
      const std::string_view text = value.as_string();
      plan.choices[text] = view_of_choice(plan, field.label(text), field.tags[text].text());
    }
  }

  FieldPlan plan_field(const model::Field& field, std::string_view name) const {
    FieldPlan plan;
    plan.field = field;
    plan.name = name;
    plan.key = Value::string(arena, name);
    plan.label = Value::string(arena, field.title);
    plan.none = View(arena, 2).set("label", plan.label).text("text", strings.get("none")).value();
    plan.missing = View(arena, 3)
                       .set("label", plan.label)
                       .text("text", strings.get("missing"))
                       .flag("missing")
                       .value();
    const Value inner =
        field.schema["type"].text() == "array" ? field.schema["items"] : field.schema;
    plan.reference = inner["x-reference"].text();
    // JSON Schema has no format for a month; a pattern that takes only 01 to 12 says it.
    plan.is_month = inner["pattern"].text().find("(0[1-9]|1[0-2])") != std::string_view::npos;
    const auto bound = [&](std::string_view key) {
      return inner[key].is_number() ? inner[key].as_number() : 0;
    };
    plan.is_year = field.type == FieldType::integer && field.unit.empty() &&
                   bound("minimum") >= 1000 && bound("maximum") >= 1000 && bound("maximum") < 3000;
    const Value members = inner["properties"];
    plan.is_source = members["document"].is_map() && members["paragraph"].is_map();
    plan.is_files = members["file"]["x-file"].is_true();
    for (const model::Field& member : model::read_fields(inner)) {
      plan.members.push_back(plan_field(member, member.name));
    }
    plan_choices(plan);
    // A key is hashed when it first is one, and from then on may be shared.
    (void)View(arena, 1).set(plan.key, plan.missing);
    return plan;
  }

  // A value that has a page of its own leads there. A reference leads to its record instead; a link
  // called "Yes" would say nothing.
  void link_choices(CollectionPlan& plan) const {
    for (FieldPlan& field : plan.fields) {
      const bool leads_elsewhere = field.field.is_reference || field.field.is_ward_code ||
                                   field.field.type == FieldType::boolean;
      if (leads_elsewhere) continue;
      for (const model::Facet& facet : plan.collection->facets) {
        if (facet.field->name == field.field.name) link_choices(field, facet);
      }
    }
  }

  void link_choices(FieldPlan& field, const model::Facet& facet) const {
    for (const model::FacetValue& value : facet.values) {
      Value& choice = field.choices[value.value];
      if (!choice.is_map()) {
        choice = view_of_choice(field, facet_label(strings, &field, value), {});
      }
      const std::string href = std::string(base_path) + value.url;
      choice.as_map().set(arena, "href", Value::string(arena, href));
    }
  }

  Value view_of_facets(const CollectionPlan& plan) const {
    const model::Collection& collection = *plan.collection;
    Views facets(arena, collection.facets.size());
    for (const model::Facet& facet : collection.facets) {
      Views values(arena, kFacetShown);
      Views rest(arena);
      // One more than is shown is shown too: "1 more" would take the same place.
      const bool is_long = facet.values.size() > kFacetShown + 1;
      for (const model::FacetValue& value : facet.values) {
        const auto count = static_cast<double>(value.records.size());
        View view(arena, 3);
        view.text("text", facet_label(strings, plan.find_own(facet.field->name), value));
        view.text("count", strings.number(count));
        view.text("href", std::string(base_path) + value.url);
        (is_long && values.size() == kFacetShown ? rest : values).add(view);
      }
      if (values.empty()) continue;
      View view(arena, 4);
      view.text("title", facet.field->title).set("first", values.value());
      if (rest.size() > 0) {
        view.set("rest", rest.value()).text("more", strings.count("facet_more", rest.size()));
      }
      facets.add(view);
    }
    return facets.value();
  }

  Value link(std::string_view text, const std::string& path) const {
    View view(arena, 2);
    return view.text("text", text).text("href", std::string(base_path) + path).value();
  }

  void plan_links(CollectionPlan& plan) const {
    const model::Collection& collection = *plan.collection;
    const std::string_view title = collection.definition.title;
    const auto named = [&](std::string_view name) {
      return strings.fill(name, {{"things", inside_sentence(title)}});
    };
    plan.breadcrumbs = Views(arena, 1).add(link(title, collection.url)).value();
    plan.feed = feed_view(arena, named("data_feed"), std::string(base_path) + collection.url);
    Views data(arena, 8);
    data.add(link(named("data_all_json"), collection.url + "records.json"))
        .add(link(named("data_all_csv"), collection.url + "records.csv"))
        .add(link(named("data_all_ndjson"), collection.url + "records.ndjson"));
    if (collection.boundaries) {
      data.add(link(named("data_boundaries"), collection.url + "boundaries.geojson"));
    }
    if (collection.kind() == schema::Kind::meeting) {
      data.add(link(strings.get("data_calendar"), "calendar.ics"));
    }
    data.add(plan.feed)
        .add(link(named("data_columns"), collection.url + "columns.csv"))
        .add(link(named("data_schema"), collection.url + "schema.json"));
    plan.data = data.value();
  }

  void plan_columns(CollectionPlan& plan) const {
    const schema::Definition& definition = plan.collection->definition;
    if (const FieldPlan* title = plan.find("title")) plan.columns.push_back(title);
    for (const std::string_view column : definition.columns) {
      for (const FieldPlan& field : plan.fields) {
        if (field.field.name != column || field.name == "title") continue;
        plan.columns.push_back(&field);
        if (!plan.status && field.field.tags.is_map()) plan.status = &field;
      }
    }
    Views columns(arena, plan.columns.size());
    std::size_t numbers = 0;
    for (const FieldPlan* column : plan.columns) {
      const bool is_number =
          column->field.type == FieldType::number || column->field.type == FieldType::integer;
      numbers += is_number;
      columns.add(View(arena, 2).set("label", column->label).flag("number", is_number));
    }
    plan.columns_view = columns.value();
    plan.scrolls = numbers > 2;
  }

  void plan_when(CollectionPlan& plan) const {
    const std::string_view sorted_by = plan.collection->definition.sort_field;
    for (const FieldPlan& field : plan.fields) {
      const bool is_date =
          field.field.type == FieldType::date || field.field.type == FieldType::date_time;
      if (is_date && field.field.name == sorted_by) plan.when = &field;
    }
    if (!plan.when) plan.when = plan.find("updated");
  }
};

}  // namespace

const FieldPlan* CollectionPlan::find(std::string_view name) const {
  for (const FieldPlan& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

const FieldPlan* CollectionPlan::find_own(std::string_view name) const {
  for (const FieldPlan& field : fields) {
    if (field.field.name == name) return &field;
  }
  return nullptr;
}

std::string facet_label(const Strings& strings, const FieldPlan* field,
                        const model::FacetValue& value) {
  if (field && field->field.type == FieldType::boolean) {
    return std::string(strings.get(value.value == "true" ? "yes" : "no"));
  }
  if (field && field->is_month) return strings.month(value.value).value_or(value.label);
  return value.label;
}

CollectionPlan plan_collection(const model::Collection& collection, const Strings& strings,
                               std::string_view base_path, Arena& arena) {
  const Planner planner{strings, base_path, arena};
  const schema::Definition& definition = collection.definition;
  CollectionPlan plan;
  plan.collection = &collection;
  plan.current = collection.current();
  for (const model::Field& field : collection.fields) {
    std::string_view name = field.name;
    for (const auto& [rules, ours] : definition.fields) {
      if (ours == field.name) name = rules;
    }
    plan.fields.push_back(planner.plan_field(field, name));
  }
  planner.link_choices(plan);
  planner.plan_columns(plan);
  planner.plan_when(plan);
  planner.plan_links(plan);
  View view(arena, 8);
  view.text("name", definition.name)
      .text("title", definition.title)
      .text("singular", definition.singular)
      .text("description", definition.description)
      .text("kind", schema::name_of(definition.kind))
      .text("href", std::string(base_path) + collection.url)
      .text("count", strings.number(static_cast<double>(plan.current.size())));
  plan.view = view.value();
  plan.facets_view = planner.view_of_facets(plan);
  return plan;
}

}  // namespace glasshouse::pages
