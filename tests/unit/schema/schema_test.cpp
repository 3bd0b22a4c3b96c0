// What holds of schemas as a whole; what is said of single mistakes stands in cases/.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "base/parallel.h"
#include "from_json.h"
#include "schema/compiled/check.h"
#include "schema/compiled/compile.h"
#include "schema/compiled/keywords.h"
#include "schema/validate.h"

namespace glasshouse::schema {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sample_schemas() {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(GLASSHOUSE_SOURCE "/content")) {
    if (fs::exists(entry.path() / "schema.json")) result.push_back(entry.path() / "schema.json");
  }
  return result;
}

TEST(Schema, those_of_the_sample_site_have_no_mistake) {
  FromJson json;
  Diagnostics diagnostics;
  const Program metaschema =
      compile(json.read(GLASSHOUSE_SOURCE "/tests/unit/schema/cases/draft-07.json"),
              "draft-07.json", {}, diagnostics);
  for (const auto& path : sample_schemas()) {
    const Value schema = json.read(path.string());
    EXPECT_TRUE(Schema::compile(schema, path.string(), diagnostics)) << path;
    EXPECT_TRUE(Checker({}, nullptr).check(*metaschema.root, schema)) << path;
  }
  const auto said = diagnostics.sorted();
  for (const Diagnostic& problem : said) {
    // The metaschema itself asks for the format "regex".
    EXPECT_EQ(problem.id, "schema-unchecked-format") << problem.message;
  }
}

TEST(Schema, keywords_of_ours_are_all_described) {
  const std::string text = read_file(GLASSHOUSE_SOURCE "/docs/collections.md").value();
  for (const Keyword& keyword : all_keywords()) {
    if (!keyword.name.starts_with("x-")) continue;
    EXPECT_NE(text.find("`" + std::string(keyword.name) + "`"), std::string::npos) << keyword.name;
  }
  const std::regex name("`(x-[a-z-]+)`");
  for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it) {
    EXPECT_TRUE(find_keyword((*it)[1].str())) << (*it)[1];
  }
}

TEST(Schema, keywords_are_found_by_their_names) {
  for (const Keyword& keyword : all_keywords()) EXPECT_EQ(find_keyword(keyword.name), &keyword);
  EXPECT_EQ(find_keyword(""), nullptr);
  EXPECT_EQ(find_keyword("zzz"), nullptr);
}

TEST(Schema, a_wrong_one_gives_no_schema_and_a_warning_gives_one) {
  FromJson json;
  Diagnostics diagnostics;
  EXPECT_FALSE(Schema::compile(json.parse(R"({"typ": "string"})"), "schema.json", diagnostics));
  EXPECT_TRUE(Schema::compile(json.parse(R"({"format": "ipv4"})"), "schema.json", diagnostics));
}

TEST(Schema, a_record_from_nowhere_is_spoken_of_at_its_start) {
  FromJson json;
  Diagnostics diagnostics;
  const auto schema = Schema::compile(json.parse(R"({"properties": {"a": {"type": "string"}}})"),
                                      "schema.json", diagnostics);
  content::SourceRecord record;
  Arena arena;
  record.fields = Map::of(arena, {{"a", Value::number(1)}});  // no mark of its own
  record.file = "rows.csv";
  record.mark = {7, 1};
  EXPECT_FALSE(schema->validate(record, Vocabulary(), diagnostics));
  ASSERT_EQ(diagnostics.sorted().size(), 1u);
  EXPECT_EQ(diagnostics.sorted()[0].place, Place("rows.csv", 7, 1));
}

TEST(Schema, is_used_from_many_threads_with_the_same_result) {
  FromJson json;
  Diagnostics diagnostics;
  const auto schema = Schema::compile(
      json.parse(R"({"properties": {"a": {"pattern": "^(a|b)+$", "maxLength": 3}}})"), "s",
      diagnostics);
  std::vector<content::SourceRecord> records(500);
  std::deque<std::string> files;
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].fields = json.parse(i % 3 == 0 ? R"({"a": "abc"})" : R"({"a": "abab"})");
    records[i].file = files.emplace_back(std::to_string(i));
    records[i].mark = {1, 1};
  }
  std::string first;
  for (const unsigned jobs : {1u, 4u}) {
    Diagnostics found;
    parallel_for(records.size(), jobs, [&](std::size_t i, unsigned) {
      (void)schema->validate(records[i], Vocabulary(), found);
    });
    const std::string said = to_json(found.sorted());
    if (jobs == 1) first = said;
    EXPECT_EQ(said, first);
  }
}

