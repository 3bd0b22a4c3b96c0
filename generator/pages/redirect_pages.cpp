#include "pages/redirect_pages.h"

#include "pages/page.h"
#include "pages/view.h"

namespace glasshouse::pages {

namespace {

void produce_redirect(const Making& making, const model::Redirect& redirect, std::string& out) {
  const model::Record& record = *redirect.record;
  PageFacts facts{.title = making.strings().get("moved_title"), .path = std::string(redirect.from)};
  facts.is_listed = false;
  View context(making.arena(), 3);
  context.text("title", record.title)
      .text("href", making.theme.href(record.url))
      .text("canonical", making.theme.site.settings.base_url + record.url);
  render_page(making, "moved", facts, context, out);
}

}  // namespace

void add_redirect_routes(const Theme& theme, std::span<const model::Redirect> redirects,
                         std::vector<model::Route>& routes) {
  for (const model::Redirect& redirect : redirects) {
    routes.push_back(
        {redirect.path(), "text/html; charset=utf-8",
         [&theme, &redirect](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
           produce_redirect({theme, space, diagnostics}, redirect, out);
         },
         redirect.record->source->file});
  }
}

}  // namespace glasshouse::pages
