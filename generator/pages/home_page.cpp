#include "pages/home_page.h"

#include <algorithm>
#include <functional>

#include "pages/computed_home.h"
#include "pages/maps/ward_map.h"

namespace glasshouse::pages {

namespace {

using model::Record;
using schema::Kind;

constexpr std::size_t kChanges = 10;
constexpr std::size_t kDue = 10;
constexpr std::size_t kCards = 9;
constexpr int kDaysAhead = 30;

const CollectionPlan* plan_of(const Making& making, Kind kind) {
  const model::Collection* collection = making.theme.site.of_kind(kind);
  return collection ? &making.theme.plan(*collection) : nullptr;
}

// What of a collection the first sentences count: records whose field has the value.
struct Figure {
  Kind kind;
  std::string_view name;  // of its strings
  std::string_view field;
  Value value;
};

std::string address_of_value(const CollectionPlan& plan, std::string_view field,
                             std::string_view value) {
  for (const model::Facet& facet : plan.collection->facets) {
    if (facet.field->name != plan.collection->definition.field(field)) continue;
    for (const model::FacetValue& each : facet.values) {
      if (each.value == value) return each.url;
    }
  }
  return {};
}

Value figure_view(const Making& making, const Figure& figure) {
  const CollectionPlan* plan = plan_of(making, figure.kind);
  if (!plan || plan->current.empty()) return Value();
  const auto matches = [&](const Record* record) {
    return equal(record->field(figure.field), figure.value);
  };
  const auto& records = plan->current;
  const auto part =
      static_cast<std::size_t>(std::count_if(records.begin(), records.end(), matches));
  const auto invented = static_cast<std::size_t>(std::count_if(
      records.begin(), records.end(), [](const Record* record) { return record->illustrative(); }));
  const Strings& strings = making.strings();
  const std::string name(figure.name);
  View view(making.arena(), 7);
  view.text("number", strings.number(static_cast<double>(records.size())))
      .text("text", strings.count("figure_" + name, records.size()))
      .text("href", making.theme.href(plan->collection->url))
      .text("part", strings.count("figure_" + name + "_part", part));
  const std::string value(figure.value.is_boolean() ? "true" : figure.value.text());
  const std::string opens = address_of_value(*plan, figure.field, value);
  if (!opens.empty()) view.text("part_href", making.theme.href(opens));
  set_computed_figure(making, figure.kind, view);
  if (invented > 0) {
    view.text("note", invented == records.size()
                          ? std::string(strings.get("figure_illustrative_all"))
                          : strings.count("figure_illustrative", invented));
  }
  return view.value();
}

Value figures_view(const Making& making) {
  Arena& arena = making.arena();
  const Figure figures[] = {
      {Kind::commitment, "commitments", "status", Value::string(arena, "done")},
      {Kind::foi, "foi", "outcome", Value::string(arena, "granted-in-full")},
      {Kind::decision, "decisions", "private", Value::boolean(true)},
      {Kind::recommendation, "recommendations", "accepted", Value::string(arena, "yes")},
  };
  Views views(arena, 4);
  for (const Figure& figure : figures) {
    if (const Value view = figure_view(making, figure); view.is_map()) views.add(view);
  }
  return views.value();
}

struct Dated {
  const Record* record;
  std::string_view date;
};

Value dated_view(const Making& making, const std::vector<Dated>& records, std::size_t shown) {
  Views views(making.arena(), shown);
  for (std::size_t i = 0; i < shown; ++i) {
    Value link = show_link(making, *records[i].record);
    link.as_map().set(making.arena(), "when", show_date(making, records[i].date));
    views.add(link);
  }
  return views.value();
}

// The latest changes of all collections; ties by address, so that they never swap places.
Value changes_view(const Making& making) {
  std::vector<Dated> changed;
  for (const CollectionPlan& plan : making.theme.plans) {
    if (plan.collection->kind() == Kind::page) continue;
    for (const Record* record : plan.current) {
      const std::string_view updated = record->fields["updated"].text();
      if (!updated.empty()) changed.push_back({record, updated});
    }
  }
  const std::size_t shown = std::min(kChanges, changed.size());
  const auto latest_first = [](const Dated& a, const Dated& b) {
    return a.date != b.date ? a.date > b.date : a.record->url < b.record->url;
  };
  std::partial_sort(changed.begin(), changed.begin() + static_cast<std::ptrdiff_t>(shown),
                    changed.end(), latest_first);
  return dated_view(making, changed, shown);
}

void gather_due(const Making& making, Kind kind, std::initializer_list<std::string_view> fields,
                const std::function<bool(const Record&)>& is_settled, std::vector<Dated>& due) {
  const CollectionPlan* plan = plan_of(making, kind);
  if (!plan) return;
  const Date today = making.theme.site.as_of;
  for (const Record* record : plan->current) {
    if (is_settled(*record)) continue;
    for (const std::string_view field : fields) {
      const std::string_view text = record->field(field).text();
      const std::optional<Date> day = parse_date_part(text);
      if (!day) continue;
      if (*day >= today && day->days <= today.days + kDaysAhead) due.push_back({record, text});
      break;
    }
  }
}

std::vector<Dated> find_due(const Making& making) {
  std::vector<Dated> due;
  const auto status_is = [](const Record& record, std::string_view a, std::string_view b) {
    const std::string_view status = record.field("status").text();
    return status == a || status == b;
  };
  gather_due(
      making, Kind::meeting, {"starts", "day"},
      [&](const Record& record) { return status_is(record, "cancelled", "postponed"); }, due);
  gather_due(
      making, Kind::commitment, {"due_current", "due_original"},
      [&](const Record& record) { return status_is(record, "done", "dropped"); }, due);
  std::sort(due.begin(), due.end(), [](const Dated& a, const Dated& b) {
    return a.date != b.date ? a.date < b.date : a.record->url < b.record->url;
  });
  return due;
}

void set_due(const Making& making, View& context) {
  const std::vector<Dated> due = find_due(making);
  const std::size_t shown = std::min(kDue, due.size());
  context.set("due", dated_view(making, due, shown));
  if (shown < due.size()) {
    context.text("due_more", making.strings().count("due_more", due.size() - shown));
  }
  context.text("due_heading",
               making.strings().fill("due_heading", {{"days", std::to_string(kDaysAhead)},
                                                     {"date", making.theme.as_of["text"].text()}}));
}

Value priorities_view(const Making& making) {
  const CollectionPlan* plan = plan_of(making, Kind::priority);
  if (!plan || plan->current.empty()) return Value();
  const std::size_t shown = std::min(kCards, plan->current.size());
  Views cards(making.arena(), shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Record& record = *plan->current[i];
    const auto promises = static_cast<std::size_t>(std::count_if(
        record.linked_from.begin(), record.linked_from.end(), [](const model::Link& link) {
          return link.record->collection->kind() == Kind::commitment && !link.record->withdrawn;
        }));
    Value card = show_link(making, record);
    card.as_map().set(making.arena(), "outcome", record.field("outcome_wanted"));
    card.as_map().set(making.arena(), "count",
                      Value::string(making.arena(), making.strings().count("promises", promises)));
    cards.add(card);
  }
  View view(making.arena(), 3);
  view.set("items", cards.value()).text("href", making.theme.href(plan->collection->url));
  if (shown < plan->current.size()) {
    const auto count = static_cast<double>(plan->current.size());
    view.text("more",
              making.strings().fill("priorities_all", {{"count", making.strings().number(count)}}));
  }
  return view.value();
}

}  // namespace

void produce_home(const Making& making, std::string& out) {
  const schema::SiteSettings& settings = making.theme.site.settings;
  Views collections(making.arena(), making.theme.plans.size());
  for (const CollectionPlan& plan : making.theme.plans) {
    if (plan.collection->kind() != Kind::page) collections.add(plan.view);
  }
  View context(making.arena(), 10);
  context.set("figures", figures_view(making))
      .set("changes", changes_view(making))
      .set("priorities", priorities_view(making))
      .set("collections", collections.value());
  set_due(making, context);
  if (const CollectionPlan* wards = plan_of(making, Kind::ward)) {
    Views links(making.arena(), wards->current.size());
    for (const Record* ward : wards->current) links.add(show_link(making, *ward));
    context.set("ward_links", links.value())
        .set("map", ward_maps_view(making, *wards, MapsShown::first));
  }
  PageFacts facts{.title = making.strings().get("home_title")};
  facts.description = settings.description;
  const std::string root = making.theme.href("");
  facts.feed = feed_view(making.arena(), making.strings().get("data_site_feed"), root);
  View calendar(making.arena(), 2);
  calendar.text("text", making.strings().get("data_calendar")).text("href", root + "calendar.ics");
  facts.data = Views(making.arena(), 2).add(facts.feed).add(calendar).value();
  render_page(making, "home", facts, context, out);
}

}  // namespace glasshouse::pages