TEST(Schema, deep_data_and_long_chains_of_references_do_not_harm) {
  FromJson json;
  Diagnostics diagnostics;
  // A list in a list in a list …, by a schema that follows it down.
  const auto tree = Schema::compile(json.parse(R"({"properties": {"a": {"$ref": "#/definitions/a"}},
      "definitions": {"a": {"type": "array", "items": {"$ref": "#/definitions/a"}}}})"),
                                    "s", diagnostics);
  content::SourceRecord record;
  record.fields = json.parse("{\"a\": " + std::string(400, '[') + std::string(400, ']') + "}");
  record.file = "deep.json";
  EXPECT_TRUE(tree->validate(record, Vocabulary(), diagnostics));
  // Ten thousand schemas, each of which refers to the next.
  std::string chain = R"({"properties": {"a": {"$ref": "#/definitions/d0"}}, "definitions": {)";
  for (int i = 0; i < 10'000; ++i) {
    chain += "\"d" + std::to_string(i) + "\": {\"allOf\": [{\"$ref\": \"#/definitions/d" +
             std::to_string(i + 1) + "\"}]}, ";
  }
  const auto long_chain = Schema::compile(json.parse(chain + "\"d10000\": {}}}"), "s", diagnostics);
  EXPECT_FALSE(long_chain->validate(record, Vocabulary(), diagnostics));
  ASSERT_EQ(diagnostics.sorted().size(), 1u);
  EXPECT_EQ(diagnostics.sorted()[0].id, "check-too-long");
}

TEST(Schema, a_pattern_is_not_tried_on_a_text_that_would_take_too_long) {
  FromJson json;
  Diagnostics diagnostics;
  const auto schema = Schema::compile(
      json.parse(R"({"properties": {"a": {"pattern": "^(a{500}){3}$"}}})"), "s", diagnostics);
  content::SourceRecord record;
  record.fields = json.parse("{\"a\": \"" + std::string(1'000'000, 'a') + "\"}");
  record.file = "a.json";
  EXPECT_FALSE(schema->validate(record, Vocabulary(), diagnostics));
  EXPECT_EQ(to_text(diagnostics.sorted(), "no-such-folder"),
            "a.json:1:7: error: a has 1000000 bytes, too many to try its pattern on "
            "[too-long-for-pattern]\n"
            "  Shorten it, or take the pattern out of the schema.\n");
}

TEST(Schema, references_are_followed_as_draft_07_says) {
  const struct {
    const char* schema;
    const char* good;
    const char* bad;
  } cases[] = {
      // An escape in a pointer, and a percent sign in a fragment.
      {R"({"definitions": {"a/b~c%d": {"type": "integer"}}, "items": {"$ref": "#/definitions/a~1b~0c%25d"}})",
       "[1]", "[\"a\"]"},
      // A name inside the file.
      {R"({"definitions": {"a": {"$id": "#number", "type": "integer"}}, "items": {"$ref": "#number"}})",
       "[1]", "[\"a\"]"},
      // An $id in an enum is data.
      {R"({"definitions": {"a": {"enum": [{"$id": "#x", "type": "string"}]},
            "b": {"$id": "#x", "type": "integer"}}, "items": {"$ref": "#x"}})",
       "[1]", "[\"a\"]"},
      // A reference within a part that has an address of its own starts from that part.
      {R"({"$id": "urn:example:root", "definitions": {"type": {"type": "string"}, "part": {
            "$id": "urn:example:part", "definitions": {"type": {"type": "integer"}},
            "items": {"$ref": "#/definitions/type"}}}, "allOf": [{"$ref": "urn:example:part"}]})",
       "[1]", "[\"a\"]"},
      // Through a list, and into properties.
      {R"({"items": [{"type": "integer"}, {"$ref": "#/items/0"}]})", "[1, 2]", "[1, \"a\"]"},
      {R"({"properties": {"a": {"type": "integer"}, "b": {"$ref": "#/properties/a"}}})",
       "{\"b\": 1}", "{\"b\": \"a\"}"},
      // A property that is called $ref is no reference.
      {R"({"properties": {"$ref": {"type": "integer"}}})", "{\"$ref\": 1}", "{\"$ref\": \"a\"}"},
      // A property that is called as a keyword is no keyword.
      {R"({"properties": {"minimum": {"type": "string"}, "patern": {}}})", "{\"minimum\": \"a\"}",
       "{\"minimum\": 1}"},
  };
  for (const auto& c : cases) {
    FromJson json;
    Diagnostics diagnostics;
    const Program program = compile(json.parse(c.schema), "schema.json", {}, diagnostics);
    EXPECT_EQ(to_text(diagnostics.sorted(), "no-such-folder"), "") << c.schema;
    if (diagnostics.has_errors()) continue;
    EXPECT_TRUE(Checker({}, nullptr).check(*program.root, json.parse(c.good))) << c.schema;
    EXPECT_FALSE(Checker({}, nullptr).check(*program.root, json.parse(c.bad))) << c.schema;
  }
}

}  // namespace
}  // namespace glasshouse::schema
