// The maps that templates are given, made from written sites with a theme that prints them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "../model/written_site.h"
#include "base/files.h"
#include "pages/pages.h"

namespace glasshouse::pages {
namespace {

using model::WrittenSite;
using testing::HasSubstr;
using testing::Not;

class PagesTest : public testing::Test {
 protected:
  /// Builds the site with a theme whose pages are this template, and keeps its routes.
  void build(const WrittenSite::Files& files, const std::string& page) {
    written = std::make_unique<WrittenSite>(files);
    site = written->build();
    ASSERT_EQ(written->problems(), "");
    const auto theme_folder = written->folder() / "templates";
    const auto write = [&](const std::string& name, std::string_view text) {
      std::filesystem::create_directories((theme_folder / name).parent_path());
      write_file(theme_folder / name, text);
    };
    for (const char* name : {"home", "list", "record", "withdrawn", "moved", "404"}) {
      write("pages/" + std::string(name) + ".njk", page);
    }
    write("partials/header.njk", "<header>");
    write("partials/footer.njk", "<footer>");
    write("govuk/govuk-frontend.min.css", "");
    write("govuk/govuk-frontend.min.js", "");
    write("assets/site.css", "");
    write("assets/site.js", "");
    const std::filesystem::path source = GLASSHOUSE_SOURCE "/templates";
    write("strings/en.json", *read_file(source / "strings/en.json"));
    theme = load_theme(*site, {theme_folder}, diagnostics);
    ASSERT_TRUE(theme) << to_text(diagnostics.sorted(), {});
    add_routes(*site, *theme, routes, diagnostics);
  }

  /// What the route of this path produces.
  std::string produce(std::string_view path) {
    for (const model::Route& route : routes) {
      if (route.path != path) continue;
      std::string out;
      workspace.arena.reset();
      route.produce(workspace, out, diagnostics);
      EXPECT_EQ(to_text(diagnostics.sorted(), {}), "");
      return out;
    }
    ADD_FAILURE() << "no route " << path;
    return {};
  }

