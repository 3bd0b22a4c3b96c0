// A strict reader of the little HTML this room writes: what it accepts, any browser reads as meant.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::markdown {

/// Empty for well-formed HTML of the elements, attributes and addresses that may come out, else
/// what is wrong.
inline std::string find_fault(std::string_view html) {
  static const std::set<std::string_view> kElements = {
      "a",       "blockquote", "br",    "code",  "em", "h1", "h2",    "h3",  "h4",
      "h5",      "h6",         "hr",    "img",   "li", "ol", "p",     "pre", "span",
      "section", "strong",     "table", "tbody", "td", "th", "thead", "tr",  "ul"};
  static const std::set<std::string_view> kVoid = {"br", "hr", "img"};
  static const std::set<std::string_view> kAttributes = {"alt",  "align", "aria-label", "class",
                                                         "href", "id",    "rel",        "scope",
                                                         "src",  "start", "tabindex",   "title"};
  std::vector<std::string_view> open;
  std::set<std::string> ids;
  const auto fault = [&](std::string_view what, std::size_t at) {
    return std::string(what).append(" near: ").append(html.substr(at, 80));
  };
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '>') return fault("a bare >", at);
    if (html[at] == '&') {
      const std::size_t end = html.find(';', at);
      if (end == std::string_view::npos || end > at + 8) return fault("a bare &", at);
    }
    if (html[at] != '<') {
      ++at;
      continue;
    }
    const std::size_t start = at;
    const bool closing = html[++at] == '/';
    if (closing) ++at;
    const std::size_t name_end = html.find_first_of(" >", at);
    if (name_end == std::string_view::npos) return fault("an open tag", start);
    const std::string_view name = html.substr(at, name_end - at);
    if (!kElements.contains(name)) return fault("an unknown element", start);
    at = name_end;
    while (html[at] == ' ' && html[at + 1] != '/') {
      const std::size_t equals = html.find('=', at);
      const std::string_view attribute = html.substr(at + 1, equals - at - 1);
      if (!kAttributes.contains(attribute)) return fault("an unknown attribute", start);
      if (equals + 1 >= html.size() || html[equals + 1] != '"') return fault("no quotes", start);
      const std::size_t end = html.find('"', equals + 2);
      if (end == std::string_view::npos) return fault("an open attribute", start);
      const std::string_view value = html.substr(equals + 2, end - equals - 2);
      if (value.find_first_of("<>") != std::string_view::npos) return fault("a bare <", start);
      if (attribute == "id" && !ids.insert(std::string(value)).second) {
        return fault("an id twice", start);
      }
      const bool address = attribute == "href" || attribute == "src";
      const std::size_t colon = value.find_first_of(":/?#");
      if (address && colon != std::string_view::npos && value[colon] == ':') {
        static const std::set<std::string> kSchemes = {"http", "https", "mailto", "tel"};
        std::string scheme(value.substr(0, colon));
        for (char& c : scheme) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        if (!kSchemes.contains(scheme)) return fault("a scheme not allowed", start);
      }
      if (address && value.starts_with("//")) return fault("another host", start);
      at = end + 1;
      if (at >= html.size()) return fault("an open tag", start);
    }
    if (html.substr(at).starts_with(" />")) at += 2;
    if (html[at] != '>') return fault("a malformed tag", start);
    ++at;
    if (closing) {
      if (open.empty() || open.back() != name) return fault("a wrong end tag", start);
      open.pop_back();
    } else if (!kVoid.contains(name)) {
      open.push_back(name);
    }
  }
  return open.empty() ? "" : std::string("not closed: ").append(open.back());
}

}  // namespace glasshouse::markdown
