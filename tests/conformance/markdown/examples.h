// Examples of a Markdown specification: what is written, and the HTML it stands for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace glasshouse::markdown {

struct Example {
  int number = 0;
  std::string section;
  std::string markdown;
  std::string html;
};

/// The folder of published test data; it need not exist.
[[nodiscard]] std::filesystem::path data_folder();

/// A JSON list of {example, section, markdown, html}; empty when there is no such file.
[[nodiscard]] std::vector<Example> json_examples(const std::filesystem::path& file);

/// A specification's text, its examples between fences of 32 backticks; empty when there is none.
[[nodiscard]] std::vector<Example> specification_examples(const std::filesystem::path& file);

}  // namespace glasshouse::markdown
