// Renders the cases and compares each with what Nunjucks printed, or, where we differ by choice,
// with what the case says. An error of Nunjucks is matched by any error of ours.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "case_file.h"
#include "json_value.h"
#include "template/engine.h"

namespace fs = std::filesystem;
using namespace glasshouse;

namespace {

struct Counts {
  int same = 0, errors = 0, differ = 0, refused = 0, wrong = 0;
  [[nodiscard]] int all() const { return same + errors + differ + refused + wrong; }
};

// The templates of the case, then those of govuk-frontend.
class CaseLoader : public templating::Loader {
 public:
  CaseLoader(const TemplateCase& test, const templating::Loader& govuk)
      : test_(test), govuk_(govuk) {}
  std::optional<templating::Source> read(std::string_view name) const override {
    const auto found = test_.templates.find(std::string(name));
    if (found == test_.templates.end()) return govuk_.read(name);
    return templating::Source{found->second, found->first};
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> names;
    for (const auto& [name, text] : test_.templates) names.push_back(name);
    return names;
  }

 private:
  const TemplateCase& test_;
  const templating::Loader& govuk_;
};

std::optional<std::string> render(const TemplateCase& test, const templating::Loader& govuk,
                                  std::string& problems) {
  const auto options_json = nlohmann::ordered_json::parse(test.options);
  templating::EngineOptions options;
  options.autoescape = options_json.value("autoescape", true);
  options.trim_blocks = options_json.value("trimBlocks", true);
  options.lstrip_blocks = options_json.value("lstripBlocks", true);
  const templating::Engine engine(options, std::make_unique<CaseLoader>(test, govuk));
  Diagnostics diagnostics;
  Arena data, arena;
  std::string out;
  const Value context = to_value(data, nlohmann::ordered_json::parse(test.context));
  const templating::Template* page = engine.load("main", diagnostics);
  const bool done = page && engine.render(*page, context, arena, out, diagnostics);
  problems = to_text(diagnostics.sorted(), "");
  return done ? std::optional(out) : std::nullopt;
}

void check(const TemplateCase& test, const ExpectedOutput& expected,
           const templating::Loader& govuk, const std::string& file, Counts& counts) {
  std::string problems;
  const std::optional<std::string> out = render(test, govuk, problems);
  const bool same = expected.is_error ? !out : out == expected.text;
  const bool wanted = test.ours      ? out == test.ours && !same
                      : test.refused ? !out && !expected.is_error
                                     : same;
  if (!wanted) {
    ++counts.wrong;
    std::fprintf(stderr, "%s: %s\n  nunjucks%s: %s\n  ours: %s\n%s%s%s\n", file.c_str(),
                 test.name.c_str(), expected.is_error ? " (error)" : "", expected.text.c_str(),
                 out ? out->c_str() : problems.c_str(), test.ours ? "  wanted: " : "",
                 test.ours ? test.ours->c_str() : "",
                 (test.ours || test.refused) && same ? "  (no difference to Nunjucks)" : "");
  } else if (test.ours) {
    ++counts.differ;
  } else if (test.refused) {
    ++counts.refused;
  } else {
    ++(expected.is_error ? counts.errors : counts.same);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const fs::path folder = argv[1], package = argv[2];
  if (!fs::exists(package / "dist")) {
    std::fprintf(stderr, "%s is missing: run npm ci first\n", package.c_str());
    return 1;
  }
  const auto govuk = templating::make_folder_loader({package / "dist"}, 1 << 20);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "cases")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Counts counts;
  for (const fs::path& file : files) {
    const auto expected = read_expected(folder / "expected" / file.filename());
    for (const TemplateCase& test : read_cases(file)) {
      const auto found = expected.find(test.name);
      if (found == expected.end()) {
        std::fprintf(stderr, "%s: %s: has no expected output\n", file.filename().c_str(),
                     test.name.c_str());
        ++counts.wrong;
        continue;
      }
      check(test, found->second, *govuk, file.filename(), counts);
    }
  }
  std::printf(
      "%d templates: %d print what Nunjucks prints, %d are errors in both, %d differ by choice, "
      "%d are refused by choice, %d wrong\n",
      counts.all(), counts.same, counts.errors, counts.differ, counts.refused, counts.wrong);
  return counts.wrong == 0 && counts.all() >= 300 ? 0 : 1;
}
