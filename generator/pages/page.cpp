#include "pages/page.h"

#include <cassert>

namespace glasshouse::pages {

namespace {

Value page_view(const Making& making, const PageFacts& facts) {
  const Theme& theme = making.theme;
  const Strings& strings = making.strings();
  const std::string_view site_name = theme.site.settings.name;
  const std::string html_title =
      facts.path.empty()
          ? std::string(site_name)
          : strings.fill("html_title", {{"title", facts.title}, {"site", site_name}});
  View view(making.arena(), 16);
  view.text("title", facts.title)
      .text("html_title", html_title)
      .text_if("caption", facts.caption)
      .text_if("description", facts.description)
      .text("href", theme.href(facts.path))
      .flag("is_home", facts.path.empty())
      .flag("is_unlisted", !facts.is_listed)
      .set("header", theme.header_of(facts.path))
      .set("footer", theme.footer)
      .set("as_of", theme.as_of);
  if (facts.is_listed) view.text("canonical", theme.site.settings.base_url + facts.path);
  if (!facts.updated.empty()) view.set("updated", show_date(making, facts.updated));
  view.set("breadcrumbs", facts.breadcrumbs).set("data", facts.data).set("feed", facts.feed);
  return view.value();
}

}  // namespace

Value feed_view(Arena& arena, std::string_view text, std::string_view folder) {
  View view(arena, 3);
  return view.text("text", text)
      .text("href", std::string(folder) + "feed.xml")
      .text("json", std::string(folder) + "feed.json")
      .value();
}

void render_page(const Making& making, std::string_view template_name, const PageFacts& facts,
                 View context, std::string& out) {
  const auto found = making.theme.templates.find(template_name);
  assert(found != making.theme.templates.end());
  context.set("page", page_view(making, facts));
  // What went wrong has been said; nothing is published then.
  (void)making.theme.engine.render(*found->second, context.value(), making.arena(), out,
                                   making.diagnostics);
}

}  // namespace glasshouse::pages
