#include "markdown/links.h"

#include <fmt/format.h>

#include "base/text.h"
#include "markdown/url.h"

namespace glasshouse::markdown {
namespace {

std::string why_refused(UrlKind kind, std::string_view destination) {
  switch (kind) {
    case UrlKind::host:
      return fmt::format("the address \"{}\" leaves the site without saying how",
                         shown(destination));
    case UrlKind::control:
      return fmt::format("the address \"{}\" holds a character that no address may hold",
                         shown(destination));
    default:
      return fmt::format("the address \"{}\" is of a kind that is not allowed", shown(destination));
  }
}

std::string_view how_to_mend(UrlKind kind, bool image) {
  if (kind == UrlKind::host) return "Write the address in full, with https: in front.";
  if (kind == UrlKind::control) return "Type the address again, without line ends or tabs in it.";
  if (image) return "Use a file beside the record, or an address that starts with https:.";
  return "Use https:, http:, mailto: or tel:, a file beside the record, or collection:id.";
}

}  // namespace

std::optional<Address> Links::resolve(cmark_node* node) {
  const bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
  const std::string_view destination = trim(url_of(node));
  const UrlKind kind = url_kind(url_of(node));
  if (kind == UrlKind::empty) return empty(node, image);
  if (kind == UrlKind::control) {
    refuse(node, destination, image);
    return std::nullopt;
  }
  if (kind == UrlKind::fragment && !image) {
    const std::string_view id = destination.substr(1);
    if (id.empty() || id == "top") return Address{std::string(destination)};
    fragments_.push_back({node, std::string(id)});
    return Address{fmt::format("#{}{}", options_.id_prefix, id)};
  }
  if (options_.resolver && kind != UrlKind::contact) {
    if (const auto target = options_.resolver({destination, image})) {
      return resolved(node, destination, *target, image);
    }
  }
  return as_written(node, destination, image);
}

std::optional<Address> Links::resolved(cmark_node* node, std::string_view destination,
                                       const Target& target, bool image) {
  if (!target.problem.empty()) {
    problems_.error("broken-link", node, target.problem, target.hint);
    return std::nullopt;
  }
  // The policy holds for what the resolver says as it does for what the author wrote.
  if (!is_allowed(url_kind(target.address), image)) {
    refuse(node, destination, image);
    return std::nullopt;
  }
  return Address{target.address};
}

std::optional<Address> Links::as_written(cmark_node* node, std::string_view destination,
                                         bool image) {
  const UrlKind kind = url_kind(destination);
  if (!is_allowed(kind, image)) {
    refuse(node, destination, image);
    return std::nullopt;
  }
  const bool external = kind == UrlKind::web;
  if (external && image) {
    problems_.warning(
        "external-image", node,
        fmt::format("the picture \"{}\" is fetched from another website", shown(destination)),
        "Put the picture beside the record: another website may change it, and learns who reads.");
  }
  return Address{std::string(destination), external};
}

std::optional<Address> Links::empty(cmark_node* node, bool image) {
  problems_.warning("empty-link", node,
                    image ? "this picture has no address" : "this link has no address",
                    "Write the address between the round brackets.");
  if (options_.bare) return Address{};
  return std::nullopt;
}

void Links::refuse(cmark_node* node, std::string_view destination, bool image) {
  const UrlKind kind = url_kind(url_of(node));
  problems_.error("unsafe-url", node, why_refused(kind, destination),
                  std::string(how_to_mend(kind, image)));
}

void Links::check_fragments(const HeadingIds& ids) {
  std::vector<std::string_view> known;
  for (const auto& [node, id] : fragments_) {
    if (ids.has(id)) continue;
    if (known.empty()) known = ids.all();
    // Each look for the nearest is as long as the list of headings.
    if (known.size() > 200) known.resize(200);
    std::string hint = id.size() <= kMaxShown ? did_you_mean(id, known) : std::string();
    if (hint.empty()) hint = "Write the words of a heading in small letters with hyphens.";
    problems_.warning("unknown-anchor", node,
                      fmt::format("no heading of this text makes the anchor \"#{}\"", shown(id)),
                      std::move(hint));
  }
}

}  // namespace glasshouse::markdown
