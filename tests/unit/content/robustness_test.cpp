// Content is written by people and exported by programs: no bytes may do harm. Each parser gets
// right texts with random damage and must give a value or say why not.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "content/csv.h"
#include "content/parse.h"

namespace glasshouse::content {
namespace {

const std::vector<std::string> kSeeds = {
    "---\ntitle: \"A: b\"\ntopics:\n  - a\n  - 'b''c'\nmap:\n  x: 1.5\n  y: [1, {k: v}]\ntext: |\n "
    " a\n\n  b\n---\nBody.\n",
    "{\"title\": \"A\\u00e9\\n\", \"list\": [1, -2.5e3, true, null, {\"k\": []}]}\nBody.\n",
    "id,title,n\r\na,\"A, \"\"b\"\"\nc\",1\r\nb,é,\r\n",
    "a: &x !!str 1\nb: *x\n<<: {c: d}\n? [k]\n: v\n--- \n... \n%YAML 1.2\n\"q\\x41\": >-\n  t\n",
};
constexpr std::string_view kBytes(
    "\0\t\n\r "
    "\"'#%&*,-.:;>?@[\\]`{|}~0179aeE\x7f\x80\xbf\xc3\xa9\xe2\x80\xa8\xef\xbb\xbf\xf0\x9f\xff",
    48);

std::string damaged(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  std::string text = kSeeds[below(kSeeds.size())];
  for (std::size_t times = 1 + below(6); times > 0; --times) {
    const std::size_t at = below(text.size() + 1);
    switch (below(5)) {
      case 0:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      case 1:
        text.erase(at, below(8));
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), below(20)));
        break;
      case 3:
        text.insert(at, below(80), kBytes[below(kBytes.size())]);
        break;
      default:
        if (at < text.size()) text[at] = kBytes[below(kBytes.size())];
    }
  }
  return text;
}

// A mark of the text: not beyond its lines.
void expect_marks(Value value, std::uint32_t lines) {
  EXPECT_GE(value.mark().line, 1u);
  EXPECT_LE(value.mark().line, lines);
  EXPECT_GE(value.mark().column, 1u);
  for (const Value item : value.items()) expect_marks(item, lines);
  if (!value.is_map()) return;
  for (const Map::Entry& entry : value.as_map()) {
    expect_marks(entry.key, lines);
    expect_marks(entry.value, lines);
  }
}

void expect_result(const std::optional<Value>& value, std::string_view text,
                   const Diagnostics& diagnostics) {
  EXPECT_EQ(value.has_value(), !diagnostics.has_errors()) << text;
  const auto lines = 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  if (value) expect_marks(*value, lines);
  for (const Diagnostic& d : diagnostics.sorted()) {
    EXPECT_GE(d.place.line, 1u) << d.message;
    EXPECT_LE(d.place.line, lines) << d.message;
    EXPECT_GE(d.place.column, 1u) << d.message;
    EXPECT_FALSE(find_invalid_utf8(d.message + d.hint)) << d.message;
  }
}

TEST(Robustness, any_bytes_give_a_value_or_an_error_at_its_place) {
  std::mt19937 random(20180630);
  for (int i = 0; i < 20000 && !testing::Test::HasFailure(); ++i) {
    const std::string bytes = damaged(random);
    Diagnostics checked;
    const auto text = check_text(bytes, "a", checked);
    EXPECT_EQ(text.has_value(), !checked.has_errors());
    if (!text) continue;
    Arena arena;
    Diagnostics json, yaml, matter, csv;
    expect_result(parse_json(*text, {"a"}, arena, 8, json), *text, json);
    expect_result(parse_yaml(*text, {"a"}, arena, 8, yaml), *text, yaml);
    const auto parts = parse_front_matter(*text, "a", arena, 200, 8, matter);
    expect_result(parts ? std::optional(parts->fields) : std::nullopt, *text, matter);
    if (parts) {
      EXPECT_TRUE(text->ends_with(parts->body));
    }
    CsvReader reader(*text, "a", 50, csv);
    while (reader.next()) {
    }
    EXPECT_EQ(reader.failed(), csv.has_errors());
  }
}

// Texts that make a careless parser slow or deep. The bound is far above what any of them takes.
TEST(Robustness, large_and_twisted_texts_are_read_in_bounded_time) {
  constexpr std::size_t kBytes = 200000;
  const auto repeated = [](std::string_view part) {
    std::string text;
    while (text.size() < kBytes) text += part;
    return text;
  };
  std::string keys = "{\"first\": 1";
  for (int i = 0; i < 60000; ++i) keys += ", \"k" + std::to_string(i) + "\": " + std::to_string(i);
  std::vector<std::string> texts = {
      keys + "}", "a: " + repeated("x "), "a: \"" + repeated("\\\" ") + "\"",
      "{\"a\": \"" + repeated("\\u00e9") + "\"}", "a:\n" + repeated("  - b\n")};
  for (const char* part :
       {"[",      "{",    "{\"a\":", "- ", "? ",    "a: [", "[a, ", "{a: 1, ", "a: b\n", "\n",
        " ",      "#\n",  "\"",      "'",  "&a ",   "!a ",  "*a ",  "- a\n",   "|\n",    "a,",
        "\"a\",", "\"\"", "---\n",   "é",  "a:\n ", ": ",   "\t",   "-\n"}) {
    texts.push_back(repeated(part));
    texts.push_back("a: b\n" + repeated(part));
  }
  for (const std::string& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    Arena arena;
    Diagnostics diagnostics;
    (void)parse_json(text, {"a"}, arena, 64, diagnostics);
    (void)parse_yaml(text, {"a"}, arena, 64, diagnostics);
    (void)parse_front_matter(text, "a", arena, kBytes * 2, 64, diagnostics);
    CsvReader reader(text, "a", kBytes * 2, diagnostics);
    while (reader.next()) {
    }
    const auto time = std::chrono::steady_clock::now() - start;
    EXPECT_LT(time, std::chrono::seconds(3)) << text.substr(0, 20);
  }
}

}  // namespace
}  // namespace glasshouse::content
