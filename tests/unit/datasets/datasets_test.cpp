#include "datasets/datasets.h"

#include <cstdlib>
#include <iterator>
#include <random>

#include "unit/datasets/written_dataset.h"

namespace glasshouse::datasets {
namespace {

constexpr const char* kColumns = R"(columns:
  - {name: paid, title: Paid, type: date, from: [Date Paid, Payment date], constraints: {required: true}}
  - {name: supplier, title: Supplier, type: string}
  - {name: amount, title: Amount, type: number, unit: GBP, from: [Amount (£), Net], constraints: {required: true}}
)";
constexpr const char* kRead = R"(read:
  dates: D/M/YYYY
  numbers: {currency: "£", thousands: ",", negative: brackets}
)";

// Compares with a file of tests/unit/datasets/cases; GLASSHOUSE_ACCEPT=1 writes it anew.
void expect_as_in(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path(GLASSHOUSE_SOURCE) / "tests/unit/datasets/cases" / name;
  if (std::getenv("GLASSHOUSE_ACCEPT")) {
    std::filesystem::remove(path);
    write_file(path, text);
  }
  EXPECT_EQ(text, read_file(path).value_or(""));
}

std::string one_file(const std::string& more = "") {
  return std::string(kColumns) + kRead + more + "releases:\n  - {file: a.csv}\n";
}

TEST(DatasetsTest, files_are_read_as_they_were_given_and_published_clean) {
  WrittenDataset written(std::string(kColumns) + R"(read: {dates: D/M/YYYY}
totals: {column: amount, by: supplier}
releases:
  - file: old.csv
    published: 2018-01-01
    read: {encoding: windows-1252, header_row: 3, short_rows: fill, missing: [n/a],
           numbers: {currency: "£", thousands: ",", negative: brackets}}
  - {file: new.csv, id: 2018-q2, published: 2018-04-01, without: [supplier]}
)",
                         {{"old.csv",
                           "Payments over \xA3"
                           "500\r\n\r\n"
                           "Amount (\xA3),Supplier,Date Paid,\r\n"
                           "\"\xA3"
                           "1,234.50\",  Caf\xE9 ,03/04/2017,\r\n"
                           "\r\n"
                           ",,,\r\n"
                           "\"(1,234.50)\",\"=1+1, \"\"x\"\"\",1/12/2017,,\r\n"
                           "7,n/a,5/5/2017\r\n"},
                          {"new.csv", "\xEF\xBB\xBFPayment date,Net\n1/1/2018,2\n"}});
  ASSERT_EQ(written.problems(), "");
  const model::Dataset& dataset = *written.dataset();
  ASSERT_EQ(dataset.releases.size(), 2U);
  EXPECT_EQ(dataset.releases[0].id, "2018-q2");  // the latest
  EXPECT_EQ(dataset.releases[1].url, "data/spend/old.csv");
  EXPECT_EQ(dataset.releases[1].given_url, "data/spend/given/old.csv");
  EXPECT_EQ(dataset.releases[1].rows, 3U);
  EXPECT_EQ(written.csv(0), "paid,supplier,amount\r\n2018-01-01,,2\r\n");
  EXPECT_EQ(written.csv(1),
            "paid,supplier,amount\r\n"
            "2017-04-03,Café,1234.50\r\n"
            "2017-12-01,\"'=1+1, \"\"x\"\"\",-1234.50\r\n"
            "2017-05-05,,7\r\n");
  EXPECT_EQ(written.csv(1).size(), dataset.releases[1].csv_bytes);
  EXPECT_EQ(written.json(1),
            R"({"release":"r","paid":"2017-04-03","supplier":"Café","amount":1234.50}
{"release":"r","paid":"2017-12-01","supplier":"=1+1, \"x\"","amount":-1234.50}
{"release":"r","paid":"2017-05-05","supplier":null,"amount":7}
)");
  EXPECT_EQ(written.notes(0),
            "byte-order-mark 1; without 1 Supplier; dates 1 Paid; "
            "renamed 2 Payment date → paid; Net → amount");
  EXPECT_EQ(written.notes(1),
            "windows-1252 1; lines-above 2; unnamed-columns 1; blank-rows 2; long-rows 1; "
            "dates 3 Paid; trimmed 1 Supplier; missing 1 Supplier; formulas 1 Supplier; "
            "numbers 2 Amount; renamed 2 Date Paid → paid; Amount (£) → amount");
  EXPECT_EQ(*dataset.releases[1].sum, 7);
  ASSERT_EQ(dataset.releases[1].groups.size(), 3U);
  EXPECT_EQ(dataset.releases[1].groups[0].value, "Café");
  EXPECT_EQ(dataset.releases[1].groups[0].sum, 1234.5);
}

