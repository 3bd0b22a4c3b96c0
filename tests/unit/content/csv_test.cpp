#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "content/csv.h"
#include "content/parse.h"
#include "shared_data.h"

namespace glasshouse::content {
namespace {

namespace fs = std::filesystem;

struct Read {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> places;  // of each cell
  std::string problem;              // "id line:column"
};

Read read_csv(std::string_view text, char separator = ',', std::size_t limit = 1000) {
  Diagnostics diagnostics;
  CsvReader reader(text, "a.csv", limit, diagnostics, separator);
  Read result;
  while (const auto row = reader.next()) {
    auto& cells = result.rows.emplace_back();
    for (const Cell& cell : *row) {
      cells.emplace_back(cell.text);
      result.places.push_back(std::to_string(cell.mark.line) + ":" +
                              std::to_string(cell.mark.column));
    }
  }
  for (const Diagnostic& d : diagnostics.sorted()) {
    result.problem +=
        d.id + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
  }
  EXPECT_EQ(reader.failed(), !result.problem.empty());
  return result;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvReader, reads_cells_and_their_places) {
  const Read read = read_csv("a,\"b \"\"c\"\"\",\r\n\r\né,\"1\n2\",ü\n\"\",,\"x,y\"");
  EXPECT_EQ(read.rows, (Rows{{"a", "b \"c\"", ""}, {"é", "1\n2", "ü"}, {"", "", "x,y"}}));
  EXPECT_EQ(read.places, (std::vector<std::string>{"1:1", "1:3", "1:13", "3:1", "3:3", "4:4", "5:1",
                                                   "5:4", "5:5"}));
}

TEST(CsvReader, takes_another_separator) {
  EXPECT_EQ(read_csv("a;b,c\n\"d;e\";f\n", ';').rows, (Rows{{"a", "b,c"}, {"d;e", "f"}}));
}

TEST(CsvReader, keeps_each_doubled_quote_of_a_row_apart) {
  EXPECT_EQ(read_csv("\"a\"\"\",\"\"\"b\",\"\"\"\",\"c\"\n").rows,
            (Rows{{"a\"", "\"b", "\"", "c"}}));
}

TEST(CsvReader, stops_at_what_is_no_csv) {
  const std::pair<const char*, const char*> table[] = {
      {"a\n\"b\nc", "csv-quote 2:1"},
      {"a\nb,\"c\" d\n", "csv-quote 2:6"},
      {"a\nb\"c\n", "csv-quote 2:2"},
      {"a\rb\n", "csv-line-end 1:2"},
      {"a,\"b\"\rc", "csv-quote 1:6"},
      {"a\n12345678901\n", "csv-cell-too-large 2:1"},
      {"\"12345678901\"", "csv-cell-too-large 1:1"},
      {"\"", "csv-quote 1:1"},
      {"a\r", "csv-line-end 1:2"},
  };
  for (const auto& [text, problem] : table)
    EXPECT_EQ(read_csv(text, ',', 10).problem, problem) << text;
}

TEST(CsvReader, reads_csv_spectrum_as_its_json_says) {
  const fs::path folder = shared_data() / "csv" / "csv-spectrum";
  if (!fs::exists(folder)) GTEST_SKIP() << "no csv-spectrum at " << folder;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder / "csvs")) {
    const Read read = read_csv(read_file(entry.path()).value());
    const fs::path json = folder / "json" / entry.path().filename().replace_extension(".json");
    Arena arena;
    Diagnostics diagnostics;
    const std::string text = read_file(json).value();
    const auto expected = parse_json(text, {"expected"}, arena, 64, diagnostics);
    ASSERT_TRUE(expected) << json;
    ASSERT_EQ(expected->items().size() + 1, read.rows.size()) << entry.path();
    for (std::size_t row = 1; row < read.rows.size(); ++row) {
      const Value object = expected->items()[row - 1];
      for (std::size_t i = 0; i < read.rows[0].size(); ++i) {
        EXPECT_EQ(object[read.rows[0][i]].text(), read.rows[row].at(i))
            << entry.path() << " row " << row;
      }
    }
    ++count;
  }
  EXPECT_GT(count, 10u);
}

TEST(CsvReader, reads_and_refuses_what_csvlint_says) {
  const fs::path folder = shared_data() / "csv" / "csvlint";
  if (!fs::exists(folder)) GTEST_SKIP() << "no csvlint at " << folder;
  const std::pair<const char*, const char*> table[] = {
      {"valid.csv", ""},
      {"valid_many_rows.csv", ""},
      {"crlf-line-endings.csv", ""},
      {"lf-line-endings.csv", ""},
      {"windows-line-endings.csv", ""},
      {"inconsistent-line-endings.csv", ""},
      {"inconsistent-line-endings-unquoted.csv", ""},
      {"title-row.csv", ""},
      {"cr-line-endings.csv", "csv-quote 1:18"},
      {"invalid_many_rows.csv", "csv-quote 4:12"},
  };
  for (const auto& [name, problem] : table) {
    EXPECT_EQ(read_csv(read_file(folder / name).value()).problem, problem) << name;
  }
  Diagnostics diagnostics;
  EXPECT_FALSE(
      check_text(read_file(folder / "invalid-byte-sequence.csv").value(), "a.csv", diagnostics));
}

}  // namespace
}  // namespace glasshouse::content
