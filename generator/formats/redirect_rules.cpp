#include "formats/redirect_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace glasshouse::formats {

namespace {

struct Rule {
  std::string from, to;  // from the host's root, with base_path: "/foi/old/"
  bool is_folder;        // what stands below goes with it
};

// Longest first: servers take the first rule that fits, and a folder in another has its own.
std::vector<Rule> rules_of(const model::Site& site, std::span<const model::Redirect> redirects,
                           const std::vector<model::Route>& routes) {
  std::vector<std::string_view> paths;
  paths.reserve(routes.size());
  for (const model::Route& route : routes) paths.push_back(route.path);
  std::ranges::sort(paths);
  const auto has_below = [&](std::string_view folder) {
    const auto first = std::ranges::lower_bound(paths, folder);
    return first != paths.end() && first->starts_with(folder);
  };
  const std::string& base = site.settings.base_path;
  std::vector<Rule> rules;
  rules.reserve(redirects.size());
  for (const model::Redirect& redirect : redirects) {
    rules.push_back({base + std::string(redirect.from), base + redirect.record->url,
                     redirect.from.ends_with('/') && !has_below(redirect.from)});
  }
  std::ranges::stable_sort(
      rules, [](const Rule& a, const Rule& b) { return a.from.size() > b.from.size(); });
  return rules;
}

// The text as a regular expression of itself; quoted where it is used.
std::string literal(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view(".+*?()[]{}^$|\\").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string nginx_text(const std::vector<Rule>& rules) {
  std::string text =
      "# Old addresses. In the server block: include /path/to/redirects.nginx.conf;\n";
  for (const Rule& rule : rules) {
    text +=
        rule.is_folder
            ? fmt::format("rewrite \"^{}(.*)$\" \"{}$1\" permanent;\n", literal(rule.from), rule.to)
            : fmt::format("rewrite \"^{}$\" \"{}\" permanent;\n", literal(rule.from), rule.to);
  }
  return text;
}

std::string apache_text(const std::vector<Rule>& rules) {
  std::string text =
      "# Old addresses. In the host's configuration: Include "
      "/path/to/redirects.apache.conf\n";
  for (const Rule& rule : rules) {
    text +=
        rule.is_folder
            ? fmt::format("RedirectMatch 301 \"^{}(.*)$\" \"{}$1\"\n", literal(rule.from), rule.to)
            : fmt::format("RedirectMatch 301 \"^{}$\" \"{}\"\n", literal(rule.from), rule.to);
  }
  return text;
}

// "!": the rule wins over the page that stands there for servers without rules.
std::string netlify_text(const std::vector<Rule>& rules) {
  std::string text;
  for (const Rule& rule : rules) {
    text += rule.is_folder ? fmt::format("{}* {}:splat 301!\n", rule.from, rule.to)
                           : fmt::format("{} {} 301!\n", rule.from, rule.to);
  }
  return text;
}

}  // namespace

void add_redirect_rules(const model::Site& site, std::span<const model::Redirect> redirects,
                        std::vector<model::Route>& routes) {
  if (redirects.empty()) return;
  const std::vector<Rule> rules = rules_of(site, redirects, routes);
  const auto add = [&](std::string path, std::string text) {
    routes.push_back({std::move(path), "text/plain; charset=utf-8",
                      [text = std::move(text)](model::Workspace&, std::string& out, Diagnostics&) {
                        out += text;
                      }});
  };
  add("redirects.nginx.conf", nginx_text(rules));
  add("redirects.apache.conf", apache_text(rules));
  add("_redirects", netlify_text(rules));
}

}  // namespace glasshouse::formats