TEST(DatasetsTest, every_wrong_row_is_named_in_one_run) {
  WrittenDataset written(one_file(), {{"a.csv",
                                       "Date Paid,Supplier,Net\n"
                                       "31/02/2018,A,1\n"
                                       "2018-03-01,B,£x\n"
                                       "1/3/2018,C\n"
                                       "1/3/2018,D,5,6\n"
                                       ",E,\n"
                                       "1/3/2018,F,5\n"}});
  EXPECT_EQ(written.dataset(), nullptr);
  expect_as_in("rows.expected", written.problems());
}

TEST(DatasetsTest, rows_that_are_wrong_may_be_left_out_and_are_then_counted) {
  WrittenDataset written(one_file("rejects: report\n"),
                         {{"a.csv", "Date Paid,Supplier,Net\n1/3/2018,A,1\nTotal,,9\n"}});
  ASSERT_NE(written.dataset(), nullptr);
  const model::DatasetRelease& release = written.dataset()->releases[0];
  EXPECT_EQ(release.rows, 1U);
  EXPECT_EQ(release.rejected, 1U);
  EXPECT_EQ(release.first_rejected[0].reason,
            "paid is \"Total\", which is no date written D/M/YYYY");
  EXPECT_EQ(written.csv(), "paid,supplier,amount\r\n2018-03-01,A,1\r\n");
  EXPECT_EQ(written.problems(),
            "content/data/spend/a.csv:3:1: warning: paid is \"Total\", which is no date written "
            "D/M/YYYY [dataset-row-left-out]\n  Total,,9\n  ^\n  Mend the cell.\n");
}

TEST(DatasetsTest, a_file_of_many_wrong_rows_is_told_in_bounds) {
  std::string rows = "Date Paid,Supplier,Net\n";
  for (int i = 0; i < 3000; ++i) rows += "x,A,1\n";
  WrittenDataset written(one_file(), {{"a.csv", rows}});
  EXPECT_EQ(written.dataset(), nullptr);
  EXPECT_NE(written.problems().find("content/data/spend/a.csv: error: 2000 more cells or rows are "
                                    "wrong; 3000 rows in all [dataset-more-rows]"),
            std::string::npos);
}

// Whatever stands in a file, each row is published or left out, and what is published reads back.
TEST(DatasetsTest, no_bytes_break_the_reading) {
  // The last are what breaks a CSV as such: in every other round alone.
  const std::string pieces[] = {",",    "\n", ",", "x",  "£5",    "(1)", "1/3/2018", "=1",
                                "\r\n", "é",  " ", "\n", "1,000", "\"",  "\"\"",     "\r"};
  std::mt19937 random(20180630);
  std::size_t published = 0;
  for (int round = 0; round < 80; ++round) {
    std::string text = "Date Paid,Supplier,Net\n";
    for (int i = 0; i < 60; ++i) {
      if (random() % 8 == 0) text += "1/3/2018,A,2\n";
      text += pieces[random() % (std::size(pieces) - (round % 2 == 0 ? 3 : 0))];
    }
    WrittenDataset written(one_file("rejects: report\n"), {{"a.csv", text}});
    if (!written.dataset()) continue;
    const model::DatasetRelease& release = written.dataset()->releases[0];
    published += release.rows;
    const std::string csv = written.csv();
    EXPECT_EQ(csv.size(), release.csv_bytes);
    Diagnostics diagnostics;
    content::CsvReader reader(csv, "clean.csv", kLargestCell, diagnostics);
    std::size_t rows = 0;
    while (const auto row = reader.next()) {
      EXPECT_EQ(row->size(), 3U);
      ++rows;
    }
    EXPECT_FALSE(reader.failed());
    EXPECT_EQ(rows, release.rows + 1);
  }
  EXPECT_GT(published, 0U);
}

