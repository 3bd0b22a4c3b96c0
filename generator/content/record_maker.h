// The part of reading a table that is the same for CSV, JSON and NDJSON: what each column becomes,
// and the id that makes a row a record.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "content/cell.h"
#include "content/table.h"

namespace glasshouse::content {

/// A column of the file and what becomes of it.
struct Column {
  std::string_view name;
  Value key;  // the field's name; undefined where the column is dropped
  ColumnRule rule;
};

class RecordMaker {
 public:
  explicit RecordMaker(const TableContext& context) : c_(context), source_(context.source) {}

  /// What the mapping makes of a column that stands at `mark`. Says so where it does not name it.
  [[nodiscard]] Column make_column(std::string_view name, Mark mark) const;

  /// Says which columns the mapping and the id's pattern name and the file does not have. They are
  /// an error where a file has a header, and a warning where any record may have its own fields.
  /// Gives whether there was none.
  bool check_columns(std::span<const std::string_view> names, Severity severity) const;

  /// Keeps the record if it has a good id; says why where it has not. `cell` gives the text of a
  /// column of its row, by the column's name.
  template <class CellText>
  void add(Value fields, const CellText& cell) {
    keep(fields, id_of(fields, cell));
  }

  [[nodiscard]] std::vector<SourceRecord> take() { return std::move(records_); }

 private:
  void keep(Value fields, const std::string& id);

  template <class CellText>
  std::string id_of(Value fields, const CellText& cell) const {
    if (source_.id.empty()) {
      const Value field = fields["id"];
      return field.has_value() ? scalar_text(field) : cell("id");
    }
    std::string id;
    for (const IdPart& part : source_.id) {
      const std::string text = part.is_column ? cell(part.text) : std::string(part.text);
      if (part.is_column && trim(text).empty()) return {};
      id += part.is_slugged ? slug(text) : text;
    }
    return id;
  }

  const TableContext& c_;
  const TableSource& source_;
  std::vector<SourceRecord> records_;
};

}  // namespace glasshouse::content
