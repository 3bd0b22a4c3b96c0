// Tables of random rows by random definitions: nothing crashes, and every row is a record, rejected
// or filtered.
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

#include "content/encoding.h"
#include "content/parse.h"
#include "content/table.h"

namespace glasshouse::content {
namespace {

struct ReadTable {
  Arena arena;
  Diagnostics diagnostics;
  std::optional<TableSource> source;
  TableRecords table;

  ReadTable(const std::string& definition, std::string_view bytes) {
    const auto value = parse_json(definition, {"collection.json"}, arena, 64, diagnostics);
    if (!value || !value->is_map()) return;
    source = read_table_source(value->as_map(), "collection.json", diagnostics);
    if (!source || source->type == SourceType::files) return;
    std::string converted;
    const auto text = decode_text(bytes, source->encoding, "cases.csv", {}, converted, diagnostics);
    if (!text) return;
    const Limits limits{.field_bytes = 200};
    table = read_table(*text,
                       {*source, "cases.csv", "collection.json", {}, limits, arena, diagnostics});
  }
};

void expect_to_add_up(const ReadTable& read, const std::string& what) {
  const TableCounts& counts = read.table.counts;
  EXPECT_EQ(counts.rows, counts.records + counts.rejected + counts.filtered) << what;
  EXPECT_EQ(counts.records, read.table.records.size()) << what;
  // Nothing is lost in silence.
  if (counts.rejected + counts.emptied > 0) {
    EXPECT_FALSE(read.diagnostics.sorted().empty()) << what;
  }
  if (read.source && read.source->bad_rows == OnError::fail && counts.rejected > 0) {
    bool has_own = false;
    for (const FieldRule& rule : read.source->rules) has_own = has_own || rule.on_error;
    EXPECT_TRUE(has_own || read.diagnostics.has_errors()) << what;
  }
}

class Random {
 public:
  std::size_t below(std::size_t n) { return random_() % n; }
  template <std::size_t N>
  std::string one_of(const char* const (&texts)[N]) {
    return texts[below(N)];
  }

  std::string definition() {
    std::string text = R"--({"source": {"type": ")--" + one_of({"csv", "csv", "csv", "ndjson"}) +
                       R"--(", "file": "cases.csv")--";
    if (below(2)) text += R"--(, "bad_rows": "reject")--";
    if (below(20) == 0) text += R"--(, "encoding": "windows-1252")--";
    if (below(40) == 0) text += R"--(, "delimiter": ";")--";
    if (below(40) == 0) text += R"--(, "header_row": 2)--";
    if (below(2)) {
      text += R"--(, "drop": [)--" + quoted_column() + "]";
    }
    if (below(3) == 0) {
      text += R"--(, "where": {"column": )--" + quoted_column() + ", " +
              one_of({R"("equals": "x")", R"("not": ["x", "y"])", R"("empty": false)"}) + "}";
    }
    if (below(4) == 0) text += R"--(, "id": "{a}-{slug:b}")--";
    if (below(4) == 0) text += R"--(, "mapping": {"c": {"field": "list", "split": "/"}})--";
    if (below(5) > 0) {
      text += R"--(, "fields": {"id": )--" + (below(2) ? rule() : "\"a\"") + R"--(, "title": )--" +
              rule() + R"--(, "first": {"column": "a", "date": "YYYY-MM-DD"}, "last": )--" +
              rule() + "}";
    }
    return text + "}}";
  }

  std::string rule() {
    std::string text =
        below(3) == 0 ? R"--({"pattern": "{a}/{b}")--" : R"--({"column": )--" + quoted_column();
    text +=
        one_of({"", "", R"(, "values": {"x": "one", "Y y": 2, "z": null})",
                R"(, "values": {"x": "one"}, "otherwise": "other")", R"(, "type": "integer")",
                R"(, "date": ["D MMMM YYYY", "YYYY-MM"], "not_before": ["2000-01-01", "first"])",
                R"(, "date": "YY", "not_after": "2018-06-30")", R"(, "shorten": 10)",
                R"(, "split": ";", "replace": {"x": "ex"})"});
    text += one_of({"", "", R"(, "default": "none")", R"(, "on_error": "empty")",
                    R"(, "on_error": "reject")"});
    return text + "}";
  }

