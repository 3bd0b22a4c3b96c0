// First the folders and definitions, which are few, one after another; then every record, which
// are many, on all threads; then the records are put in order, and each id is held to be one.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "content/folder.h"
#include "content/names.h"
#include "content/parse.h"
#include "content/record_file.h"
#include "content/source.h"
#include "content/table.h"
#include "content/table_source.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kContent = "content";
constexpr std::string_view kDefinition = "collection.json";

// A collection while it is read.
struct OpenCollection {
  Folder folder;
  SourceCollection result;
  TableSource source;
  std::vector<std::string_view> facets;
};

// What one thread does at a time: a record, or a table of many.
struct Task {
  std::size_t collection;
  FolderEntry entry;
  std::string_view id;  // of a record
  std::vector<SourceRecord> records;
  TableCounts table = {};  // of a table
};

class SiteReader {
 public:
  SiteReader(const Limits& limits, unsigned jobs, Diagnostics& diagnostics)
      : limits_(limits), jobs_(std::max(1u, jobs)), diagnostics_(diagnostics), buffers_(jobs_) {
    source_.arenas.resize(jobs_);
  }

  Source read(const std::filesystem::path& site) {
    source_.root = site;
    source_.site = Value::map(Map::make(arena()));
    const auto content = Folder::open((site / kContent).c_str(), kContent, diagnostics_);
    if (!content) {
      diagnostics_.error("missing-content", Place(kContent), "the site has no folder content",
                         "Name the folder that holds content with --site.");
      return std::move(source_);
    }
    read_content(*content);
    parallel_for(tasks_.size(), jobs_, [&](std::size_t index, unsigned worker) {
      read_task(tasks_[index], source_.arenas[worker], buffers_[worker]);
    });
    collect();
    return std::move(source_);
  }

 private:
  Arena& arena() { return source_.arenas.front(); }

  void say_unread(const Folder& folder, const FolderEntry& entry, std::string hint) {
    diagnostics_.warning("unread-file", Place(folder.path_of(entry.name, arena())),
                         entry.is_folder ? "nothing reads this folder" : "nothing reads this file",
                         std::move(hint));
  }

  // A JSON file that holds a map; undefined, having said why, where it does not.
  Value read_map(const Folder& folder, std::string_view name, std::string_view* text = nullptr) {
    const auto bytes = folder.read(name, limits_.record_bytes, buffers_[0], diagnostics_);
    if (!bytes) return {};
    if (text) *text = arena().copy(*bytes);
    return parse_map(*bytes, folder.path_of(name, arena()));
  }

  Value parse_map(std::string_view bytes, std::string_view path) {
    const auto checked = check_text(bytes, path, diagnostics_);
    if (!checked) return {};
    const auto value = parse_json(*checked, {path}, arena(), limits_.depth, diagnostics_);
    if (!value || value->is_map()) return value.value_or(Value());
    diagnostics_.error("not-a-map", Place(path, value->mark()),
                       "the file holds no fields with names", "Write one object: { … }.");
    return {};
  }

  void read_content(const Folder& content) {
    const auto entries = content.list(arena(), diagnostics_);
    bool has_site = false;
    for (const FolderEntry& entry : entries) {
      if (entry.is_folder) {
        read_folder(content, entry);
      } else if (entry.name == "site.json") {
        has_site = true;
        if (const Value site = read_map(content, entry.name); site.is_map()) source_.site = site;
      } else {
        constexpr std::array<std::string_view, 1> kNames = {"site.json"};
        const std::string hint = did_you_mean(entry.name, kNames);
        say_unread(content, entry,
                   hint.empty() ? "Put it into the folder of a collection, or delete it." : hint);
      }
    }
    if (!has_site) {
      diagnostics_.error("missing-site-file", Place("content/site.json"), "the file is missing",
                         "Write it with the name of the site, its publisher and its base_url.");
    }
  }

  void read_folder(const Folder& content, const FolderEntry& entry) {
    auto folder = content.open(entry, content.path_of(entry.name, arena()), diagnostics_);
    if (!folder) return;
    const auto entries = folder->list(arena(), diagnostics_);
    if (entry.name == "calendar") return read_calendar(*folder, entries);
    if (entries.empty()) {
      diagnostics_.warning("empty-folder", Place(folder->path()), "the folder is empty",
                           "Add a collection.json and records, or delete the folder.");
      return;
    }
    const bool has_definition =
        std::any_of(entries.begin(), entries.end(),
                    [](const FolderEntry& e) { return e.name == kDefinition && !e.is_folder; });
    if (!has_definition) return say_no_definition(*folder, entries);
    if (!check_collection_name(entry.name, folder->path(), diagnostics_)) return;
    read_collection(std::move(*folder), entry.name, entries);
  }

