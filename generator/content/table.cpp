#include "content/table.h"

#include "content/read_rows.h"

namespace glasshouse::content {

TableRecords read_table(std::string_view text, const TableContext& context) {
  RowProblems problems(context.file, context.diagnostics);
  RecordMaker maker(context, problems);
  switch (context.source.type) {
    case SourceType::csv:
      read_csv_rows(text, context, problems, maker);
      break;
    case SourceType::json:
      read_json_list(text, context, problems, maker);
      break;
    case SourceType::ndjson:
      read_json_lines(text, context, problems, maker);
      break;
    case SourceType::files:
      break;
  }
  return maker.take();
}

}  // namespace glasshouse::content
