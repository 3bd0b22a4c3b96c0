#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "unit/model/written_site.h"

namespace glasshouse::model {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids(const std::vector<Record>& records) {
  std::vector<std::string> result;
  for (const Record& record : records) result.emplace_back(record.id);
  return result;
}

std::vector<std::string> ends(const std::vector<Link>& links) {
  std::vector<std::string> result;
  for (const Link& link : links) {
    result.push_back(std::string(link.field) + " " + link.record->url);
  }
  return result;
}

std::string record(const std::string& fields) { return "---\ntitle: A title\n" + fields + "---\n"; }

TEST(Site, references_are_linked_both_ways) {
  WrittenSite written({
      {"things/collection.json", definition()},
      {"things/schema.json", schema()},
      {"things/a.md", record("related: [things/b, things/c]\n")},
      {"things/b.md", record("related: [things/a]\n")},
      {"things/c.md", record("")},
  });
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  const Record& a = *site->find("things", "a");
  EXPECT_THAT(ends(a.links), ElementsAre("related things/b/", "related things/c/"));
  EXPECT_THAT(ends(a.linked_from), ElementsAre("related things/b/"));
  EXPECT_THAT(ends(site->find("things", "c")->linked_from), ElementsAre("related things/a/"));
}

TEST(Site, references_inside_objects_and_lists_count) {
  WrittenSite written({
      {"things/collection.json", definition()},
      {"things/schema.json",
       schema(R"("evidence": {"type": "array", "items": {"type": "object", "properties":
              {"thing": {"type": "string", "x-reference": "things"}}}})")},
      {"things/a.md", record("evidence:\n  - thing: b\n")},
      {"things/b.md", record("")},
  });
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(ends(site->find("things", "a")->links), ElementsAre("evidence things/b/"));
}

TEST(Site, a_ward_code_links_to_the_ward) {
  WrittenSite written({
      {"areas/collection.json", definition(R"("kind": "ward", "fields": {"code": "gss"})")},
      {"areas/schema.json", schema(R"("gss": {"type": "string"})")},
      {"areas/north.md", record("gss: E05000001\n")},
      {"things/collection.json", definition()},
      {"things/schema.json",
       schema(R"("wards": {"type": "array", "items": {"type": "string", "x-ward-code": true}})")},
      {"things/a.md", record("wards: [E05000001]\n")},
  });
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(ends(site->ward("E05000001")->linked_from), ElementsAre("wards things/a/"));
}

TEST(Site, what_is_not_public_yet_is_nowhere) {
  const WrittenSite::Files files = {
      {"things/collection.json", definition()},
      {"things/schema.json", schema()},
      {"things/a.md", record("related: [things/draft, things/later, things/today]\n")},
      {"things/draft.md", record("draft: true\n")},
      {"things/later.md", record("publish_on: 2018-07-01\n")},
      {"things/today.md", record("publish_on: 2018-06-30\n")},
  };
  WrittenSite written(files);
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  EXPECT_THAT(ids(site->collection("things")->records), ElementsAre("a", "today"));
  std::string json;
  append_json(json, site->find("things", "a")->fields);
  EXPECT_EQ(json, R"({"title":"A title","related":["things/today"]})");

  SiteOptions drafts;
  drafts.drafts = true;
  EXPECT_THAT(ids(written.build(drafts)->collection("things")->records),
              ElementsAre("a", "draft", "later", "today"));
}

