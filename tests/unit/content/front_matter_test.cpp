#include <gtest/gtest.h>

#include <string>

#include "base/json.h"
#include "content/parse.h"

namespace glasshouse::content {
namespace {

// Fields, the line the body starts on, and the body.
std::string parts_of(std::string_view text) {
  Arena arena;
  Diagnostics diagnostics;
  const auto matter = parse_front_matter(text, "a.md", arena, 64, 64, diagnostics);
  if (!matter) return diagnostics.sorted().front().id;
  std::string result;
  append_json(result, matter->fields);
  return result + " " + std::to_string(matter->body_line) + " " + std::string(matter->body);
}

TEST(FrontMatter, is_taken_from_the_body_and_the_line_is_right) {
  const std::pair<const char*, const char*> table[] = {
      {"---\na: 1\n---\nText\n", "{\"a\":1} 4 Text\n"},
      {"---\na: 1\n---\n\nText", "{\"a\":1} 4 \nText"},
      {"---\r\na: 1\r\n---\r\nText\r\n", "{\"a\":1} 4 Text\r\n"},
      {"---  \na: 1\n---\t\nText", "{\"a\":1} 4 Text"},
      {"---\n---\nText", "{} 3 Text"},
      {"---\n# none\n---\nText", "{} 4 Text"},
      {"---\na: 1\n---", "{\"a\":1} 4 "},
      {"---\na: |\n  ---\n---\nText", "{\"a\":\"---\\n\"} 5 Text"},
      {"Text\n---\n", "{} 1 Text\n---\n"},
      {"", "{} 1 "},
      {"\n---\na: 1\n---\n", "{} 1 \n---\na: 1\n---\n"},
      {"----\nText", "{} 1 ----\nText"},
      {"{\"a\": 1}\nText", "{\"a\":1} 2 Text"},
      {"{\n  \"a\": 1\n}\r\n\nText", "{\"a\":1} 4 \nText"},
      {"{\"a\": 1}", "{\"a\":1} 2 "},
      {"{\"a\": 1} Text", "front-matter-text"},
      {"---\na: 1\nText\n", "front-matter-unclosed"},
      {"---\n- a\n---\n", "not-a-map"},
      {"{\"a\": \"0123456789012345678901234567890123456789012345678901234567890123456789\"}\n",
       "front-matter-too-large"},
      {"---\na: 0123456789012345678901234567890123456789012345678901234567890123456789\n---\n",
       "front-matter-too-large"},
  };
  for (const auto& [text, parts] : table) EXPECT_EQ(parts_of(text), parts) << text;
}

}  // namespace
}  // namespace glasshouse::content
