// glasshouse render: one template with JSON data, for theme work.
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <iterator>

#include "base/files.h"
#include "commands/command.h"
#include "commands/site_run.h"
#include "content/parse.h"
#include "template/engine.h"

namespace glasshouse::commands {

namespace {

namespace fs = std::filesystem;

constexpr unsigned kDepth = 64;

std::optional<std::string> read_data(const std::string& file) {
  if (file.empty()) return "{}";
  if (file == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }
  return read_file(file);
}

std::optional<Value> parse_data(const RenderArguments& arguments, const std::string& bytes,
                                Arena& arena, Diagnostics& diagnostics) {
  const auto text = content::check_text(bytes, arguments.data, diagnostics);
  if (!text) return std::nullopt;
  const auto data = content::parse_json(*text, {arguments.data}, arena, kDepth, diagnostics);
  if (data && !data->is_map()) {
    diagnostics.error("data-not-an-object", Place(arguments.data, data->mark()),
                      "the data of a template is a JSON object", "Write it as {\"name\": value}.");
    return std::nullopt;
  }
  return data;
}

}  // namespace

int render(const RenderArguments& arguments) {
  Diagnostics diagnostics;
  Arena arena;
  const auto bytes = read_data(arguments.data);
  if (!bytes) {
    fmt::print(stderr, "glasshouse render: there is no file {}\n", arguments.data);
    return kCallIsWrong;
  }
  templating::EngineOptions options;
  options.roots = arguments.folders;
  for (fs::path& folder : theme_folders()) options.roots.push_back(std::move(folder));
  const templating::Engine engine(options);
  std::string out;
  const auto data = parse_data(arguments, *bytes, arena, diagnostics);
  const templating::Template* page = data ? engine.load(arguments.name, diagnostics) : nullptr;
  Arena workspace;
  const bool rendered = page && engine.render(*page, *data, workspace, out, diagnostics);
  print_problems(diagnostics, arguments.folders.empty() ? "." : arguments.folders.front());
  if (!rendered) return kContentHasErrors;
  std::fwrite(out.data(), 1, out.size(), stdout);
  return kDone;
}

}  // namespace glasshouse::commands
