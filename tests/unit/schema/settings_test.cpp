#include <gtest/gtest.h>

#include "from_json.h"
#include "schema/definition.h"
#include "schema/site_settings.h"

namespace glasshouse::schema {
namespace {

Definition read(FromJson& json, std::string_view text) {
  content::SourceCollection collection;
  collection.name = "foi";
  collection.definition = json.parse(text);
  Diagnostics diagnostics;
  auto definition = read_definition(collection, diagnostics);
  EXPECT_TRUE(definition) << to_text(diagnostics.sorted(), "no-such-folder");
  return definition.value_or(Definition());
}

TEST(Definition, has_its_defaults) {
  FromJson json;
  const auto definition = read(json, R"({"title": "A", "singular": "B", "description": "C"})");
  EXPECT_EQ(definition.name, "foi");
  EXPECT_EQ(definition.kind, Kind::none);
  EXPECT_EQ(definition.sort_field, "title");
  EXPECT_FALSE(definition.descending);
  EXPECT_TRUE(definition.facets.empty());
  EXPECT_EQ(definition.columns, (std::vector<std::string_view>{"title"}));
  EXPECT_EQ(definition.page_size, 50u);
  EXPECT_EQ(definition.feed_updated, "updated");
  EXPECT_EQ(definition.feed_summary, "summary");
  EXPECT_EQ(definition.field("received"), "received");
  EXPECT_FALSE(definition.navigation);
}

TEST(Definition, takes_what_is_written) {
  FromJson json;
  const auto definition = read(json, R"({
    "title": "A", "singular": "B", "description": "C", "kind": "ward", "page_size": 1,
    "sort": {"field": "x", "order": "descending"}, "facets": ["y"], "columns": ["x", "y"],
    "feed": {"updated": "z", "summary": "w"}, "fields": {"received": "date_received"},
    "navigation": true})");
  EXPECT_EQ(definition.title, "A");
  EXPECT_EQ(definition.singular, "B");
  EXPECT_EQ(definition.description, "C");
  EXPECT_EQ(definition.kind, Kind::ward);
  EXPECT_EQ(name_of(definition.kind), "ward");
  EXPECT_EQ(definition.sort_field, "x");
  EXPECT_TRUE(definition.descending);
  EXPECT_EQ(definition.facets, (std::vector<std::string_view>{"y"}));
  EXPECT_EQ(definition.columns, (std::vector<std::string_view>{"x", "y"}));
  EXPECT_EQ(definition.page_size, 1u);
  EXPECT_EQ(definition.feed_updated, "z");
  EXPECT_EQ(definition.feed_summary, "w");
  EXPECT_EQ(definition.field("received"), "date_received");
  EXPECT_EQ(definition.field("responded"), "responded");
  EXPECT_TRUE(definition.navigation);
}

constexpr const char* kSite = R"({
  "name": "A", "description": "B", "publisher": "C", "base_url": "https://example.org/transparency",
  "as_of": "2018-06-30", "licence": {"name": "OGL", "url": "https://example.org/ogl"},
  "contact_email": "data@fellside.example",
  "brand_colour": "#0b4f6c",
  "documents": {"b": {"title": "B"}, "a": {"title": "A", "date": "2018-01-01"}},
  "navigation": [{"title": "FOI", "href": "/foi/"}],
  "rules": {"late": "off", "slow": "warning", "gone": "error"},
  "standards": {"promise_review_days": 90, "key_decision_value": 500000, "call_in_days": 5},
  "transparency_code": {"except": ["parking-account"]}})";

SiteSettings settings(FromJson& json, std::string_view text,
                      const std::optional<std::string>& base_url = {}) {
  Diagnostics diagnostics;
  auto result = read_site_settings(json.parse(text), base_url, diagnostics);
  EXPECT_EQ(to_text(diagnostics.sorted(), "no-such-folder"), "");
  return result;
}

TEST(SiteSettings, takes_what_is_written) {
  FromJson json;
  const auto site = settings(json, kSite);
  EXPECT_EQ(site.name, "A");
  EXPECT_EQ(site.description, "B");
  EXPECT_EQ(site.publisher, "C");
  EXPECT_EQ(site.base_url, "https://example.org/transparency/");
  EXPECT_EQ(site.origin, "https://example.org");
  EXPECT_EQ(site.base_path, "/transparency/");
  EXPECT_EQ(site.language, "en");
  EXPECT_EQ(iso_date(site.as_of), "2018-06-30");
  EXPECT_EQ(site.licence.name, "OGL");
  EXPECT_EQ(site.licence.url, "https://example.org/ogl");
  EXPECT_EQ(site.contact_email, "data@fellside.example");
  EXPECT_EQ(site.brand_colour, "#0b4f6c");
  EXPECT_EQ(site.notice, "");
  ASSERT_EQ(site.documents.size(), 2u);
  EXPECT_EQ(site.documents[0].key, "b");
  EXPECT_EQ(site.document("a")->date, "2018-01-01");
  EXPECT_EQ(site.document("c"), nullptr);
  ASSERT_EQ(site.navigation.size(), 1u);
  EXPECT_EQ(site.navigation[0].href, "/foi/");
  EXPECT_TRUE(site.footer.empty());
  EXPECT_EQ(site.rules.at("late"), RuleLevel::off);
  EXPECT_EQ(site.rules.at("slow"), RuleLevel::warning);
  EXPECT_EQ(site.rules.at("gone"), RuleLevel::error);
  EXPECT_EQ(site.standards.promise_review_days, 90u);
  EXPECT_EQ(site.standards.key_decision_value, 500000u);
  EXPECT_EQ(site.standards.call_in_days, 5u);
  EXPECT_EQ(site.standards.decision_publication_days, 5u);  // where it does not say
  EXPECT_EQ(site.standards.ward_forums_a_year, 0u);
  EXPECT_TRUE(site.transparency_code);
  ASSERT_EQ(site.transparency_code_except.size(), 1u);
  EXPECT_EQ(site.transparency_code_except[0].text(), "parking-account");
}

TEST(SiteSettings, a_given_base_url_wins) {
  FromJson json;
  const auto site = settings(json, kSite, "http://localhost:8000");
  EXPECT_EQ(site.base_url, "http://localhost:8000/");
  EXPECT_EQ(site.origin, "http://localhost:8000");
  EXPECT_EQ(site.base_path, "/");
}

TEST(SiteSettings, a_file_that_could_not_be_read_is_not_spoken_of_again) {
  Arena arena;
  Diagnostics diagnostics;
  const auto site = read_site_settings(Value::map(Map::make(arena)), std::nullopt, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(site.base_path, "/");
  (void)read_site_settings(Value(), std::nullopt, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(SiteSettings, contrast_is_that_of_wcag) {
  EXPECT_NEAR(contrast_with_white("#000000").value(), 21, 0.001);
  EXPECT_NEAR(contrast_with_white("#ffffff").value(), 1, 0.001);
  EXPECT_NEAR(contrast_with_white("#767676").value(), 4.54, 0.005);
  EXPECT_NEAR(contrast_with_white("#777777").value(), 4.48, 0.005);
  for (const char* bad : {"", "#fff", "ffffff0", "#gggggg", "#12345", "#-12345", "#1234567"}) {
    EXPECT_FALSE(contrast_with_white(bad)) << bad;
  }
}

}  // namespace
}  // namespace glasshouse::schema
