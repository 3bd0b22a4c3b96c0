#include "pages/theme.h"

#include <array>

#include "base/files.h"
#include "base/text.h"
#include "content/parse.h"
#include "pages/overview/promises.h"
#include "pages/record_page.h"
#include "pages/view.h"

namespace glasshouse::pages {

namespace {

constexpr std::string_view kStrings = "strings/en.json";
constexpr std::size_t kStringsBytes = 1u << 20;
constexpr unsigned kStringsDepth = 2;

/// Templates that every theme has, beside those of kinds.
constexpr std::array kTemplates = {"home", "list", "record", "withdrawn", "moved", "404"};
/// Templates of overviews; a theme without one has no such page.
constexpr std::array kOverviews = {"promises", "rules",    "responsible",
                                   "money",    "openness", "answered"};

// Without blank lines and white space at the ends of lines: the components leave much of both.
std::string without_loose_space(std::string_view html) {
  std::string result;
  for (std::string_view line : split(html, '\n')) {
    const std::size_t last = line.find_last_not_of(" \t");
    if (last == std::string_view::npos) continue;
    result += line.substr(0, last + 1);
    result += '\n';
  }
  return result;
}

struct Loading {
  const model::Site& site;
  const ThemeRoots& roots;
  Theme& theme;
  Diagnostics& diagnostics;

  [[nodiscard]] bool has_file(const std::string& name) const {
    for (const auto& root : roots) {
      if (std::filesystem::is_regular_file(root / name)) return true;
    }
    return false;
  }

  // The strings of the theme, with those that a site words in its own way on top.
  bool load_strings() {
    Map* map = Map::make(theme.arena, 128);
    for (std::size_t index = roots.size(); index-- > 0;) {
      const std::filesystem::path& root = roots[index];
      const auto bytes = read_file(root / kStrings, kStringsBytes);
      if (!bytes) continue;
      const std::string file = (root / kStrings).generic_string();
      const auto strings =
          content::parse_json(*bytes, {file}, theme.arena, kStringsDepth, diagnostics);
      if (!strings || !strings->is_map()) return false;
      for (const Map::Entry& entry : strings->as_map()) {
        map->set(theme.arena, entry.key.as_string(), entry.value);
      }
    }
    if (map->empty()) {
      diagnostics.error("theme-incomplete", Place(kStrings), "the theme has no such file",
                        "It belongs to the theme that comes with the program.");
      return false;
    }
    theme.strings = Strings(Value::map(map));
    return true;
  }

  bool load_assets() {
    const AssetOptions options{roots, site.settings.base_path, site.settings.brand_colour};
    auto assets = prepare_assets(options, theme.arena, diagnostics);
    if (!assets) return false;
    theme.assets = std::move(*assets);
    return true;
  }

  Value links_view(std::span<const schema::NavigationLink> links, std::string_view current) {
    Views items(theme.arena, links.size());
    for (const schema::NavigationLink& link : links) {
      View item(theme.arena, 3);
      item.text("text", link.title).text("href", address_of(link.href));
      items.add(item.flag("active", link.href == current));
    }
    return items.value();
  }

  // Of an address in site.json: "/foi/" stands below the base path, "https://…" as it is.
  std::string address_of(std::string_view href) const {
    return href.starts_with('/') ? theme.href(href.substr(1)) : std::string(href);
  }

  void add_globals() {
    const schema::SiteSettings& settings = site.settings;
    View licence(theme.arena, 2);
    licence.text("name", settings.licence.name).text_if("href", settings.licence.url);
    View view(theme.arena, 10);
    view.text("name", settings.name)
        .text("description", settings.description)
        .text("publisher", settings.publisher)
        .text("language", settings.language)
        .text_if("notice", settings.notice)
        .text("brand_colour", settings.brand_colour)
        .text("href", theme.href(""))
        .set("licence", licence.value());
    theme.engine.add_global("site", view.value());
    theme.engine.add_global("t", theme.strings.map());
    theme.engine.add_global("assets", theme.assets.addresses);
    View as_of(theme.arena, 2);
    as_of.text("text", theme.strings.date(site.as_of)).text("datetime", iso_date(site.as_of));
    theme.as_of = as_of.value();
  }

