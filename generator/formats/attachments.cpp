#include "formats/attachments.h"

#include <array>
#include <utility>

#include "base/files.h"
#include "base/text.h"

namespace glasshouse::formats {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kTypes{{
    {"csv", "text/csv; charset=utf-8"},
    {"tsv", "text/tab-separated-values; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"md", "text/markdown; charset=utf-8"},
    {"json", "application/json"},
    {"geojson", "application/geo+json"},
    {"ndjson", "application/x-ndjson"},
    {"pdf", "application/pdf"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"doc", "application/msword"},
    {"xls", "application/vnd.ms-excel"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"zip", "application/zip"},
}};

}  // namespace

std::string_view attachment_type(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string ending = to_lower(name.substr(dot + 1));
  for (const auto& [known, type] : kTypes) {
    if (ending == known) return type;
  }
  return {};
}

void add_attachment_routes(const model::Site& site, std::vector<model::Route>& routes,
                           Diagnostics& diagnostics) {
  for (const auto& collection : site.collections) {
    for (const model::Record& record : collection->records) {
      if (record.withdrawn) continue;
      const model::Dataset* dataset = site.dataset(record);
      for (const content::Attachment& attachment : record.source->attachments) {
        const std::string_view type = attachment_type(attachment.name);
        if (type.empty()) {
          diagnostics.error("attachment-type", Place(attachment.path),
                            "files of this kind are not published",
                            "Publish it as CSV, JSON, PDF, an office document or a picture "
                            "(PNG, JPEG, GIF, WebP), or take it out of the folder.");
          continue;
        }
        // Beside the clean file of the same name.
        const bool is_given = dataset && dataset->is_given(attachment);
        // It is in whatever encoding it was given.
        const std::string_view media_type = is_given ? "text/csv" : type;
        routes.push_back(
            {record.url + (is_given ? "given/" : "") + std::string(attachment.name), media_type,
             [&site, &attachment](model::Workspace&, std::string& out, Diagnostics& problems) {
               const auto bytes = read_file(site.source.root / attachment.path);
               if (bytes) {
                 out += *bytes;
               } else {
                 problems.error("attachment-gone", Place(attachment.path),
                                "the file went away while the site was built",
                                "Put it back, or build again.");
               }
             },
             attachment.path});
      }
    }
  }
}

}  // namespace glasshouse::formats
