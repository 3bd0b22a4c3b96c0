// A dataset as it is published: its columns, and each release with its rows, bytes and what was
// done to the file as it was given. Filled by datasets/; pages, exports and catalogues read it.
// Views live in the Source of the site.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "content/source.h"

namespace glasshouse::model {

struct Record;

/// Types of Table Schema (Frictionless, specs.frictionlessdata.io/table-schema).
enum class ColumnType : std::uint8_t { string, integer, number, boolean, date, yearmonth, year };
/// "string", "integer" …
[[nodiscard]] std::string_view name_of(ColumnType type);

struct DatasetColumn {
  std::string_view name;  // the head of the column as published
  std::string_view title, description;
  std::string_view unit;  // "GBP", "people"; empty where it has none
  ColumnType type = ColumnType::string;
  Value constraints;  // of Table Schema, a map; undefined where there are none
};

/// Something that was done to a file, or is odd in it: `what` is a word of datasets/notes.h.
struct DatasetNote {
  std::string_view what;
  std::size_t count = 0;
  std::string detail;  // a name of a column or the like; may be empty
};

/// A row that was left out, and the first reason why.
struct RejectedRow {
  Mark mark;           // of the cell, in the file as given
  std::string reason;  // one sentence without a full stop
};

/// The rows that share a value of the column that totals are told by.
struct DatasetGroup {
  std::string value;  // empty: the rows that have none
  std::size_t rows = 0;
  double sum = 0;
};

struct DatasetRelease {
  std::string id;   // "2018-q1": published as data/spending/2018-q1.csv
  std::string url;  // of the clean file, from the site's root
  std::string given_url;
  const content::Attachment* given = nullptr;  // the file as it was given
  std::string_view period, published, note;    // as the descriptor says; may be empty
  std::size_t rows = 0, rejected = 0;          // published; left out
  std::uint64_t csv_bytes = 0;                 // of the clean file
  std::vector<std::string> heads;  // what the file calls each column; empty: it has none
  std::vector<DatasetNote> notes;
  std::vector<RejectedRow> first_rejected;  // kRejectedKept at most
  std::optional<double> sum;                // of the column that is totalled
  std::vector<DatasetGroup> groups;         // the largest sum first, then by value
};

inline constexpr std::size_t kRejectedKept = 20;
inline constexpr std::size_t kSampleRows = 10;

struct Dataset {
  const Record* record = nullptr;
  std::vector<DatasetColumn> columns;
  std::vector<DatasetRelease> releases;          // the latest first
  std::vector<std::vector<std::string>> sample;  // the first rows of the latest, as published
  std::optional<std::size_t> total_of;           // the column that is summed
  std::optional<std::size_t> total_by;           // the column that sums are told by

  [[nodiscard]] std::size_t rows() const;
  [[nodiscard]] std::size_t rejected() const;
  /// Whether this file of the record's folder is published as the one that was given.
  [[nodiscard]] bool is_given(const content::Attachment& attachment) const;
};

}  // namespace glasshouse::model
