// How the files of a dataset are to be read: its record's `columns`, `read` and `releases`
// (docs/collections.md, "Datasets"), checked and made ready to be used on every row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "content/date_format.h"
#include "content/encoding.h"
#include "datasets/number_form.h"
#include "model/dataset.h"
#include "model/site.h"
#include "schema/pattern/pattern.h"

namespace glasshouse::datasets {

/// `read`, of the dataset or of one release.
struct Reading {
  content::Encoding encoding = content::Encoding::utf8;
  char delimiter = ',';
  std::uint32_t header_row = 1;  // the line that the names of the columns stand on
  std::vector<content::DateFormat> dates;
  NumberForm numbers;
  std::vector<std::string_view> missing;    // texts that mean no value
  std::vector<std::string_view> leave_out;  // names of columns, as given
  bool leaves_out_unnamed = false;  // columns without a name are left out with what they hold
  bool fills_short_rows = false;    // a row with too few cells ends in empty ones
};

/// One column, and what its cells must be. A bound is compared as its type is.
struct Column {
  model::DatasetColumn shown;
  std::vector<std::string_view> from;      // what files call it
  std::vector<content::DateFormat> dates;  // instead of the reading's
  std::optional<NumberForm> numbers;       // instead of the reading's
  std::vector<std::string_view> true_words, false_words;
  bool is_required = false, is_unique = false;
  std::optional<double> minimum, maximum;  // of numbers and years
  std::string_view first, last;            // of dates and months
  std::optional<std::size_t> least, most;  // characters of text
  std::optional<schema::Pattern> pattern;  // which the whole text matches
  std::vector<std::string_view> words;     // `enum`; empty: any
};

struct Release {
  std::string id;
  const content::Attachment* file = nullptr;
  Value named;  // `file`, for its place
  std::string_view period, published, note;
  Reading reading;
  std::vector<std::size_t> without;  // columns that this release does not have
};

struct Descriptor {
  const model::Record* record = nullptr;
  std::vector<Column> columns;
  std::vector<Release> releases;  // the latest first: by `published`, then as they are listed
  bool reports_rejects = false;   // bad rows are left out and published apart; else nothing is
  std::optional<std::size_t> total_of, total_by;
  Value totals_by;  // for its place
};

/// Reads it; none where the record has no files, or, having said why, where it is wrong.
[[nodiscard]] std::optional<Descriptor> read_descriptor(const model::Record& record,
                                                        Diagnostics& diagnostics);

}  // namespace glasshouse::datasets
