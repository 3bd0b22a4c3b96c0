// The templates and the strings of the theme agree, and no template has words of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "base/files.h"
#include "content/parse.h"

namespace glasshouse::pages {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = GLASSHOUSE_SOURCE;

std::string read_all(const fs::path& folder, std::string_view ending) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ending) all += *read_file(entry.path());
  }
  return all;
}

std::set<std::string> string_names() {
  Arena arena;
  Diagnostics diagnostics;
  const auto text = read_file(kSource / "templates/strings/en.json");
  const auto map = content::parse_json(*text, {"en.json"}, arena, 2, diagnostics);
  std::set<std::string> names;
  for (const Map::Entry& entry : map->as_map()) names.emplace(entry.key.as_string());
  return names;
}

TEST(ThemeStringsTest, every_string_a_template_names_is_there) {
  const std::set<std::string> names = string_names();
  const std::string templates = read_all(kSource / "templates", ".njk");
  const std::regex use(R"(\bt\.([a-z_0-9]+))");
  for (std::sregex_iterator it(templates.begin(), templates.end(), use), end; it != end; ++it) {
    EXPECT_TRUE(names.contains((*it)[1])) << (*it)[0];
  }
}

TEST(ThemeStringsTest, every_string_is_used) {
  const std::string used =
      read_all(kSource / "templates", ".njk") + read_all(kSource / "generator/pages", ".cpp");
  for (const std::string& name : string_names()) {
    // These are put together from what they are about.
    static const std::regex kMade(
        "(month|unit|linked|figure|outcome|procedure|quarter|savings_part|answer_part|money_target|"
        "money_on_track|standing|timeliness|"
        "keeping|finding|blank|measured|clock|how|"
        "derived|dataset_note|dataset_type)_.*");
    if (std::regex_match(name, kMade)) continue;
    const std::string stem = std::regex_replace(name, std::regex("_(one|other)$"), "");
    const bool in_template = used.find("t." + name) != used.npos;
    const bool in_code =
        used.find('"' + stem + '"') != used.npos || used.find('"' + name + '"') != used.npos;
    EXPECT_TRUE(in_template || in_code) << name;
  }
}

TEST(ThemeStringsTest, no_template_has_words_of_its_own) {
  for (const auto& entry : fs::recursive_directory_iterator(kSource / "templates")) {
    if (entry.path().extension() != ".njk") continue;
    std::string text = *read_file(entry.path());
    text = std::regex_replace(text, std::regex(R"(\{#[^]*?#\}|\{%[^]*?%\}|\{\{[^]*?\}\})"), "");
    text = std::regex_replace(text, std::regex("<[^>]*>"), "");
    EXPECT_FALSE(std::regex_search(text, std::regex("[A-Za-z]{2}"))) << entry.path() << text;
  }
}

TEST(ThemeStringsTest, no_template_has_inline_style_or_script) {
  const std::string templates = read_all(kSource / "templates", ".njk");
  EXPECT_FALSE(std::regex_search(templates, std::regex(R"(<style|\sstyle=|\son[a-z]+=)")));
  // JSON-LD is data: no browser runs it.
  EXPECT_FALSE(std::regex_search(
      templates, std::regex(R"re(<script(?![^>]*\s(src=|type="application/ld\+json")))re")));
}

}  // namespace
}  // namespace glasshouse::pages
