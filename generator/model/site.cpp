#include "model/site.h"

#include <algorithm>

namespace glasshouse::model {

namespace {

// Files that formats/ and publish/ put beside pages of every kind.
constexpr std::string_view kFiles[] = {"index.json",  "records.json", "records.csv",
                                       "schema.json", "feed.xml",     "index.html"};
constexpr std::string_view kRootFiles[] = {"manifest.json", "sitemap.xml", "robots.txt",
                                           "404.html"};

// The overviews, which pages/ adds where the site has records for them (design, "The addresses").
// A collection of such a name keeps the address; the overview then takes another.
constexpr std::string_view kOverviews[] = {"promises/", "money/", "openness/", "responsible/",
                                           "rules/"};

// "foi/page/12/" → "foi/"; other paths stay.
std::string_view without_page_number(std::string_view path) {
  const std::size_t at = path.rfind("page/");
  if (at == std::string_view::npos || !path.ends_with('/')) return path;
  const std::string_view number = path.substr(at + 5, path.size() - at - 6);
  const bool is_number =
      !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? path.substr(0, at) : path;
}

}  // namespace

Value Record::field(std::string_view name) const {
  return fields[collection->definition.field(name)];
}

const Field* Collection::field(std::string_view name) const {
  for (const Field& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

const Record* Collection::find(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : found->second;
}

std::vector<const Record*> Collection::current() const {
  std::vector<const Record*> result;
  result.reserve(records.size());
  for (const Record& record : records) {
    if (!record.withdrawn) result.push_back(&record);
  }
  return result;
}

const Collection* Site::collection(std::string_view name) const {
  for (const auto& collection : collections) {
    if (collection->name() == name) return collection.get();
  }
  return nullptr;
}

const Collection* Site::of_kind(schema::Kind kind) const {
  for (const auto& collection : collections) {
    if (collection->kind() == kind) return collection.get();
  }
  return nullptr;
}

const Record* Site::find(std::string_view collection_name, std::string_view id) const {
  const Collection* found = collection(collection_name);
  return found ? found->find(id) : nullptr;
}

const Record* Site::ward(std::string_view code) const {
  const auto found = ward_by_code.find(code);
  return found == ward_by_code.end() ? nullptr : found->second;
}

const std::vector<const Record*>& Site::neighbours(const Record& ward) const {
  static const std::vector<const Record*> kNone;
  const auto found = ward_neighbours.find(&ward);
  return found == ward_neighbours.end() ? kNone : found->second;
}

bool Site::has_address(std::string_view path) const {
  if (path.empty() || pages.contains(without_page_number(path))) return true;
  const auto is_overview = [&](std::string_view overview) {
    return path == overview ||
           (path.starts_with(overview) && path.substr(overview.size()) == "index.json");
  };
  if (std::any_of(std::begin(kOverviews), std::end(kOverviews), is_overview)) return true;
  const std::size_t slash = path.rfind('/');
  const std::string_view file = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  if (slash == std::string_view::npos) {
    return std::find(std::begin(kRootFiles), std::end(kRootFiles), file) != std::end(kRootFiles);
  }
  const std::string_view folder = path.substr(0, slash + 1);
  if (!pages.contains(folder)) return false;
  if (std::find(std::begin(kFiles), std::end(kFiles), file) != std::end(kFiles)) return true;
  const std::string_view inner = folder.substr(0, folder.find('/'));
  const Record* record =
      find(inner, folder.substr(inner.size() + 1, folder.size() - inner.size() - 2));
  if (!record || record->withdrawn) return false;
  return std::any_of(
      record->source->attachments.begin(), record->source->attachments.end(),
      [&](const content::Attachment& attachment) { return attachment.name == file; });
}

}  // namespace glasshouse::model
