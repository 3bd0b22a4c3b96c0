// Renders every fixture of every component of govuk-frontend with the package's own templates, and
// compares the bytes with the fixture's HTML, both trimmed. Prints "725 of 725".
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "json_value.h"
#include "template/engine.h"

namespace fs = std::filesystem;
using namespace glasshouse;

namespace {

struct Count {
  int passed = 0, all = 0;
};

void report(const std::string& name, std::string_view expected, std::string_view actual) {
  const auto [e, a] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  const auto at = static_cast<std::size_t>(e - expected.begin());
  const std::size_t from = at < 60 ? 0 : at - 60;
  std::fprintf(
      stderr, "%s differs at byte %zu\n  expected: …%.*s\n  actual:   …%.*s\n", name.c_str(), at,
      static_cast<int>(std::min<std::size_t>(160, expected.size() - from)), expected.data() + from,
      static_cast<int>(std::min<std::size_t>(160, actual.size() - std::min(from, actual.size()))),
      actual.data() + std::min(from, actual.size()));
}

void check_component(const templating::Engine& engine, const fs::path& folder, Count& count) {
  std::ifstream in(folder / "fixtures.json");
  const auto fixtures = nlohmann::ordered_json::parse(in);
  const std::string component = folder.filename().string();
  Diagnostics problems;
  const templating::Template* page =
      engine.load("govuk/components/" + component + "/template.njk", problems);
  for (const auto& fixture : fixtures["fixtures"]) {
    ++count.all;
    const std::string name = component + ": " + fixture["name"].get<std::string>();
    Arena data, arena;
    const Value context = Map::of(data, {{"params", to_value(data, fixture["options"])}});
    std::string out;
    Diagnostics diagnostics;
    if (!page || !engine.render(*page, context, arena, out, diagnostics)) {
      std::fprintf(stderr, "%s\n%s%s", name.c_str(), to_text(problems.sorted(), "").c_str(),
                   to_text(diagnostics.sorted(), "").c_str());
      continue;
    }
    const std::string html = fixture["html"].get<std::string>();
    if (trim(out) == trim(html)) {
      ++count.passed;
    } else {
      report(name, trim(html), trim(out));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path package = argc > 1 ? argv[1] : "node_modules/govuk-frontend";
  const fs::path components = package / "dist/govuk/components";
  if (!fs::exists(components)) {
    std::fprintf(stderr, "%s is missing: run npm ci first\n", components.c_str());
    return 1;
  }
  const templating::Engine engine({.roots = {package / "dist"}});
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(components)) {
    if (fs::exists(entry.path() / "fixtures.json")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  Count count;
  for (const fs::path& folder : folders) check_component(engine, folder, count);
  std::printf("%zu components, %d of %d fixtures\n", folders.size(), count.passed, count.all);
  return count.passed == count.all && count.all >= 725 ? 0 : 1;
}
