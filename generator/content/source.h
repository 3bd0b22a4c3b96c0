// What content/ hands on: the records of a site folder as they were written, each value with its
// place, nothing checked yet against a schema.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::content {

/// A file that stands beside a record in its folder and is published with it.
struct Attachment {
  std::string_view name;   // "response.csv"
  std::string_view path;   // relative to the site folder
  std::uint64_t size = 0;  // bytes
};

/// One record as read. Views and values live in the arenas of the Source.
struct SourceRecord {
  std::string_view id;          // a slug; unique in the collection
  Value fields;                 // a map
  std::string_view body;        // Markdown, the front matter removed; empty for rows of data
  std::uint32_t body_line = 0;  // the line of the file that the body starts on
  std::string_view file;        // relative to the site folder: "content/foi/foi-2018-001.md"
  Mark mark;                    // where the record starts: its row, its object, 1:1 for a file
  std::vector<Attachment> attachments;  // by name

  [[nodiscard]] Place place() const { return Place(file, mark); }
  /// The place of a value of this record.
  [[nodiscard]] Place place(Value value) const { return Place(file, value.mark()); }
};

/// What became of the rows of a table: rows = records + rejected + filtered.
struct TableCounts {
  std::size_t rows = 0;  // read, blank ones left out
  std::size_t records = 0;
  std::size_t rejected = 0;  // bad: each has been spoken of
  std::size_t filtered = 0;  // left out by `where`
  std::size_t blank = 0;     // blank lines, and rows of empty cells
  std::size_t emptied = 0;   // fields left empty for a bad value
};

/// A folder of content/ that holds a collection.json.
struct SourceCollection {
  std::string_view name;             // the folder's
  Value definition;                  // collection.json, a map
  std::string_view definition_file;  // "content/foi/collection.json"
  Value schema;                      // the schema file; undefined when it could not be read
  std::string_view schema_file;
  std::string_view schema_text;  // its bytes, which are published as they are
  Value boundaries;  // of wards: the GeoJSON file; undefined where there is none or it has errors
  std::string_view boundaries_file;   // empty where the definition names none
  std::vector<SourceRecord> records;  // by file name, then by row
  /// Ids of files that have errors and gave no record: a reference to one is not wrong for that.
  std::vector<std::string_view> unread_ids;
  /// Where the records come from one table: its name, what became of its rows, and whether a bad
  /// one is left out (`bad_rows`) and stops nothing.
  std::string_view table_file;
  TableCounts table;
  bool rejects_bad_rows = false;
};

/// Everything read from content/. Movable; views into it stay good.
struct Source {
  std::filesystem::path root;  // the site folder
  std::vector<Arena> arenas;
  Value site;           // site.json, a map (empty when it could not be read)
  Value bank_holidays;  // calendar/bank-holidays.json; undefined when there is none
  std::vector<SourceCollection> collections;  // by name
};

/// Bounds on what is read, against mistakes and malice. Each has its own diagnostic.
struct Limits {
  std::size_t record_bytes = 2 * 1024 * 1024;  // a Markdown, JSON or YAML record
  std::size_t front_matter_bytes = 64 * 1024;
  std::size_t table_bytes = 1024UL * 1024 * 1024;   // a CSV, JSON or NDJSON file of many records
  std::size_t boundary_bytes = 32UL * 1024 * 1024;  // a GeoJSON file of boundaries
  std::size_t field_bytes = 1024 * 1024;            // one cell
  std::size_t attachment_bytes = 256UL * 1024 * 1024;
  unsigned depth = 64;  // lists and maps within each other
};

/// Reads `site`/content. Says every problem to `diagnostics`; what could not be read is left out.
/// The result does not depend on `jobs` nor on the order in which the disk lists files.
[[nodiscard]] Source read_site(const std::filesystem::path& site, const Limits& limits,
                               unsigned jobs, Diagnostics& diagnostics);

}  // namespace glasshouse::content