  std::unique_ptr<WrittenSite> written;
  std::unique_ptr<const model::Site> site;
  Diagnostics diagnostics;
  std::unique_ptr<const Theme> theme;
  std::vector<model::Route> routes;
  model::Workspace workspace;
};

const std::string kFields = R"(
  "status": {"type": "string", "title": "Status", "enum": ["on-track"],
             "x-labels": {"on-track": "On track"}, "x-tags": {"on-track": "blue"}},
  "asked": {"type": "string", "format": "date", "title": "Asked"},
  "cost": {"type": "number", "title": "Cost", "x-unit": "GBP"},
  "homes": {"type": "integer", "title": "Homes", "x-unit": "homes"},
  "year": {"type": "integer", "title": "Year", "minimum": 2001, "maximum": 2100},
  "open": {"type": "boolean", "title": "Open"},
  "interests": {"type": "array", "title": "Interests", "items": {"type": "string"}},
  "review": {"type": "object", "title": "Review",
             "properties": {"asked": {"type": "string", "format": "date", "title": "Asked for"}}})";

WrittenSite::Files things(const std::string& front_matter) {
  return {{"things/collection.json",
           model::definition(R"("columns": ["title", "status"], "facets": ["status"])")},
          {"things/schema.json", model::schema(kFields)},
          {"things/one.md", "---\ntitle: One\n" + front_matter + "---\n"}};
}

TEST_F(PagesTest, values_are_shown_as_people_read_them) {
  build(things("asked: 2018-03-05\ncost: 4245000\nhomes: 1200\nyear: 2024\nopen: false\n"),
        "{{ fields.asked.text }}|{{ fields.asked.datetime }}|{{ fields.cost.text }}|"
        "{{ fields.cost.short }}|{{ fields.homes.text }}|{{ fields.homes.in_table }}|"
        "{{ fields.year.text }}|{{ fields.open.text }}");
  EXPECT_EQ(produce("things/one/index.html"),
            "5 March 2018|2018-03-05|£4,245,000|£4.2 million|1,200 homes|1,200|2024|No");
}

TEST_F(PagesTest, a_listed_value_has_its_label_colour_and_page) {
  build(things("status: on-track\n"),
        "{{ fields.status.text }}|{{ fields.status.tag }}|{{ fields.status.href }}");
  EXPECT_EQ(produce("things/one/index.html"), "On track|blue|/open/things/status/on-track/");
}

TEST_F(PagesTest, an_absent_field_is_not_an_empty_list) {
  build(things("interests: []\n"),
        "{{ fields.interests.text }}|{{ fields.cost.text }}|{{ fields.cost.missing }}");
  EXPECT_EQ(produce("things/one/index.html"), "None|Not in the source|true");
}

TEST_F(PagesTest, dates_of_all_fields_make_one_timeline) {
  build(things("asked: 2018-03-05\nupdated: 2018-06-01\nreview:\n  asked: 2018-07-01\n"),
        "{% for event in timeline %}{{ event.when.text }} {{ event.label }}{{ '*' if event.ahead }}"
        ";{% endfor %}");
  EXPECT_EQ(produce("things/one/index.html"), "5 March 2018 Asked;1 July 2018 Review: asked for*;");
}

TEST_F(PagesTest, related_records_are_named_on_both_pages_once) {
  auto files = things("related: [things/two]\n");
  files["things/two.md"] = "---\ntitle: Two\nrelated: [things/one]\n---\n";
  files["things/three.md"] = "---\ntitle: Three\nrelated: [things/one]\n---\n";
  build(files,
        "{% for link in related %}{{ link.text }} {{ link.href }};{% endfor %}{{ groups.length }}");
  EXPECT_EQ(produce("things/one/index.html"), "Two /open/things/two/;Three /open/things/three/;0");
}

TEST_F(PagesTest, every_address_has_the_base_path) {
  build(things("status: on-track\n"),
        "{{ page.href }} {{ page.canonical }} {{ site.href }} {{ assets['site.css'] }} "
        "{% for link in page.breadcrumbs %}{{ link.href }} {% endfor %}"
        "{% for link in page.data %}{{ link.href }} {% endfor %}"
        "{% for row in rows %}{{ row.href }} {% endfor %}");
  for (const char* path : {"index.html", "things/index.html", "things/one/index.html",
                           "things/status/on-track/index.html"}) {
    const std::string page = produce(path);
    EXPECT_THAT(page, Not(HasSubstr(" /things"))) << path;
    EXPECT_THAT(page, Not(HasSubstr("//open"))) << path;
    EXPECT_THAT(page, HasSubstr("/open/assets/site-")) << path;
  }
  EXPECT_THAT(produce("things/one/index.html"),
              HasSubstr("https://ardale.example/open/things/one/"));
}

TEST_F(PagesTest, a_withdrawn_record_shows_when_and_why_and_is_in_no_list) {
  build(things("withdrawn:\n  date: 2018-04-01\n  reason: It named a person.\n"),
        "{{ date.text }} {{ reason }} {{ rows.length }} {{ page.data }}");
  EXPECT_THAT(produce("things/one/index.html"), HasSubstr("1 April 2018 It named a person."));
  EXPECT_THAT(produce("things/index.html"), HasSubstr(" 0 "));
}

TEST_F(PagesTest, a_long_list_has_pages) {
  auto files = things("");
  files["things/collection.json"] = model::definition(R"("page_size": 2)");
  for (int i = 0; i < 4; ++i) {
    files["things/more-" + std::to_string(i) + ".md"] =
        "---\ntitle: More " + std::to_string(i) + "\n---\n";
  }
  build(files, "{{ shown }}|{{ pagination.previous.href }}|{{ pagination.next.href }}");
  EXPECT_EQ(produce("things/index.html"), "1 to 2 of 5 things||/open/things/page/2/");
  EXPECT_EQ(produce("things/page/3/index.html"), "5 to 5 of 5 things|/open/things/page/2/|");
}

TEST_F(PagesTest, a_collection_may_have_a_template_of_its_own) {
  build(things(""), "{{ page.title }}");
  EXPECT_EQ(produce("things/one/index.html"), "One");
  write_file(written->folder() / "templates/pages/collection-things.njk", "Own {{ page.title }}");
  theme = load_theme(*site, {written->folder() / "templates"}, diagnostics);
  ASSERT_TRUE(theme);
  routes.clear();
  add_routes(*site, *theme, routes, diagnostics);
  EXPECT_EQ(produce("things/one/index.html"), "Own One");
}

TEST_F(PagesTest, every_page_says_when_it_stands) {
  build(things(""), "{{ page.as_of.text }}");
  for (const char* path :
       {"index.html", "404.html", "things/index.html", "things/one/index.html"}) {
    EXPECT_EQ(produce(path), "30 June 2018") << path;
  }
}

}  // namespace
}  // namespace glasshouse::pages