  bool load_templates() {
    bool complete = true;
    const auto load = [&](const std::string& name) {
      const templating::Template* page = theme.engine.load("pages/" + name + ".njk", diagnostics);
      if (page) theme.templates[name] = page;
      complete = complete && page;
    };
    for (const char* name : kTemplates) load(name);
    for (const std::string name : kOverviews) {
      if (has_file("pages/" + name + ".njk")) load(name);
    }
    for (const auto& collection : site.collections) {
      for (const std::string& name : {std::string(schema::name_of(collection->kind())),
                                      "collection-" + std::string(collection->name())}) {
        if (!theme.templates.contains(name) && has_file("pages/" + name + ".njk")) load(name);
      }
    }
    return complete;
  }

  // The header and the footer are the same on thousands of pages, so they are rendered here.
  bool render_chrome() {
    const templating::Template* header = theme.engine.load("partials/header.njk", diagnostics);
    const templating::Template* footer = theme.engine.load("partials/footer.njk", diagnostics);
    if (!header || !footer) return false;
    std::vector<std::string> sections = {""};
    for (const auto& link : site.settings.navigation) sections.emplace_back(link.href);
    for (const std::string& section : sections) {
      View context(theme.arena, 2);
      context.set("navigation", links_view(site.settings.navigation, section));
      Arena arena;
      std::string html;
      if (!theme.engine.render(*header, context.value(), arena, html, diagnostics)) return false;
      theme.headers[section] = Value::safe_string(theme.arena, without_loose_space(html));
    }
    View context(theme.arena, 2);
    context.set("links", links_view(site.settings.footer, "")).set("as_of", theme.as_of);
    Arena arena;
    std::string html;
    if (!theme.engine.render(*footer, context.value(), arena, html, diagnostics)) return false;
    theme.footer = Value::safe_string(theme.arena, without_loose_space(html));
    return true;
  }

  void plan_collections() {
    theme.plans.reserve(site.collections.size());
    for (const auto& collection : site.collections) {
      CollectionPlan plan =
          plan_collection(*collection, theme.strings, site.settings.base_path, theme.arena);
      plan.template_name = template_of(theme, *collection);
      theme.plan_of[collection.get()] = &theme.plans.emplace_back(std::move(plan));
    }
  }
};

}  // namespace

std::string Theme::href(std::string_view path) const {
  return std::string(site.settings.base_path) + std::string(path);
}

Value Theme::header_of(std::string_view path) const {
  const std::string address = "/" + std::string(path);
  std::string_view best;
  for (const auto& [section, header] : headers) {
    if (section.size() > best.size() && address.starts_with(section)) best = section;
  }
  if (!best.empty()) return headers.find(best)->second;
  // A promise belongs to the section of the page that says how all of them stand.
  const model::Collection* promises = site.of_kind(schema::Kind::commitment);
  const bool is_promise = promises && path.starts_with(promises->url);
  const auto overview = headers.find("/" + promises_path(*this));
  return is_promise && overview != headers.end() ? overview->second : headers.find("")->second;
}

std::unique_ptr<const Theme> load_theme(const model::Site& site, const ThemeRoots& roots,
                                        Diagnostics& diagnostics) {
  auto theme = std::make_unique<Theme>(site, roots);
  Loading loading{site, roots, *theme, diagnostics};
  if (!loading.load_strings() || !loading.load_assets()) return nullptr;
  loading.add_globals();
  if (!loading.load_templates() || !loading.render_chrome()) return nullptr;
  loading.plan_collections();
  if (const model::Collection* wards = site.of_kind(schema::Kind::ward)) {
    theme->ward_shapes = draw_wards(*wards);
  }
  return theme;
}

}  // namespace glasshouse::pages
