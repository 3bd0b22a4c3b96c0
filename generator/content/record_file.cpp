#include "content/record_file.h"

#include <fmt/format.h>

#include "content/field_maker.h"
#include "content/names.h"
#include "content/parse.h"

namespace glasshouse::content {

namespace {

enum class Format { none, markdown, json, yaml };

Format format_of(std::string_view name) {
  if (name.ends_with(".md")) return Format::markdown;
  if (name.ends_with(".json")) return Format::json;
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return Format::yaml;
  return Format::none;
}

bool read_markdown(std::string_view text, SourceRecord& record, const RecordContext& c) {
  const auto matter = parse_front_matter(text, record.file, c.arena, c.limits.front_matter_bytes,
                                         c.limits.depth, c.diagnostics);
  if (!matter) return false;
  record.fields = matter->fields;
  record.body = c.arena.copy(matter->body);
  record.body_line = matter->body_line;
  return true;
}

bool read_data(std::string_view text, Format format, SourceRecord& record, const RecordContext& c) {
  const TextPlace place{record.file};
  const auto value = format == Format::json
                         ? parse_json(text, place, c.arena, c.limits.depth, c.diagnostics)
                         : parse_yaml(text, place, c.arena, c.limits.depth, c.diagnostics);
  if (!value) return false;
  if (!value->is_map()) {
    c.diagnostics.error(
        "not-a-map", Place(record.file, value->mark()), "the file holds no fields with names",
        format == Format::json
            ? "Write one object: {\"title\": \"A new library\"}."
            : "Write a name, a colon and a value on each line: title: A new library.");
    return false;
  }
  record.fields = *value;
  return true;
}

// Reads the file whose path `record` has.
bool read_file(const Folder& folder, std::string_view name, SourceRecord& record,
               const RecordContext& c) {
  const auto bytes = folder.read(name, c.limits.record_bytes, c.buffer, c.diagnostics);
  if (!bytes) return false;
  const auto text = check_text(*bytes, record.file, c.diagnostics);
  if (!text) return false;
  const Format format = format_of(name);
  return format == Format::markdown ? read_markdown(*text, record, c)
                                    : read_data(*text, format, record, c);
}

// A field `id` may repeat what the name of the file says.
bool agrees_with_name(const SourceRecord& record, std::string_view what, const RecordContext& c) {
  const Value id = record.fields["id"];
  if (id.is_undefined() || (id.is_string() && id.as_string() == record.id)) return true;
  if (!id.is_string()) {
    c.diagnostics.error(
        "id-mismatch", record.place(id), "the field id is not text",
        fmt::format("Write \"{}\" in quotes, or delete the field: the name of the {} is "
                    "the id.",
                    record.id, what));
    return false;
  }
  c.diagnostics.error("id-mismatch", record.place(id),
                      fmt::format("the field id is \"{}\", and the name of the {} says \"{}\"",
                                  scalar_text(id), what, record.id),
                      fmt::format("Rename the {}, or delete the field: the name is the id.", what));
  return false;
}

std::optional<SourceRecord> finish(SourceRecord record, bool is_read, std::string_view what,
                                   std::string_view path, const RecordContext& c) {
  const bool is_id = check_id(record.id, Place(path), c.facets, c.diagnostics);
  if (!is_read || !agrees_with_name(record, what, c) || !is_id) return std::nullopt;
  return record;
}

// Files of a bundle: one holds the fields, the others are attachments.
class Bundle {
 public:
  Bundle(const Folder& folder, const RecordContext& context) : folder_(folder), c_(context) {}

  bool read(SourceRecord& record) {
    const auto entries = folder_.list(c_.arena, c_.diagnostics);
    if (entries.empty()) {
      c_.diagnostics.warning("empty-folder", Place(folder_.path()), "the folder is empty",
                             "Add index.md with the fields of the record, or delete the folder.");
      return false;
    }
    std::string_view index;
    bool is_right = true;
    for (const FolderEntry& entry : entries) {
      if (entry.is_folder) {
        is_right = refuse_folder(entry);
      } else if (is_record_name(entry.name) && without_ending(entry.name) == "index") {
        if (!index.empty()) is_right = refuse_index(entry, index);
        index = entry.name;
      } else if (!attach(entry, record)) {
        is_right = false;
      }
    }
    if (index.empty()) {
      c_.diagnostics.error("missing-index", Place(folder_.path()),
                           "the folder has no index.md, so it is not known what the record says",
                           "Add index.md with the fields of the record.");
      return false;
    }
    record.file = folder_.path_of(index, c_.arena);
    return read_file(folder_, index, record, c_) && is_right;
  }

 private:
  bool refuse_folder(const FolderEntry& entry) {
    c_.diagnostics.error("folder-in-bundle", Place(folder_.path_of(entry.name, c_.arena)),
                         "there is a folder inside the folder of a record",
                         "Move its files up, beside the record's index.md.");
    return false;
  }

  bool refuse_index(const FolderEntry& entry, std::string_view first) {
    c_.diagnostics.error("two-indexes", Place(folder_.path_of(entry.name, c_.arena)),
                         fmt::format("{} holds the fields of this record already", first),
                         "Keep one of the two.");
    return false;
  }

  bool attach(const FolderEntry& entry, SourceRecord& record) {
    const std::string_view path = folder_.path_of(entry.name, c_.arena);
    if (entry.name == "index.html") {
      c_.diagnostics.error("reserved-attachment", Place(path),
                           "index.html is the name of the record's own page",
                           "Rename the attachment.");
      return false;
    }
    const auto size = folder_.size_of(entry.name, c_.diagnostics);
    if (!size) return false;
    if (*size > c_.limits.attachment_bytes) {
      c_.diagnostics.error(
          "attachment-too-large", Place(path),
          fmt::format("the file has {} bytes, and {} is the most an attachment may have", *size,
                      c_.limits.attachment_bytes),
          "Split or compress it.");
      return false;
    }
    record.attachments.push_back({path.substr(path.size() - entry.name.size()), path, *size});
    return true;
  }

  const Folder& folder_;
  const RecordContext& c_;
};

}  // namespace

bool is_record_name(std::string_view name) { return format_of(name) != Format::none; }

std::string_view without_ending(std::string_view name) { return name.substr(0, name.rfind('.')); }

std::optional<SourceRecord> read_record_file(const Folder& folder, const FolderEntry& entry,
                                             const RecordContext& c) {
  SourceRecord record;
  record.file = folder.path_of(entry.name, c.arena);
  record.id = without_ending(record.file.substr(record.file.size() - entry.name.size()));
  record.mark = {1, 1};
  const std::string_view file = record.file;
  const bool is_read = read_file(folder, entry.name, record, c);
  return finish(std::move(record), is_read, "file", file, c);
}

std::optional<SourceRecord> read_bundle(const Folder& folder, const FolderEntry& entry,
                                        const RecordContext& c) {
  const std::string_view path = folder.path_of(entry.name, c.arena);
  const auto opened = folder.open(entry, path, c.diagnostics);
  if (!opened) return std::nullopt;
  SourceRecord record;
  record.id = path.substr(path.size() - entry.name.size());
  record.mark = {1, 1};
  const bool is_read = Bundle(*opened, c).read(record);
  return finish(std::move(record), is_read, "folder", path, c);
}

}  // namespace glasshouse::content
