// The files of cases/ and expected/: their form stands in README.md beside this.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace glasshouse {

struct TemplateCase {
  std::string name;
  std::string context;
  std::string options;
  std::map<std::string, std::string> templates;  // "main" among them
  std::optional<std::string> ours;               // what we print, where we differ by choice
  bool refused = false;                          // we give an error, by choice
  std::string why;
};

struct ExpectedOutput {
  std::string text;
  bool is_error = false;
};

[[nodiscard]] std::vector<TemplateCase> read_cases(const std::filesystem::path& file);
[[nodiscard]] std::map<std::string, ExpectedOutput> read_expected(
    const std::filesystem::path& file);

}  // namespace glasshouse