  void read_calendar(const Folder& folder, const std::vector<FolderEntry>& entries) {
    for (const FolderEntry& entry : entries) {
      if (entry.name == "bank-holidays.json" && !entry.is_folder) {
        source_.bank_holidays = read_map(folder, entry.name);
      } else {
        constexpr std::array<std::string_view, 1> kNames = {"bank-holidays.json"};
        const std::string hint = did_you_mean(entry.name, kNames);
        say_unread(
            folder, entry,
            hint.empty() ? "Only bank-holidays.json is read here: delete it or move it." : hint);
      }
    }
  }

  void say_no_definition(const Folder& folder, const std::vector<FolderEntry>& entries) {
    std::string_view near;
    for (const FolderEntry& entry : entries) {
      constexpr std::array<std::string_view, 1> kNames = {kDefinition};
      if (nearest(entry.name, kNames)) near = entry.name;
    }
    diagnostics_.error("missing-definition", Place(folder.path()),
                       fmt::format("the folder has no {}, so nothing in it is read", kDefinition),
                       near.empty() ? "Write one that says what the records are, or move the files."
                                    : fmt::format("Rename {} to {}.", near, kDefinition));
  }

  void read_collection(Folder folder, std::string_view name,
                       const std::vector<FolderEntry>& entries) {
    const Value definition = read_map(folder, kDefinition);
    if (!definition.is_map()) return;
    OpenCollection open{std::move(folder), {}, {}, {}};
    SourceCollection& result = open.result;
    result.name = name;
    result.definition = definition;
    result.definition_file = open.folder.path_of(kDefinition, arena());
    const std::string_view schema_name = read_schema(open, entries);
    const std::string_view boundaries_name = read_boundaries(open, entries);
    for (const Value facet : definition["facets"].items()) open.facets.push_back(facet.text());
    const auto source =
        read_table_source(definition.as_map(), result.definition_file, diagnostics_);
    if (source) {
      open.source = *source;
      add_tasks(open, {kDefinition, schema_name, boundaries_name}, entries);
    }
    collections_.push_back(std::move(open));
  }

  std::string_view read_schema(OpenCollection& open, const std::vector<FolderEntry>& entries) {
    const Value named = open.result.definition["schema"];
    const std::string_view name = named.is_string() ? named.as_string() : "schema.json";
    const auto is_it = [&](const FolderEntry& e) { return e.name == name && !e.is_folder; };
    const auto entry = std::find_if(entries.begin(), entries.end(), is_it);
    open.result.schema_file = open.folder.path_of(name, arena());
    if (entry == entries.end()) {
      diagnostics_.error("missing-schema",
                         named.is_string() ? Place(open.result.definition_file, named.mark())
                                           : Place(open.result.definition_file, 1, 1),
                         fmt::format("the schema {} is not in {}", name, open.folder.path()),
                         near_file(name, entries));
      return name;
    }
    open.result.schema = read_map(open.folder, entry->name, &open.result.schema_text);
    return name;
  }

  // Gives the name of the file, empty where the definition names none.
  std::string_view read_boundaries(OpenCollection& open, const std::vector<FolderEntry>& entries) {
    const Value named = open.result.definition["boundaries"]["file"];
    const std::string_view name = named.text();
    if (name.empty()) return name;
    open.result.boundaries_file = open.folder.path_of(name, arena());
    const auto is_it = [&](const FolderEntry& e) { return e.name == name && !e.is_folder; };
    const auto entry = std::find_if(entries.begin(), entries.end(), is_it);
    if (entry == entries.end()) {
      diagnostics_.error("missing-boundaries", Place(open.result.definition_file, named.mark()),
                         fmt::format("{} is not in {}", name, open.folder.path()),
                         near_file(name, entries));
      return name;
    }
    FileBuffer large;
    const auto bytes = open.folder.read(entry->name, limits_.boundary_bytes, large, diagnostics_);
    if (bytes) open.result.boundaries = parse_map(*bytes, open.result.boundaries_file);
    return name;
  }

  static std::string near_file(std::string_view name, const std::vector<FolderEntry>& entries) {
    std::vector<std::string_view> names;
    for (const FolderEntry& entry : entries) {
      if (!entry.is_folder && entry.name != kDefinition) names.push_back(entry.name);
    }
    const std::string hint = did_you_mean(name, names);
    return hint.empty() ? fmt::format("Add the file {}.", name) : hint;
  }