  std::string table() {
    std::string text =
        below(10) ? "a,b,c,d" : one_of({"a,b,b,", "a;b;c;d", "title\na,b,c,d", "a,b", ""});
    for (std::size_t rows = below(30); rows > 0; --rows) {
      text += one_of({"\n", "\r\n", "\n\n"});
      const std::size_t cells = below(8) ? 4 : below(7);
      for (std::size_t i = 0; i < cells; ++i)
        text += (i == 0 ? "" : below(50) ? "," : ";") + cell();
    }
    return text;
  }

  std::string lines() {
    std::string text;
    for (std::size_t rows = below(30); rows > 0; --rows) {
      text += one_of({R"({"a": "x", "b": 1, "c": ["x", "y"]})", R"({"id": "a1", "a": null})", "7",
                      "", "{", R"({"a": {"b": 1}, "d": true})",
                      R"({"a": "3 May 2018", "b": "é", "e": "x"})"});
      text += '\n';
    }
    return text;
  }

 private:
  std::string quoted_column() {
    if (below(20) == 0) return one_of({R"("b#2")", R"("#4")", R"("e")"});
    return one_of({R"("a")", R"("b")", R"("c")", R"("d")"});
  }
  std::string cell() {
    if (below(300) == 0) return one_of({"\xE9", "\x81", "\"", "x\"y"});  // end the whole table
    if (below(3) == 0) return "FOI/" + std::to_string(below(1000));
    return one_of({"",
                   "x",
                   " X ",
                   "y  y",
                   "z",
                   "q",
                   "12",
                   "-1.5",
                   "1e999",
                   "2018-05-03",
                   "2018-05",
                   "3 May 2018",
                   "31 June 2018",
                   "18",
                   "\"a,b\"",
                   "\"a\"\"b\n\"",
                   "\xC3\xA9",
                   "\xEF\xBF\xBD",
                   "page",
                   "a long text of many words",
                   "x;q;x"});
  }

  std::mt19937 random_{20180630};
};

TEST(Table, every_row_is_a_record_or_rejected_or_filtered_whatever_stands_in_it) {
  Random random;
  std::size_t records = 0, rejected = 0, filtered = 0;
  for (int i = 0; i < 20000 && !testing::Test::HasFailure(); ++i) {
    const std::string definition = random.definition();
    const bool is_csv = definition.find("ndjson") == std::string::npos;
    const std::string text = is_csv ? random.table() : random.lines();
    const ReadTable read(definition, text);
    expect_to_add_up(read, definition + "\n" + text);
    records += read.table.counts.records;
    rejected += read.table.counts.rejected;
    filtered += read.table.counts.filtered;
  }
  // The test is worth its name.
  EXPECT_GT(records, 1000U);
  EXPECT_GT(rejected, 1000U);
  EXPECT_GT(filtered, 1000U);
}

TEST(Table, a_hundred_thousand_rows_are_read_in_bounded_time_good_or_bad) {
  std::string good = "id,in,out,subject\n", bad = good;
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = "FOI/" + std::to_string(i);
    good += id + ",3 May 2018,Fully disclosed,A subject of some words\n";
    bad += (i % 2 ? id : "FOI/1") + ",99 May 2018,Not known,A subject\n";
  }
  const std::string definition =
      R"--({"source": {"type": "csv", "file": "cases.csv", "bad_rows": "reject", "fields": {
        "id": "id", "title": {"column": "subject", "shorten": 20},
        "received": {"column": "in", "date": "D MMMM YYYY", "not_before": "2018-01-01"},
        "outcome": {"column": "out", "values": {"Fully disclosed": "granted-in-full"}}}}})--";
  for (const std::string* text : {&good, &bad}) {
    const auto start = std::chrono::steady_clock::now();
    const ReadTable read(definition, *text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    expect_to_add_up(read, "");
    EXPECT_EQ(read.table.counts.rows, 100'000U);
    EXPECT_EQ(read.table.counts.records, text == &good ? 100'000U : 0U);
    // The first are told, and how many more there are.
    EXPECT_LE(read.diagnostics.sorted().size(), 10'001U);
  }
}

}  // namespace
}  // namespace glasshouse::content
