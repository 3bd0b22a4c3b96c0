#include "markdown/record_body.h"

#include <algorithm>
#include <filesystem>
#include <span>

#include "base/text.h"
#include "markdown/markdown.h"

namespace glasshouse::markdown {

namespace {

// What the links of a record's text are resolved in.
struct Surroundings {
  const model::Site& site;
  const model::Record& record;
  std::span<const model::Route> routes;
};

// The address on the site, with the base path.
std::string address_of(const model::Site& site, std::string_view url) {
  return site.settings.base_path + std::string(url);
}

struct Split {
  std::string_view path;
  std::string_view rest;  // the query and fragment
};

Split split_path(std::string_view destination) {
  const std::size_t end = std::min(destination.find_first_of("?#"), destination.size());
  return {destination.substr(0, end), destination.substr(end)};
}

std::optional<Target> broken(std::string problem, std::string hint) {
  return Target{{}, std::move(problem), std::move(hint)};
}

// `foi:foi-2018-001`: none where the part before the colon is no collection.
std::optional<Target> resolve_record(const model::Site& site, std::string_view destination) {
  const std::size_t colon = destination.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const model::Collection* collection = site.collection(destination.substr(0, colon));
  if (!collection) return std::nullopt;
  const Split target = split_path(destination.substr(colon + 1));
  if (const model::Record* record = collection->find(target.path)) {
    return Target{address_of(site, record->url) + std::string(target.rest), {}, {}};
  }
  std::vector<std::string_view> ids;
  for (const model::Record& record : collection->records) ids.push_back(record.id);
  return broken("there is no record \"" + std::string(target.path) + "\" in " +
                    std::string(collection->name()) + ", or it is not public yet",
                did_you_mean(target.path, ids));
}

// The record that a file of the site folder belongs to: the file itself, or its page bundle.
const model::Record* record_of_file(const model::Site& site, const std::filesystem::path& file) {
  auto part = file.begin();
  if (part == file.end() || *part != "content" || ++part == file.end()) return nullptr;
  const model::Collection* collection = site.collection(part->string());
  if (!collection || ++part == file.end()) return nullptr;
  return collection->find(std::next(part) == file.end() ? part->stem().string() : part->string());
}

// `response.csv` beside the record, or `../commitments/c-01.md`.
std::optional<Target> resolve_file(const model::Site& site, const model::Record& record,
                                   std::string_view destination) {
  const Split target = split_path(destination);
  const auto folder = std::filesystem::path(record.source->file).parent_path();
  const auto file = (folder / percent_decoded(target.path)).lexically_normal();
  for (const content::Attachment& attachment : record.source->attachments) {
    if (file == std::filesystem::path(attachment.path)) {
      return Target{
          address_of(site, record.url) + std::string(attachment.name) + std::string(target.rest),
          {},
          {}};
    }
  }
  const std::string ending = file.extension().string();
  const bool is_source =
      ending == ".md" || ending == ".json" || ending == ".yaml" || ending == ".yml";
  const model::Record* other = is_source ? record_of_file(site, file) : nullptr;
  if (other && std::filesystem::path(other->source->file) == file) {
    return Target{address_of(site, other->url) + std::string(target.rest), {}, {}};
  }
  std::vector<std::string_view> names;
  for (const content::Attachment& attachment : record.source->attachments) {
    names.push_back(attachment.name);
  }
  const std::string hint = did_you_mean(target.path, names);
  return broken("there is no file \"" + std::string(target.path) + "\" that the site publishes",
                hint.empty() ? "Put the file into the record's own folder, or write "
                               "collection:id to link to a record."
                             : hint);
}

// A path from the root of the site, without its base path.
std::optional<Target> resolve_rooted(const Surroundings& around, std::string_view destination) {
  const Split target = split_path(destination.substr(1));
  if (model::has_address(around.routes, percent_decoded(target.path))) {
    return Target{address_of(around.site, target.path) + std::string(target.rest), {}, {}};
  }
  const std::string with_slash = std::string(target.path) + "/";
  return broken("the site has no page /" + std::string(target.path),
                model::has_address(around.routes, with_slash)
                    ? "Write /" + with_slash + " with a slash at its end."
                    : "Copy the address of the page from the preview.");
}

std::optional<Target> resolve(const Surroundings& around, std::string_view destination) {
  if (destination.empty()) return std::nullopt;
  if (auto target = resolve_record(around.site, destination)) return target;
  if (destination.starts_with("//")) return std::nullopt;
  if (destination.starts_with('/')) return resolve_rooted(around, destination);
  const std::size_t end = destination.find_first_of(":/?#");
  if (end != std::string_view::npos && destination[end] == ':') return std::nullopt;  // a scheme
  return resolve_file(around.site, around.record, destination);
}

Options options_for(const Surroundings& around, Diagnostics& diagnostics) {
  Options options;
  options.file = around.record.source->file;
  options.diagnostics = &diagnostics;
  options.resolver = [around](const Reference& reference) {
    return resolve(around, reference.destination);
  };
  return options;
}

}  // namespace

std::string_view record_html(const model::Site& site, const model::Record& record,
                             model::Workspace& workspace, Diagnostics& diagnostics) {
  if (workspace.record == &record) return workspace.content_html;
  workspace.record = &record;
  workspace.content_html.clear();
  if (!record.withdrawn && !record.source->body.empty()) {
    Options options = options_for({site, record, workspace.routes}, diagnostics);
    options.start = {record.source->body_line, 1};
    to_html(record.source->body, options, workspace.content_html);
  }
  return workspace.content_html;
}

void append_field_html(std::string& out, const model::Site& site, const model::Record& record,
                       Value field, std::string_view id_prefix, const model::Workspace& workspace,
                       Diagnostics& diagnostics) {
  if (field.text().empty()) return;
  Options options = options_for({site, record, workspace.routes}, diagnostics);
  options.start = field.mark();
  options.line_for_line = false;
  options.id_prefix = id_prefix;
  options.top_heading = 3;
  to_html(field.text(), options, out);
}

}  // namespace glasshouse::markdown