  // `others` are the files of the collection that hold no records.
  void add_tasks(const OpenCollection& open, std::array<std::string_view, 3> others,
                 const std::vector<FolderEntry>& entries) {
    const bool is_table = open.source.type != SourceType::files;
    bool has_table = false;
    for (const FolderEntry& entry : entries) {
      const bool is_the_table = is_table && !entry.is_folder && entry.name == open.source.file;
      const bool is_other =
          !entry.is_folder && std::find(others.begin(), others.end(), entry.name) != others.end();
      if (is_other && !is_the_table) continue;
      has_table = has_table || is_the_table;
      if (is_the_table) {
        tasks_.push_back({collections_.size(), entry, {}, {}});
      } else if (is_table) {
        say_unread(open.folder, entry,
                   fmt::format("The records come from {} alone.", open.source.file));
      } else if (entry.is_folder || is_record_name(entry.name)) {
        const std::string_view id = entry.is_folder ? entry.name : without_ending(entry.name);
        tasks_.push_back({collections_.size(), entry, id, {}});
      } else {
        say_unread(open.folder, entry, hint_for_stranger(entry.name));
      }
    }
    if (!is_table || has_table) return;
    diagnostics_.error("missing-table", Place(open.result.definition_file, open.source.file_mark),
                       fmt::format("{} is not in {}", open.source.file, open.folder.path()),
                       near_file(open.source.file, entries));
  }

  static std::string hint_for_stranger(std::string_view name) {
    std::string ending = to_lower(name.substr(std::min(name.rfind('.'), name.size())));
    if (ending == ".markdown") ending = ".md";
    if (is_record_name(ending))
      return fmt::format("Rename it to {}{}.", without_ending(name), ending);
    return "A record ends in .md, .json, .yaml or .yml; an attachment goes into the folder of its "
           "record.";
  }

  void read_task(Task& task, Arena& arena, FileBuffer& buffer) {
    const OpenCollection& open = collections_[task.collection];
    if (open.source.type != SourceType::files) {
      FileBuffer large;  // not kept: a table may be far larger than any record
      const auto bytes =
          open.folder.read(task.entry.name, limits_.table_bytes, large, diagnostics_);
      if (!bytes) return;
      const std::string_view path = open.folder.path_of(task.entry.name, arena);
      std::string converted;
      const auto text =
          decode_text(*bytes, open.source.encoding, path,
                      open.source.type == SourceType::csv
                          ? R"(say "encoding": "windows-1252" in the source of collection.json)"
                          : std::string_view(),
                      converted, diagnostics_);
      if (!text) return;
      TableRecords table = read_table(*text, {open.source, path, open.result.definition_file,
                                              open.facets, limits_, arena, diagnostics_});
      task.records = std::move(table.records);
      task.table = table.counts;
      return;
    }
    const RecordContext context{open.facets, limits_, arena, buffer, diagnostics_};
    auto record = task.entry.is_folder ? read_bundle(open.folder, task.entry, context)
                                       : read_record_file(open.folder, task.entry, context);
    if (record) task.records.push_back(std::move(*record));
  }

  void collect() {
    for (Task& task : tasks_) {
      SourceCollection& collection = collections_[task.collection].result;
      if (task.records.empty() && !task.id.empty()) collection.unread_ids.push_back(task.id);
      collection.table = task.table;
      if (collection.records.empty()) {
        collection.records = std::move(task.records);
      } else {
        std::move(task.records.begin(), task.records.end(), std::back_inserter(collection.records));
      }
    }
    for (OpenCollection& open : collections_) {
      open.result.table_file = open.source.file;
      open.result.rejects_bad_rows = open.source.bad_rows == OnError::reject;
      if (open.source.type == SourceType::files) drop_repeated_ids(open.result);
      source_.collections.push_back(std::move(open.result));
    }
  }

  void drop_repeated_ids(SourceCollection& collection) {
    std::unordered_map<std::string_view, std::pair<std::string_view, std::uint32_t>> first_of;
    first_of.reserve(collection.records.size());
    std::erase_if(collection.records, [&](const SourceRecord& record) {
      const auto [first, is_new] = first_of.try_emplace(record.id, record.file, record.mark.line);
      if (is_new) return false;
      const auto& [file, line] = first->second;
      diagnostics_.error(
          "duplicate-id", record.place(),
          file == record.file
              ? fmt::format("the id {} is taken by the record on line {}", record.id, line)
              : fmt::format("the id {} is taken by {}", record.id, file),
          "Give one of the two another id.");
      return true;
    });
  }

  const Limits& limits_;
  unsigned jobs_;
  Diagnostics& diagnostics_;
  Source source_;
  std::vector<FileBuffer> buffers_;
  std::vector<OpenCollection> collections_;
  std::vector<Task> tasks_;
};

}  // namespace

Source read_site(const std::filesystem::path& site, const Limits& limits, unsigned jobs,
                 Diagnostics& diagnostics) {
  return SiteReader(limits, jobs, diagnostics).read(site);
}

}  // namespace glasshouse::content
