#include "examples.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/text.h"

namespace glasshouse::markdown {
namespace {

/// The specification writes its tabs as arrows.
std::string with_tabs(std::string_view text) {
  constexpr std::string_view kArrow = "→";
  std::string result;
  while (!text.empty()) {
    const bool arrow = text.starts_with(kArrow);
    result += arrow ? '\t' : text.front();
    text.remove_prefix(arrow ? kArrow.size() : 1);
  }
  return result;
}

}  // namespace

std::filesystem::path data_folder() {
  if (const char* folder = std::getenv("GLASSHOUSE_DATA")) return folder;
  return std::filesystem::path(GLASSHOUSE_SOURCE) / "../shared/data";
}

std::vector<Example> json_examples(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text) return {};
  std::vector<Example> examples;
  for (const auto& item : nlohmann::json::parse(*text)) {
    examples.push_back(
        {item.at("example"), item.at("section"), item.at("markdown"), item.at("html")});
  }
  return examples;
}

std::vector<Example> specification_examples(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text) return {};
  const std::string fence(32, '`');
  const std::string opening = fence + std::string(" example");
  std::vector<Example> examples;
  std::string section;
  enum { prose, markdown, html } part = prose;
  for (const std::string_view line : split(*text, '\n')) {
    if (part == prose && line == opening) {
      part = markdown;
      examples.push_back({static_cast<int>(examples.size()) + 1, section, "", ""});
    } else if (part == markdown && line == ".") {
      part = html;
    } else if (part == html && line == fence) {
      part = prose;
      examples.back().markdown = with_tabs(examples.back().markdown);
      examples.back().html = with_tabs(examples.back().html);
    } else if (part == prose) {
      if (line.starts_with('#')) section = trim(line.substr(line.find_first_not_of('#')));
    } else {
      auto& side = part == markdown ? examples.back().markdown : examples.back().html;
      side.append(line).append("\n");
    }
  }
  return examples;
}

}  // namespace glasshouse::markdown
