#include "formats/sitemap.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "formats/record_json.h"
#include "formats/xml.h"

namespace glasshouse::formats {

namespace {

constexpr std::size_t kLargestSitemap = 50'000;  // sitemaps.org: addresses in one file
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

struct Page {
  std::string url;
  std::string updated;  // empty where it is not known
};

using Pages = std::vector<Page>;

Pages gather_pages(const model::Site& site, const std::vector<model::Route>& routes) {
  std::unordered_map<std::string_view, const model::Record*> records;
  for (const auto& collection : site.collections) {
    for (const model::Record& record : collection->records) records.emplace(record.url, &record);
  }
  Pages pages;
  constexpr std::string_view kIndex = "index.html";
  for (const model::Route& route : routes) {
    if (!route.path.ends_with(kIndex)) continue;  // 404.html is no page to find
    const std::string path = route.path.substr(0, route.path.size() - kIndex.size());
    const auto found = records.find(path);
    const model::Record* record = found == records.end() ? nullptr : found->second;
    if (record && record->withdrawn) continue;  // kept for those who have its address
    pages.push_back({site.settings.base_url + path, record ? updated_of(site, *record) : ""});
  }
  std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.url < b.url; });
  return pages;
}

void append_sitemap(std::string& out, const Pages& pages, std::size_t first) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"";
  out.append(kNamespace).append("\">\n");
  for (std::size_t i = first; i < std::min(pages.size(), first + kLargestSitemap); ++i) {
    out += "<url><loc>";
    append_xml(out, pages[i].url);
    out += "</loc>";
    if (!pages[i].updated.empty()) out += "<lastmod>" + pages[i].updated + "</lastmod>";
    out += "</url>\n";
  }
  out += "</urlset>\n";
}

void append_index(std::string& out, const std::string& base_url, std::size_t files) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"";
  out.append(kNamespace).append("\">\n");
  for (std::size_t i = 1; i <= files; ++i) {
    out += "<sitemap><loc>";
    append_xml(out, base_url + "sitemap-" + std::to_string(i) + ".xml");
    out += "</loc></sitemap>\n";
  }
  out += "</sitemapindex>\n";
}

}  // namespace

void add_sitemap_routes(const model::Site& site, std::vector<model::Route>& routes) {
  const auto pages = std::make_shared<const Pages>(gather_pages(site, routes));
  const std::size_t files = (pages->size() + kLargestSitemap - 1) / kLargestSitemap;
  constexpr std::string_view kXml = "application/xml";
  if (files <= 1) {
    routes.push_back(
        {"sitemap.xml", kXml, [pages](model::Workspace&, std::string& out, Diagnostics&) {
           append_sitemap(out, *pages, 0);
         }});
  } else {
    for (std::size_t i = 0; i < files; ++i) {
      routes.push_back({"sitemap-" + std::to_string(i + 1) + ".xml", kXml,
                        [pages, i](model::Workspace&, std::string& out, Diagnostics&) {
                          append_sitemap(out, *pages, i * kLargestSitemap);
                        }});
    }
    routes.push_back(
        {"sitemap.xml", kXml, [&site, files](model::Workspace&, std::string& out, Diagnostics&) {
           append_index(out, site.settings.base_url, files);
         }});
  }
  routes.push_back({"robots.txt", "text/plain; charset=utf-8",
                    [&site](model::Workspace&, std::string& out, Diagnostics&) {
                      out += "User-agent: *\nAllow: /\nSitemap: " + site.settings.base_url +
                             "sitemap.xml\n";
                    }});
}

}  // namespace glasshouse::formats
