#include <gtest/gtest.h>

#include <string>

#include "base/json.h"
#include "content/parse.h"

namespace glasshouse::content {
namespace {

std::string json_of(std::string_view yaml) {
  Arena arena;
  Diagnostics diagnostics;
  const auto value = parse_yaml(yaml, {"a.yaml"}, arena, 64, diagnostics);
  if (!value) return "refused: " + diagnostics.sorted().front().message;
  std::string json;
  append_json(json, *value);
  return json;
}

std::string at(Value value) {
  return std::to_string(value.mark().line) + ":" + std::to_string(value.mark().column);
}

// YAML 1.2.2, 10.3.2, and what YAML 1.1 read otherwise.
TEST(ParseYaml, resolves_plain_scalars_by_the_core_schema_of_1_2) {
  const std::pair<const char*, const char*> table[] = {
      {"null", "null"},
      {"Null", "null"},
      {"NULL", "null"},
      {"~", "null"},
      {"", "null"},
      {"nULL", "\"nULL\""},
      {"true", "true"},
      {"True", "true"},
      {"TRUE", "true"},
      {"tRUE", "\"tRUE\""},
      {"false", "false"},
      {"False", "false"},
      {"FALSE", "false"},
      {"yes", "\"yes\""},
      {"no", "\"no\""},
      {"on", "\"on\""},
      {"off", "\"off\""},
      {"y", "\"y\""},
      {"NO", "\"NO\""},
      {"0", "0"},
      {"-19", "-19"},
      {"+12", "12"},
      {"012", "12"},
      {"-0", "0"},
      {"0o14", "12"},
      {"0xC", "12"},
      {"0xfF", "255"},
      {"0o8", "\"0o8\""},
      {"0xG", "\"0xG\""},
      {"-0x1", "\"-0x1\""},
      {"0b1", "\"0b1\""},
      {"0x", "\"0x\""},
      {"0o", "\"0o\""},
      {"1_000", "\"1_000\""},
      {"1,000", "\"1,000\""},
      {"190:20:30", "\"190:20:30\""},
      {"12:30", "\"12:30\""},
      {"0.", "0"},
      {"-0.0", "0"},
      {".5", "0.5"},
      {"+12e03", "12000"},
      {"-2E+05", "-200000"},
      {"1.5e-3", "0.0015"},
      {"5.", "5"},
      {".", "\".\""},
      {"+", "\"+\""},
      {"-", "[null]"},
      {"e5", "\"e5\""},
      {".e5", "\".e5\""},
      {"1e", "\"1e\""},
      {"1.2.3", "\"1.2.3\""},
      {"2.20", "2.2"},
      {"2018-06-30", "\"2018-06-30\""},
      {"2018-06-30T19:00:00Z", "\"2018-06-30T19:00:00Z\""},
      {"1 2", "\"1 2\""},
      {"9007199254740992", "9007199254740992"},
      {"-9007199254740992", "-9007199254740992"},
      {"1e20", "100000000000000000000"},
      {"\"12\"", "\"12\""},
      {"'true'", "\"true\""},
      {"\"\"", "\"\""},
      {"'it''s'", "\"it's\""},
      {"\"a\\u0041\\n\"", "\"aA\\n\""},
      {"| \n  a\n  b\n", "\"a\\nb\\n\""},
      {">-\n  a\n  b\n", "\"a b\""},
      {"|\n  12\n", "\"12\\n\""},
      {"a\n  b", "\"a b\""},
      {"[a, 1, true]", "[\"a\",1,true]"},
      {"{a: 1, b: [c]}", "{\"a\":1,\"b\":[\"c\"]}"},
      {"[]", "[]"},
      {"{}", "{}"},
      {".inf2", "\".inf2\""},
      {"-.infinity", "\"-.infinity\""},
      {".NaNa", "\".NaNa\""},
      {"=", "\"=\""},
      {"<<", "\"<<\""},
  };
  for (const auto& [yaml, json] : table) EXPECT_EQ(json_of(yaml), json) << yaml;
}

TEST(ParseYaml, refuses_numbers_that_cannot_be_kept) {
  for (const char* yaml :
       {"9007199254740993", "-9007199254740993", "0x20000000000001", "0o400000000000000001",
        "0xFFFFFFFFFFFFFFFFFFFF", "123456789012345678901234567890"}) {
    EXPECT_NE(json_of(yaml).find("whole numbers are no longer exact"), std::string::npos) << yaml;
  }
  for (const char* yaml : {".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e400", "-1e400"}) {
    EXPECT_NE(json_of(yaml).find("is not a number that the published data can hold"),
              std::string::npos)
        << yaml;
  }
}

TEST(ParseYaml, gives_null_for_a_text_without_a_document) {
  for (const char* yaml : {"", "\n\n", "# only a comment\n", "---\n", "   "})
    EXPECT_EQ(json_of(yaml), "null");
}

constexpr std::string_view kDocument =
    "# a comment\n"
    "title: Für alle\n"
    "\n"
    "\"quoted key\":   'x'\n"
    "empty:\n"
    "topics:\n"
    "  - a\n"
    "  -   ü: 1\n"
    "      ñ: \"é\"\n"
    "same:\n"
    "- a\n"
    "flow: [ä, {k: v}, \"b\"]\n"
    "text: |\n"
    "  line\n"
    "map:\n"
    "   x: 1\n";

void expect_places(std::string_view yaml) {
  Arena arena;
  Diagnostics diagnostics;
  const auto value = parse_yaml(yaml, {"a.yaml", 2}, arena, 64, diagnostics);
  ASSERT_TRUE(value);
  const Map& map = value->as_map();
  EXPECT_EQ(at(*value), "3:1");
  EXPECT_EQ(at(map[0].key), "3:1");
  EXPECT_EQ(at(map[0].value), "3:8");
  EXPECT_EQ(at(map[1].key), "5:1");
  EXPECT_EQ(at(map[1].value), "5:17");
  EXPECT_EQ(at(map[2].value), "6:7");
  EXPECT_EQ(at(map[3].value), "8:3");
  EXPECT_EQ(at(map[3].value.items()[0]), "8:5");
  EXPECT_EQ(at(map[3].value.items()[1]), "9:7");
  const Map& inner = map[3].value.items()[1].as_map();
  EXPECT_EQ(at(inner[0].value), "9:10");
  EXPECT_EQ(at(inner[1].key), "10:7");
  EXPECT_EQ(at(inner[1].value), "10:10");
  EXPECT_EQ(at(map[4].value), "12:1");
  EXPECT_EQ(at(map[5].value.items()[1]), "13:11");
  EXPECT_EQ(at(map[5].value.items()[1].as_map()[0].value), "13:15");
  EXPECT_EQ(at(map[5].value.items()[2]), "13:19");
  EXPECT_EQ(at(map[6].value), "14:7");
  EXPECT_EQ(at(map[7].value), "17:4");
}

TEST(ParseYaml, knows_the_line_and_column_of_each_part) { expect_places(kDocument); }

TEST(ParseYaml, reads_the_same_with_windows_line_ends) {
  std::string windows;
  for (const char c : kDocument) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  expect_places(windows);
  EXPECT_EQ(json_of(windows), json_of(kDocument));
}

}  // namespace
}  // namespace glasshouse::content
