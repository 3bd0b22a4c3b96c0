#include "pages/list_page.h"

#include <algorithm>

#include "pages/maps/ward_map.h"
#include "pages/overview/answered.h"
#include "pages/overview/money.h"
#include "pages/overview/openness.h"
#include "pages/overview/promises.h"

namespace glasshouse::pages {

namespace {

Value rows_view(const Making& making, const ListOf& list, std::size_t first, std::size_t last) {
  const CollectionPlan& plan = *list.plan;
  Views rows(making.arena(), last - first);
  for (std::size_t i = first; i < last; ++i) {
    const model::Record& record = *list.records()[i];
    Views cells(making.arena(), plan.columns.size());
    for (const FieldPlan* column : plan.columns) {
      if (column->name == "title") continue;
      cells.add(show(making, record, *column, record.fields[column->field.name]));
    }
    View row(making.arena(), 4);
    row.text("title", record.title)
        .text("href", making.theme.href(record.url))
        .flag("illustrative", record.illustrative())
        .set("cells", cells.value());
    rows.add(row);
  }
  return rows.value();
}

Value pagination_view(const Making& making, const ListOf& list, std::size_t page,
                      std::size_t pages) {
  Arena& arena = making.arena();
  const Strings& strings = making.strings();
  const auto href = [&](std::size_t number) { return making.theme.href(page_path(list, number)); };
  Views items(arena, pages);
  for (const std::size_t number : pagination_numbers(page, pages)) {
    if (number == 0) {
      items.add(View(arena, 1).flag("ellipsis"));
      continue;
    }
    const std::string digits = strings.number(static_cast<double>(number));
    View item(arena, 4);
    item.text("number", digits).text("href", href(number)).flag("current", number == page);
    item.text("visuallyHiddenText", strings.fill("page_number", {{"number", digits}}));
    items.add(item);
  }
  View view(arena, 4);
  view.text("landmarkLabel", strings.get("pagination")).set("items", items.value());
  if (page > 1) {
    View previous(arena, 2);
    view.set(
        "previous",
        previous.text("href", href(page - 1)).text("text", strings.get("previous_page")).value());
  }
  if (page < pages) {
    View next(arena, 2);
    view.set("next",
             next.text("href", href(page + 1)).text("text", strings.get("next_page")).value());
  }
  return view.value();
}

// "40 FOI releases", "51 to 100 of 240 FOI releases".
std::string shown_sentence(const Making& making, const ListOf& list, std::size_t first,
                           std::size_t last) {
  const Strings& strings = making.strings();
  const schema::Definition& definition = list.plan->collection->definition;
  const std::size_t count = list.records().size();
  const std::string things = inside_sentence(count == 1 ? definition.singular : definition.title);
  const auto digits = [&](std::size_t number) {
    return strings.number(static_cast<double>(number));
  };
  if (count == last - first) {
    return strings.fill("list_all", {{"count", digits(count)}, {"things", things}});
  }
  return strings.fill("list_part", {{"first", digits(first + 1)},
                                    {"last", digits(last)},
                                    {"count", digits(count)},
                                    {"things", things}});
}

// The page that answers a question over all records of the kind.
void set_overview(const Making& making, schema::Kind kind, View& context) {
  std::string path;
  std::string_view text;
  if (kind == schema::Kind::commitment) {
    path = promises_path(making.theme);
    text = "promises_overview";
  } else if (kind == schema::Kind::foi || kind == schema::Kind::decision) {
    path = openness_path(making.theme);
    text = "openness_overview";
  } else if (kind == schema::Kind::saving) {
    path = money_path(making.theme);
    text = "money_overview";
  } else if (kind == schema::Kind::recommendation) {
    path = answered_path(making.theme);
    text = "answered_overview";
  }
  if (path.empty()) return;
  context.text("overview_href", making.theme.href(path))
      .text("overview_text", making.strings().get(text));
}

// The data of the list, and the figures of its maps.
Value data_with_figures(const Making& making, const CollectionPlan& plan) {
  Views data(making.arena(), plan.data.items().size() + 1);
  for (const Value& link : plan.data.items()) data.add(link);
  View figures(making.arena(), 2);
  figures.text("text", making.strings().get("data_map_figures"));
  return data.add(figures.text("href", making.theme.href(plan.collection->url) + "index.json"))
      .value();
}

PageFacts facts_of(const Making& making, const ListOf& list, const std::string& title,
                   std::size_t page) {
  const model::Collection& collection = *list.plan->collection;
  PageFacts facts{.title = title, .path = page_path(list, page)};
  facts.description = collection.definition.description;
  facts.updated = collection.updated;
  if (list.value) {
    facts.caption = list.facet->field->title;
    facts.breadcrumbs = list.plan->breadcrumbs;
  }
  facts.data = list.plan->data;
  facts.feed = list.value ? feed_view(making.arena(), list.plan->feed["text"].text(),
                                      making.theme.href(list.value->url))
                          : list.plan->feed;
  return facts;
}

}  // namespace

std::vector<std::size_t> pagination_numbers(std::size_t page, std::size_t pages) {
  std::vector<std::size_t> numbers;
  std::size_t previous = 0;
  for (std::size_t number = 1; number <= pages; ++number) {
    const bool is_near = number + 1 >= page && number <= page + 1;
    if (number != 1 && number != pages && !is_near) continue;
    // A gap of one page is that page.
    if (number == previous + 2) numbers.push_back(number - 1);
    if (number > previous + 2) numbers.push_back(0);
    numbers.push_back(number);
    previous = number;
  }
  return numbers;
}

std::size_t page_count(const ListOf& list) {
  const std::size_t size = list.plan->collection->definition.page_size;
  return std::max<std::size_t>(1, (list.records().size() + size - 1) / size);
}

std::string page_path(const ListOf& list, std::size_t page) {
  return page == 1 ? list.url() : list.url() + "page/" + std::to_string(page) + "/";
}

void produce_list(const Making& making, const ListOf& list, std::size_t page, std::string& out) {
  const CollectionPlan& plan = *list.plan;
  const schema::Definition& definition = plan.collection->definition;
  const std::size_t pages = page_count(list);
  const std::size_t first = (page - 1) * definition.page_size;
  const std::size_t last = std::min(first + definition.page_size, list.records().size());

  std::string title(definition.title);
  if (list.value) {
    title = making.strings().fill(
        "facet_title",
        {{"things", definition.title},
         {"field", list.facet->field->title},
         {"value",
          facet_label(making.strings(), plan.find_own(list.facet->field->name), *list.value)}});
  }
  View context(making.arena(), 12);
  context.set("collection", plan.view)
      .text("shown", shown_sentence(making, list, first, last))
      .set("columns", plan.columns_view)
      .set("rows", rows_view(making, list, first, last))
      .flag("scrolls", plan.scrolls)
      .set("facets", plan.facets_view);
  set_overview(making, plan.collection->kind(), context);
  if (list.value) {
    context.text("facet_href", making.theme.href(list.url()))
        .text("all_text",
              making.strings().fill("all_things", {{"things", inside_sentence(definition.title)}}));
  }
  if (pages > 1) context.set("pagination", pagination_view(making, list, page, pages));
  const bool may_have_map = !list.value && page == 1 && definition.kind == schema::Kind::ward;
  const Value map = may_have_map ? ward_maps_view(making, plan, MapsShown::all) : Value();
  context.set("map", map);
  PageFacts facts = facts_of(making, list, title, page);
  if (map.is_map()) facts.data = data_with_figures(making, plan);
  std::string page_title;
  if (page > 1) {
    page_title =
        making.strings().fill("title_of_page", {{"title", title}, {"page", std::to_string(page)}});
    facts.title = page_title;
    Views breadcrumbs(making.arena(), 2);
    for (const Value& link : facts.breadcrumbs.items()) breadcrumbs.add(link);
    View first_page(making.arena(), 2);
    breadcrumbs.add(first_page.text("text", title).text("href", making.theme.href(list.url())));
    facts.breadcrumbs = breadcrumbs.value();
  }
  render_page(making, "list", facts, context, out);
}

}  // namespace glasshouse::pages
