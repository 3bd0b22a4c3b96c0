#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "content/parse.h"
#include "shared_data.h"

namespace glasshouse::content {
namespace {

namespace fs = std::filesystem;

std::string at(Value value) {
  return std::to_string(value.mark().line) + ":" + std::to_string(value.mark().column);
}

TEST(ParseJson, knows_the_line_and_column_of_each_part) {
  Arena arena;
  Diagnostics diagnostics;
  const std::string text =
      "{ \"é\" : \"ü\",  \"list\": [1 , -2.5e3,\n  true,\"\\u00fc\\n\", [ ]\n, {}],\n"
      "\t\"日本\": null, \"last\":0}";
  const auto value = parse_json(text, {"a.json", 10}, arena, 64, diagnostics);
  ASSERT_TRUE(value);
  EXPECT_EQ(at(*value), "10:1");
  const Map& map = value->as_map();
  EXPECT_EQ(at(map[0].key), "10:3");
  EXPECT_EQ(at(map[0].value), "10:9");
  EXPECT_EQ(at(map[1].key), "10:15");
  EXPECT_EQ(at(map[1].value), "10:23");
  const auto items = map[1].value.items();
  const std::vector<std::string> places = {"10:24", "10:28", "11:3", "11:8", "11:20", "12:3"};
  ASSERT_EQ(items.size(), places.size());
  for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(at(items[i]), places[i]) << i;
  EXPECT_EQ(at(map[2].key), "13:2");
  EXPECT_EQ(at(map[2].value), "13:8");
  EXPECT_EQ(at(map[3].key), "13:14");
  EXPECT_EQ(at(map[3].value), "13:21");
}

TEST(ParseJson, knows_the_same_columns_with_any_line_end) {
  Arena arena;
  Diagnostics diagnostics;
  const auto value = parse_json("{\r\n  \"a\": 1,\r\n  \"b\": [\r\n    2\r\n  ]\r\n}", {"a.json"},
                                arena, 64, diagnostics);
  ASSERT_TRUE(value);
  EXPECT_EQ(at(value->as_map()[0].value), "2:8");
  EXPECT_EQ(at(value->as_map()[1].value.items()[0]), "4:5");
}

TEST(ParseJson, gives_a_column_over_65535_as_65535) {
  Arena arena;
  Diagnostics diagnostics;
  const auto value =
      parse_json("[" + std::string(70000, ' ') + "1]", {"a.json"}, arena, 64, diagnostics);
  EXPECT_EQ(at(value->items()[0]), "1:65535");
}

TEST(ParseJson, reads_scalars_as_they_are_written) {
  const std::pair<const char*, const char*> table[] = {
      {"1", "1"},
      {"-0", "0"},
      {"1.50", "1.5"},
      {"1E2", "100"},
      {"1e-400", "0"},
      {"\"a\\u0041\"", "\"aA\""},
      {" null ", "null"},
      {"\"\\ud83d\\ude00\"", "\"😀\""},
      {"9007199254740992", "9007199254740992"},
      {"false", "false"},
      {"\"\"", "\"\""},
  };
  for (const auto& [text, expected] : table) {
    Arena arena;
    Diagnostics diagnostics;
    const auto value = parse_json(text, {"a.json"}, arena, 64, diagnostics);
    ASSERT_TRUE(value) << text;
    std::string json;
    append_json(json, *value);
    EXPECT_EQ(json, expected) << text;
  }
}

TEST(ParseJson, of_a_start_says_where_it_ends) {
  Arena arena;
  Diagnostics diagnostics;
  const auto start = parse_json_start("{\"a\": 1} and more", {"a.md"}, arena, 64, diagnostics);
  ASSERT_TRUE(start);
  EXPECT_EQ(start->end, 8u);
}

// Refused here on purpose, though RFC 8259 lets them be: a key twice.
const std::set<std::string> kStricter = {"y_object_duplicated_key.json",
                                         "y_object_duplicated_key_and_value.json"};

TEST(ParseJson, reads_and_refuses_what_JSONTestSuite_says) {
  const fs::path folder = shared_data() / "json" / "JSONTestSuite" / "test_parsing";
  if (!fs::exists(folder)) GTEST_SKIP() << "no JSONTestSuite at " << folder;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string bytes = read_file(entry.path()).value();
    Arena arena;
    Diagnostics diagnostics;
    const auto text = check_text(bytes, name, diagnostics);
    const auto value = text ? parse_json(*text, {name}, arena, 64, diagnostics) : std::nullopt;
    EXPECT_EQ(value.has_value(), !diagnostics.has_errors()) << name;
    if (name[0] == 'y') {
      EXPECT_EQ(value.has_value(), !kStricter.contains(name)) << name;
    }
    if (name[0] == 'n') {
      EXPECT_FALSE(value) << name;
    }
    ++count;
  }
  EXPECT_GT(count, 300u);
}

TEST(ParseJson, refuses_any_bytes_without_harm) {
  const fs::path folder = shared_data() / "json" / "JSONTestSuite" / "test_parsing";
  if (!fs::exists(folder)) GTEST_SKIP() << "no JSONTestSuite at " << folder;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string bytes = read_file(entry.path()).value();
    Arena arena;
    Diagnostics diagnostics;
    const auto value = parse_json(bytes, {"a.json"}, arena, 64, diagnostics);
    EXPECT_EQ(value.has_value(), !diagnostics.has_errors()) << entry.path();
  }
}

}  // namespace
}  // namespace glasshouse::content