struct Wrong {
  const char* what;
  std::string front;
  WrittenDataset::Files files;
};

// A wrong file or descriptor is said at its place, and the dataset is left out.
TEST(DatasetsTest, what_is_wrong_is_said_at_its_place) {
  const std::string head = "Date Paid,Supplier,Net\n";
  const std::string right = head + "1/3/2018,A,1\n";
  const Wrong cases[] = {
      {"no rows", one_file(), {{"a.csv", head}}},
      {"an empty file", one_file(), {{"a.csv", ""}}},
      {"a header row beyond the end", one_file(), {{"a.csv", "x\n"}}},
      {"an unknown column", one_file(), {{"a.csv", "Date Paid,Suplier,Net\n1/3/2018,A,1\n"}}},
      {"two heads of one name", one_file(), {{"a.csv", "Date Paid,Supplier,Net,Net\n"}}},
      {"two heads of one column", one_file(), {{"a.csv", "Date Paid,Supplier,Net,Amount (£)\n"}}},
      {"a byte of another encoding", one_file(), {{"a.csv", head + "1/3/2018,Caf\xE9,1\n"}}},
      {"a byte that Windows-1252 lacks",
       std::string(kColumns) + "read: {encoding: windows-1252}\nreleases:\n  - {file: a.csv}\n",
       {{"a.csv", head + "1/3/2018,\x81,1\n"}}},
      {"a cell over the limit",
       one_file(),
       {{"a.csv", head + "1/3/2018," + std::string(kLargestCell + 1, 'x') + ",1\n"}}},
      {"a quote that is not closed", one_file(), {{"a.csv", head + "1/3/2018,\"A,1\n"}}},
      {"a cell in a column without a name",
       one_file(),
       {{"a.csv", "Date Paid,Supplier,Net,\n1/3/2018,A,1,x\n"}}},
      {"a missing file", one_file("") + "  - {file: b.csv}\n", {{"a.csv", right}}},
      {"a file that no release names", one_file(), {{"a.csv", right}, {"b.csv", right}}},
      {"a column that a release is said to lack",
       std::string(kColumns) + kRead + "releases:\n  - {file: a.csv, without: [supplier]}\n",
       {{"a.csv", right}}},
      {"no columns", "releases:\n  - {file: a.csv}\n", {{"a.csv", right}}},
      {"a wrong descriptor",
       R"(columns:
  - {name: "Paid on", type: date}
  - {name: release, type: text}
  - {name: amount, type: numbr, titel: Amount}
  - {name: amount, type: number, constraints: {minimum: few, requird: true}}
read: {encoding: latin1, header_row: 0, dates: "D/Q/YYYY", numbers: {negative: bracket, thousands: x}, short_rows: drop}
totals: {column: amuont}
rejects: maybe
releases:
  - {file: a.csv, id: columns}
  - {file: a.csv, id: A B, perod: x}
)",
       {{"a.csv", right}}},
      {"constraints",
       R"(columns:
  - {name: ref, type: string, constraints: {unique: true, pattern: "[A-Z][0-9]+", maxLength: 4}}
  - {name: kind, type: string, constraints: {enum: [grant, loan]}}
  - {name: count, type: integer, constraints: {minimum: 0, maximum: 9}}
  - {name: open, type: boolean, true_words: [Yes], false_words: [No]}
  - {name: month, type: yearmonth, dates: MMM YYYY, constraints: {minimum: "2018-01"}}
  - {name: year, type: year, constraints: {maximum: 2018}}
releases:
  - {file: a.csv}
)",
       {{"a.csv",
         "ref,kind,count,open,month,year\n"
         "A1,grant,3,Yes,Jan 2018,2018\n"
         "A1,grnt,-1,maybe,Dec 2017,2019\n"
         "A12345,loan,1.5,No,2018-01,18\n"}}},
  };
  std::string said;
  for (const Wrong& each : cases) {
    WrittenDataset written(each.front, each.files);
    EXPECT_EQ(written.dataset(), nullptr) << each.what;
    said += std::string("== ") + each.what + "\n" + written.problems();
  }
  expect_as_in("wrong.expected", said);
}

}  // namespace
}  // namespace glasshouse::datasets