TEST(Site, a_withdrawn_record_keeps_its_address_and_nothing_else) {
  WrittenSite written({
      {"things/collection.json", definition(R"("facets": ["colour"])")},
      {"things/schema.json", schema(R"("colour": {"type": "string"})")},
      {"things/a.md", record("colour: red\nwithdrawn:\n  date: 2018-05-01\n  reason: Wrong.\n")},
      {"things/b.md", record("colour: blue\n")},
      {"things/c.md",
       record("withdrawn:\n  date: 2018-05-01\n  reason: Wrong.\n  title: A thing\n")},
  });
  const auto site = written.build();
  const Record& a = *site->find("things", "a");
  EXPECT_TRUE(a.withdrawn);
  EXPECT_EQ(a.title, "a");
  EXPECT_EQ(site->find("things", "c")->title, "A thing");  // only where the withdrawal gives it
  std::string json;
  append_json(json, a.fields);
  EXPECT_EQ(json,
            R"({"withdrawn":{"date":"2018-05-01","reason":"Wrong."},"updated":"2018-05-01"})");
  ASSERT_EQ(site->collection("things")->facets[0].values.size(), 1u);
  EXPECT_EQ(site->collection("things")->current().size(), 1u);
}

TEST(Site, records_are_sorted_with_those_without_the_field_last) {
  const auto sorted = [](const std::string& order) {
    WrittenSite written({
        {"things/collection.json",
         definition(R"("sort": {"field": "size", "order": ")" + order + "\"}")},
        {"things/schema.json", schema(R"("size": {"type": "number"})")},
        {"things/a.md", record("size: 10\n")},
        {"things/b.md", record("")},
        {"things/c.md", record("size: 9\n")},
        {"things/d.md", record("size: 10\n")},
    });
    return ids(written.build()->collection("things")->records);
  };
  EXPECT_THAT(sorted("ascending"), ElementsAre("c", "a", "d", "b"));
  EXPECT_THAT(sorted("descending"), ElementsAre("a", "d", "c", "b"));
}

TEST(Site, facets_gather_values_with_their_labels) {
  WrittenSite written({
      {"things/collection.json", definition(R"("facets": ["colours", "open"])")},
      {"things/schema.json",
       schema(
           R"("colours": {"type": "array", "items": {"type": "string", "enum": ["red", "dark-blue"],
              "x-labels": {"red": "Red", "dark-blue": "Dark blue"}}}, "open": {"type": "boolean"})")},
      {"things/a.md", record("colours: [red, dark-blue]\nopen: true\n")},
      {"things/b.md", record("colours: [dark-blue]\nopen: true\n")},
  });
  const auto site = written.build();
  EXPECT_EQ(written.problems(), "");
  const auto& facets = site->collection("things")->facets;
  ASSERT_EQ(facets.size(), 2u);
  ASSERT_EQ(facets[0].values.size(), 2u);
  EXPECT_EQ(facets[0].values[0].label, "Dark blue");
  EXPECT_EQ(facets[0].values[0].url, "things/colours/dark-blue/");
  EXPECT_EQ(facets[0].values[0].records.size(), 2u);
  EXPECT_EQ(facets[0].values[1].label, "Red");
  EXPECT_EQ(facets[1].values[0].value, "true");
}

TEST(Site, two_values_of_one_address_are_an_error) {
  WrittenSite written({
      {"things/collection.json", definition(R"("facets": ["colour"])")},
      {"things/schema.json", schema(R"("colour": {"type": "string"})")},
      {"things/a.md", record("colour: Dark blue\n")},
      {"things/b.md", record("colour: dark-blue\n")},
  });
  (void)written.build();
  EXPECT_EQ(written.problems(),
            "content/things/b.md:3:9: error: colour \"dark-blue\" would have the same page as "
            "\"Dark blue\" [facet-address]\n"
            "  colour: dark-blue\n"
            "          ^\n"
            "  Write the value in one way everywhere.\n");
}

TEST(Site, options_win_over_settings) {
  WrittenSite written({{"things/collection.json", definition()}, {"things/schema.json", schema()}});
  SiteOptions options;
  options.as_of = parse_date("2018-07-01");
  options.base_url = "https://example.org/";
  const auto site = written.build(options);
  EXPECT_EQ(iso_date(site->as_of), "2018-07-01");
  EXPECT_EQ(site->settings.base_url, "https://example.org/");
  EXPECT_EQ(written.build()->settings.base_path, "/open/");
}

}  // namespace
}  // namespace glasshouse::model
