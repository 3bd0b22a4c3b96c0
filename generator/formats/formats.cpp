#include "formats/formats.h"

#include "formats/attachments.h"
#include "formats/calendar.h"
#include "formats/columns.h"
#include "formats/csv.h"
#include "formats/csvw.h"
#include "formats/data_package.h"
#include "formats/datasets.h"
#include "formats/dcat.h"
#include "formats/feed.h"
#include "formats/geojson.h"
#include "formats/openapi.h"
#include "formats/pod.h"
#include "formats/record_json.h"
#include "formats/sitemap.h"
#include "markdown/record_body.h"

namespace glasshouse::formats {

namespace {

constexpr std::string_view kJson = "application/json";

void add_record_routes(const model::Site& site, const model::Collection& collection,
                       std::vector<model::Route>& routes) {
  for (const model::Record& record : collection.records) {
    routes.push_back(
        {record.url + "index.json", kJson,
         [&site, &record](model::Workspace& workspace, std::string& out, Diagnostics& problems) {
           append_record_json(out, site, record,
                              markdown::record_html(site, record, workspace, problems),
                              workspace.arena);
           out += '\n';
         }});
  }
}

void add_collection_routes(const model::Site& site, const model::Collection& collection,
                           std::vector<model::Route>& routes) {
  using model::Workspace;
  routes.push_back({collection.url + "records.json", kJson,
                    [&](Workspace& space, std::string& out, Diagnostics&) {
                      append_collection_json(out, site, collection, space);
                    }});
  routes.push_back({collection.url + "records.ndjson", "application/x-ndjson",
                    [&](Workspace& space, std::string& out, Diagnostics&) {
                      append_collection_ndjson(out, site, collection, space);
                    }});
  for (std::size_t page = 1; page <= json_page_count(collection); ++page) {
    routes.push_back({collection.url + "records/" + std::to_string(page) + ".json", kJson,
                      [&, page](Workspace&, std::string& out, Diagnostics&) {
                        append_json_page(out, site, collection, page);
                      }});
  }
  routes.push_back({collection.url + "columns.csv", "text/csv; charset=utf-8",
                    [&](Workspace&, std::string& out, Diagnostics&) {
                      append_column_dictionary(out, collection);
                    }});
  routes.push_back({collection.url + "records.csv", "text/csv; charset=utf-8",
                    [&](Workspace& space, std::string& out, Diagnostics&) {
                      append_collection_csv(out, site, collection, space);
                    }});
  if (collection.boundaries) {
    routes.push_back({collection.url + "boundaries.geojson", "application/geo+json",
                      [&](Workspace&, std::string& out, Diagnostics&) {
                        append_boundaries(out, site, collection);
                      }});
  }
  routes.push_back(
      {collection.url + "schema.json", "application/schema+json",
       [&](Workspace&, std::string& out, Diagnostics&) { out += collection.source->schema_text; }});
}

void add_calendar_routes(const model::Site& site, std::vector<model::Route>& routes) {
  constexpr std::string_view kCalendar = "text/calendar; charset=utf-8";
  routes.push_back(
      {"calendar.ics", kCalendar, [&site](model::Workspace& space, std::string& out, Diagnostics&) {
         append_calendar(out, site, nullptr, space);
       }});
  const model::Collection* wards = site.of_kind(schema::Kind::ward);
  if (!wards) return;
  for (const model::Record& ward : wards->records) {
    if (ward.withdrawn) continue;
    routes.push_back({ward.url + "calendar.ics", kCalendar,
                      [&site, &ward](model::Workspace& space, std::string& out, Diagnostics&) {
                        append_calendar(out, site, &ward, space);
                      }});
  }
}

}  // namespace

void add_routes(const model::Site& site, std::vector<model::Route>& routes,
                Diagnostics& diagnostics) {
  for (const auto& collection : site.collections) {
    add_record_routes(site, *collection, routes);
    // Plain pages are no list: each has its JSON, and no more.
    if (collection->kind() != schema::Kind::page) add_collection_routes(site, *collection, routes);
  }
  add_feed_routes(site, routes);
  routes.push_back(
      {"openapi.json", kJson,
       [&site](model::Workspace&, std::string& out, Diagnostics&) { append_openapi(out, site); }});
  routes.push_back(
      {"catalog.jsonld", "application/ld+json",
       [&site](model::Workspace&, std::string& out, Diagnostics&) { append_dcat(out, site); }});
  routes.push_back({"data.json", kJson, [&site](model::Workspace&, std::string& out, Diagnostics&) {
                      append_pod(out, site);
                    }});
  add_calendar_routes(site, routes);
  add_dataset_routes(site, routes);
  add_csvw_routes(site, routes);
  add_data_package_routes(site, routes);
  add_attachment_routes(site, routes, diagnostics);
  add_sitemap_routes(site, routes);
}

}  // namespace glasshouse::formats
