// Makes records of the rows of a table, and counts what becomes of each row.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/field_maker.h"
#include "content/table.h"

namespace glasshouse::content {

class RecordMaker {
 public:
  RecordMaker(const TableContext& context, RowProblems& problems)
      : c_(context),
        problems_(problems),
        maker_(context.source, context.definition_file, context.arena, problems) {}

  /// The plan that rows are read by, and the number of their columns.
  void follow(TablePlan plan) { plan_ = std::move(plan); }

  /// A row with a cell for each column of the plan; `others` are fields that it has besides.
  void add(Mark mark, std::span<const Cell> row, std::span<const Map::Entry> others = {});

  /// A row that cannot be read, which has been said.
  void reject() {
    ++counts_.rows;
    ++counts_.rejected;
  }
  void count_blank(std::size_t rows = 1) { counts_.blank += rows; }

  [[nodiscard]] bool has_rows() const { return counts_.rows > 0; }
  [[nodiscard]] TableRecords take();

 private:
  [[nodiscard]] bool is_wanted(std::span<const Cell> row);
  bool make_fields(std::span<const Cell> row, Map* fields);
  bool keep(Value fields, std::span<const Cell> row);
  bool check_id_field(const SourceRecord& record, std::string_view id);
  bool is_new(const SourceRecord& record, Mark at);

  const TableContext& c_;
  RowProblems& problems_;
  FieldMaker maker_;
  TablePlan plan_;
  std::vector<Made> made_;  // of the row, by the fields of the plan
  std::string folded_;
  std::vector<SourceRecord> records_;
  std::unordered_map<std::string_view, std::size_t> record_of_;  // by id
  TableCounts counts_;
};

}  // namespace glasshouse::content
