#include "case_file.h"

#include <fstream>
#include <iterator>

#include "base/text.h"

namespace glasshouse {

namespace {

struct Section {
  std::string name;  // of the case
  std::string key;   // "main" after "===", else what stands after "---"
  std::string body;
};

std::vector<Section> read_sections(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.ends_with('\n')) text.pop_back();
  std::vector<Section> sections;
  std::string name;
  bool first_line = true;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("=== ")) {
      name = line.substr(4);
      sections.push_back({name, "main", ""});
      first_line = true;
    } else if (line.starts_with("--- ")) {
      sections.push_back({name, std::string(line.substr(4)), ""});
      first_line = true;
    } else if (!sections.empty()) {
      if (!first_line) sections.back().body += '\n';
      sections.back().body += line;
      first_line = false;
    }
  }
  return sections;
}

}  // namespace

std::vector<TemplateCase> read_cases(const std::filesystem::path& file) {
  std::vector<TemplateCase> cases;
  std::string shared = "{}";
  for (Section& section : read_sections(file)) {
    if (section.name.empty()) {
      shared = section.body;
    } else if (section.key == "main") {
      cases.push_back({section.name, shared, "{}", {{"main", section.body}}, {}, false, {}});
    } else if (section.key == "context") {
      cases.back().context = section.body;
    } else if (section.key == "options") {
      cases.back().options = section.body;
    } else if (section.key.starts_with("template ")) {
      cases.back().templates[section.key.substr(9)] = section.body;
    } else if (section.key.starts_with("differs ")) {
      cases.back().ours = section.body;
      cases.back().why = section.key.substr(8);
    } else if (section.key.starts_with("refused ")) {
      cases.back().refused = true;
      cases.back().why = section.key.substr(8);
    }
  }
  return cases;
}

std::map<std::string, ExpectedOutput> read_expected(const std::filesystem::path& file) {
  std::map<std::string, ExpectedOutput> expected;
  for (Section& section : read_sections(file)) {
    expected[section.name] = {section.body, section.key == "error"};
  }
  return expected;
}

}  // namespace glasshouse
