#include "preview/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "preview/problems.h"

namespace glasshouse::preview {
namespace {

using testing::HasSubstr;
using testing::Not;

model::Route page(std::string path, std::function<void(std::string&, Diagnostics&)> produce) {
  return {std::move(path), "text/html; charset=utf-8",
          [produce](model::Workspace&, std::string& out, Diagnostics& d) { produce(out, d); }};
}

Answer ask(const CurrentSite& site, std::string_view path) {
  return answer({path, ""}, *site.get(), "/", "s");
}

Diagnostic error_of(std::string_view id) {
  return {Severity::error, std::string(id), Place("content/a.md", 1, 2), "message", "hint"};
}

TEST(Answer, lists_the_problems_where_a_page_cannot_be_made) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.routes = {
      page("a/index.html", [](std::string&, Diagnostics& d) { d.add(error_of("bad-template")); }),
      page("b/index.html",
           [](std::string&, Diagnostics&) { throw std::runtime_error("what <it> says"); })};
  site.update(std::move(snapshot));
  const Answer a = ask(site, "/a/");
  EXPECT_EQ(a.status, 500);
  EXPECT_THAT(a.body, HasSubstr("<h1>This page cannot be made</h1>"));
  EXPECT_THAT(a.body, HasSubstr("content/a.md:1:2"));
  EXPECT_THAT(a.body, HasSubstr("_glasshouse/preview.js"));
  const Answer b = ask(site, "/b/");
  EXPECT_EQ(b.status, 500);
  EXPECT_THAT(b.body, HasSubstr("what &lt;it&gt; says"));
}

TEST(Answer, shows_in_a_page_what_is_wrong_with_it) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.routes = {page("index.html", [](std::string& out, Diagnostics& d) {
    out += "<body>x</body>";
    d.warning("dead-link", Place("content/b.md", 4), "a <b> link");
  })};
  site.update(std::move(snapshot));
  const std::string body = ask(site, "/").body;
  EXPECT_THAT(body, HasSubstr("1 warning"));
  EXPECT_THAT(body, HasSubstr("a &lt;b&gt; link"));
  EXPECT_THAT(body, HasSubstr("<details>\n"));  // folded
  EXPECT_TRUE(body.ends_with("</body>"));
}

TEST(Answer, lists_the_problems_when_there_is_no_site_at_all) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.diagnostics = {error_of("no-site")};
  site.update(std::move(snapshot));
  const Answer answer = ask(site, "/");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("[no-site]"));
  EXPECT_THAT(answer.body, HasSubstr("data-state=\"s-1\""));
}

TEST(Answer, shows_the_rest_of_a_site_that_was_never_good) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.diagnostics = {error_of("bad-record")};
  snapshot.routes = {page("index.html", [](std::string& out, Diagnostics&) { out += "rest"; })};
  site.update(std::move(snapshot));
  const Answer answer = ask(site, "/");
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr("rest"));
  EXPECT_THAT(answer.body, HasSubstr("[bad-record]"));
  EXPECT_THAT(answer.body, HasSubstr("left out here"));
}

TEST(Answer, adds_nothing_to_files_that_are_no_pages) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.routes = {
      {"a.json", "application/json",
       [](model::Workspace&, std::string& out, Diagnostics&) { out += "{}"; }},
      {"empty.txt", "text/plain", [](model::Workspace&, std::string&, Diagnostics&) {}}};
  snapshot.diagnostics = {error_of("bad-record")};
  site.update(std::move(snapshot));
  EXPECT_EQ(ask(site, "/a.json").body, "{}");
  EXPECT_EQ(ask(site, "/empty.txt").status, 200);
}

TEST(Answer, encodes_the_address_it_leads_to) {
  CurrentSite site;
  Snapshot snapshot;
  snapshot.routes = {
      page("a b\xC3\xBC/index.html", [](std::string& out, Diagnostics&) { out += "x"; })};
  site.update(std::move(snapshot));
  EXPECT_EQ(ask(site, "/a b\xC3\xBC").location, "/a%20b%C3%BC/");
}

TEST(Problems, put_errors_first_and_a_bound_on_the_list) {
  std::vector<Diagnostic> problems(150, {Severity::warning, "w", {}, "warned", ""});
  problems.push_back({Severity::error, "e", {}, "failed", ""});
  const std::string panel = problems_panel(problems, "");
  EXPECT_LT(panel.find("failed"), panel.find("warned"));
  EXPECT_THAT(panel, HasSubstr("1 error, 150 warnings"));
  EXPECT_THAT(panel, HasSubstr("And 51 more."));
  EXPECT_THAT(panel, Not(HasSubstr("<code></code>")));
}

}  // namespace
}  // namespace glasshouse::preview
