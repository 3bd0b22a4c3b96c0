#include "pages/pages.h"

#include "pages/home_page.h"
#include "pages/list_page.h"
#include "pages/maps/ward_map.h"
#include "pages/overview/overview.h"
#include "pages/record_page.h"

namespace glasshouse::pages {

namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";

using Routes = std::vector<model::Route>;

void add_assets(const Theme& theme, Routes& routes) {
  for (const Asset& asset : theme.assets.files) {
    routes.push_back(
        {asset.path, asset.media_type,
         [&asset](model::Workspace&, std::string& out, Diagnostics&) { out += asset.bytes; }});
  }
}

void add_list(const Theme& theme, const ListOf& list, Routes& routes) {
  const std::size_t pages = page_count(list);
  for (std::size_t page = 1; page <= pages; ++page) {
    routes.push_back(
        {page_path(list, page) + "index.html", kHtml,
         [&theme, list, page](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
           produce_list({theme, space, diagnostics}, list, page, out);
         },
         list.plan->collection->source->definition_file});
  }
}

void add_lists(const Theme& theme, const CollectionPlan& plan, Routes& routes) {
  add_list(theme, {.plan = &plan}, routes);
  for (const model::Facet& facet : plan.collection->facets) {
    for (const model::FacetValue& value : facet.values) {
      add_list(theme, {&plan, &facet, &value}, routes);
    }
  }
}

void add_records(const Theme& theme, const CollectionPlan& plan, Routes& routes) {
  for (const model::Record& record : plan.collection->records) {
    // Two pointers: a function of that size is kept without an allocation of its own.
    routes.push_back(
        {record.url + "index.html", kHtml,
         [&theme, &record](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
           produce_record({theme, space, diagnostics}, record, out);
         },
         record.source->file});
  }
}

// The map that the locators of all wards share, and the figures of the maps as JSON.
void add_map(const Theme& theme, const CollectionPlan& wards, Routes& routes) {
  const std::string& url = wards.collection->url;
  routes.push_back(
      {url + "index.json", "application/json",
       [&theme, &wards](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
         append_figures_json({theme, space, diagnostics}, wards, out);
       }});
  routes.push_back({url + "map.svg", "image/svg+xml",
                    [&theme](model::Workspace&, std::string& out, Diagnostics&) {
                      append_map_svg(theme.ward_shapes, out);
                    }});
}

}  // namespace

void add_routes(const model::Site& site, const Theme& theme, Routes& routes, Diagnostics&) {
  add_assets(theme, routes);
  routes.push_back({"index.html", kHtml,
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_home({theme, space, diagnostics}, out);
                    }});
  routes.push_back({"404.html", kHtml,
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      const Making making{theme, space, diagnostics};
                      PageFacts facts{.title = theme.strings.get("not_found_title")};
                      facts.path = "404.html";
                      facts.is_listed = false;
                      render_page(making, "404", facts, View(making.arena()), out);
                    }});
  for (const auto& collection : site.collections) {
    const CollectionPlan& plan = theme.plan(*collection);
    if (collection->kind() != schema::Kind::page) add_lists(theme, plan, routes);
    add_records(theme, plan, routes);
  }
  if (!theme.ward_shapes.shapes.empty()) {
    add_map(theme, theme.plan(*theme.ward_shapes.shapes[0].ward->collection), routes);
  }
  add_overview_routes(site, theme, routes);
}

}  // namespace glasshouse::pages
