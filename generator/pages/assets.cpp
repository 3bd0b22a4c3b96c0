#include "pages/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "base/files.h"
#include "base/hash.h"
#include "pages/view.h"
#include "schema/site_settings.h"

namespace glasshouse::pages {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFont = "GDS Transport,arial,sans-serif";
constexpr std::string_view kSystemFont =
    "-apple-system,BlinkMacSystemFont,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\","
    "\"Liberation Sans\",arial,sans-serif";
constexpr std::string_view kGovukStylesheet = "govuk/govuk-frontend.min.css";
constexpr std::string_view kGovukScript = "govuk/govuk-frontend.min.js";
constexpr std::size_t kFingerprint = 10;  // hexadecimal digits

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string_view::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

void remove_source_map(std::string& text) {
  for (const std::string_view mark : {"/*# sourceMappingURL", "//# sourceMappingURL"}) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos) text.resize(at);
  }
}

std::optional<std::string> read_first(std::span<const fs::path> roots, std::string_view name) {
  for (const fs::path& root : roots) {
    if (auto bytes = read_file(root / name)) return bytes;
  }
  return std::nullopt;
}

std::string_view media_type_of(const fs::path& file) {
  static const std::map<std::string, std::string_view> kTypes = {
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
  };
  const auto found = kTypes.find(file.extension().string());
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

struct Preparation {
  const AssetOptions& options;
  Arena& arena;
  Diagnostics& diagnostics;
  Assets assets;
  View addresses{arena, 8};
  bool complete = true;

  std::string read(std::string_view name, std::string_view hint) {
    if (auto bytes = read_first(options.roots, name)) return std::move(*bytes);
    diagnostics.error("theme-incomplete", Place(name), "the theme has no such file",
                      std::string(hint));
    complete = false;
    return {};
  }

  // Gives the name within assets/ that the file is published under.
  std::string publish(const fs::path& name, std::string bytes) {
    const std::string print = to_hex(sha256(bytes)).substr(0, kFingerprint);
    std::string published =
        fmt::format("{}-{}{}", name.stem().string(), print, name.extension().string());
    addresses.text(name.string(), fmt::format("{}assets/{}", options.base_path, published));
    assets.files.push_back({"assets/" + published, media_type_of(name), std::move(bytes)});
    return published;
  }

  // Files of assets/ beside the stylesheet and the script, by name.
  std::map<std::string, fs::path> others() const {
    std::map<std::string, fs::path> result;
    for (const fs::path& root : options.roots) {
      std::error_code none;
      for (const auto& entry : fs::directory_iterator(root / "assets", none)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.starts_with('.')) continue;
        if (name != "site.css" && name != "site.js") result.emplace(name, entry.path());
      }
    }
    return result;
  }
};

}  // namespace

std::string without_government_marks(std::string_view stylesheet) {
  std::string result(stylesheet);
  for (std::size_t at = result.find("@font-face{"); at != std::string_view::npos;
       at = result.find("@font-face{", at)) {
    const std::size_t end = result.find('}', at);
    if (end == std::string_view::npos) break;
    result.erase(at, end + 1 - at);
  }
  replace_all(result, kFont, kSystemFont);
  replace_all(result, "url(/assets/images/govuk-crest.svg)", "none");
  remove_source_map(result);
  return result;
}

std::string brand_rule(std::string_view colour) {
  // Black on a colour has 21 divided by what white has on it.
  const double with_white = schema::contrast_with_white(colour).value_or(1);
  const bool white_reads_better = with_white * with_white >= 21;
  return fmt::format(":root{{--gh-brand:{};--gh-brand-text:{}}}\n", colour,
                     white_reads_better ? "#ffffff" : "#0b0c0c");
}

std::optional<Assets> prepare_assets(const AssetOptions& options, Arena& arena,
                                     Diagnostics& diagnostics) {
  constexpr std::string_view kInstall = "Run `npm ci`: the theme is made from govuk-frontend.";
  constexpr std::string_view kOwn = "It belongs to the theme that comes with the program.";
  Preparation preparation{.options = options, .arena = arena, .diagnostics = diagnostics};
  const std::string theirs = preparation.read(kGovukStylesheet, kInstall);
  const std::string ours = preparation.read("assets/site.css", kOwn);
  std::string style = without_government_marks(theirs) + without_government_marks(ours);
  style += brand_rule(options.brand_colour);
  std::string govuk_script = preparation.read(kGovukScript, kInstall);
  remove_source_map(govuk_script);
  std::string script = preparation.read("assets/site.js", kOwn);
  if (!preparation.complete) return std::nullopt;

  preparation.publish("site.css", std::move(style));
  const std::string imported = preparation.publish("govuk-frontend.js", std::move(govuk_script));
  replace_all(script, "./govuk-frontend.js", "./" + imported);
  preparation.publish("site.js", std::move(script));
  for (const auto& [name, path] : preparation.others()) {
    if (auto bytes = read_file(path)) preparation.publish(name, std::move(*bytes));
  }
  preparation.assets.addresses = preparation.addresses.value();
  return std::move(preparation.assets);
}

}  // namespace glasshouse::pages
