// Councils' own files, as they were published, read by descriptors of ours. The files are not the
// project's: where they are not, these tests are skipped.
#include <gtest/gtest.h>

#include <cstdio>

#include "unit/content/shared_data.h"
#include "unit/datasets/written_dataset.h"

namespace glasshouse::datasets {
namespace {

struct RealFile {
  const char* file;
  std::size_t rows;      // of data in the file, without blank ones
  std::size_t rejected;  // of those
  const char* front;
};

// The counts of rows are Python's csv's, less the header, the lines above it and blank rows.
const RealFile kFiles[] = {
    // Ten of its dates are written in another way than the others.
    {"Sutton-Coldfield-2016-17-expenditure.csv", 139, 10, R"yaml(columns:
  - {name: paid, type: date, from: Inv Date, constraints: {required: true}}
  - {name: ref, type: string, from: Ref}
  - {name: payee, type: string, from: Payee}
  - {name: details, type: string, from: Details}
  - {name: amount, type: number, unit: GBP, from: "£ (net)", constraints: {required: true}}
  - {name: category, type: string, from: Category}
read: {dates: DD/MM/YYYY, numbers: {thousands: ",", negative: brackets}}
)yaml"},
    {"cabinetoffice_clean_2019-06.csv", 342, 0, R"yaml(columns:
  - {name: family, type: string, from: Departmental Family}
  - {name: entity, type: string, from: Entity}
  - {name: paid, type: date, from: Date, constraints: {required: true}}
  - {name: expense_type, type: string, from: Expense Type}
  - {name: expense_area, type: string, from: Expense Area}
  - {name: supplier, type: string, from: Supplier}
  - {name: transaction, type: string, from: Transaction number}
  - {name: amount, type: number, unit: GBP, from: Amount, constraints: {required: true}}
read: {encoding: windows-1252}
)yaml"},
    {"darlington_clean_2013-12.csv", 875, 0, R"yaml(columns:
  - {name: directorate, type: string, from: Directotate}
  - {name: service, type: string, from: Service}
  - {name: supplier, type: string, from: Supplier}
  - {name: amount, type: number, unit: GBP, from: Invoice Line Value (net of VAT), constraints: {required: true}}
  - {name: account, type: string, from: Account}
read: {header_row: 19, unnamed_columns: leave-out, short_rows: fill}
)yaml"},
    {"gateshead_clean_2017-08.csv", 3646, 0, R"yaml(columns:
  - {name: service, type: string, from: Strgrpcc(T)}
  - {name: subject, type: string, from: Cipfsubj(T)}
  - {name: detail, type: string, from: Cipfsubs(T)}
  - {name: transaction, type: string, from: TransNo}
  - {name: sequence, type: integer, from: Seq no}
  - {name: period, type: yearmonth, from: Period, dates: YYYYMM}
  - {name: supplier, type: string, from: Supplier ID(T)}
  - {name: amount, type: number, unit: GBP, from: Amount, constraints: {required: true}}
  - {name: updated, type: date, from: Updated}
)yaml"},
    {"leeds_raw_2012-11.csv", 10048, 0, R"yaml(columns:
  - {name: body, type: string, from: BodyName}
  - {name: service, type: string, from: ServiceLabel}
  - {name: division, type: string, from: ServiceDivisionLabel}
  - {name: category, type: string, from: ExpenditureCategory}
  - {name: detail, type: string, from: DetailedExpenditureType}
  - {name: code, type: string, from: DetailedExpenditureCode}
  - {name: paid, type: date, from: DatePaid, constraints: {required: true}}
  - {name: transaction, type: string, from: TransactionNumber}
  - {name: amount, type: number, unit: GBP, from: NetAmount, constraints: {required: true}}
  - {name: capital_or_revenue, type: string, from: CapitalOrRevenue}
  - {name: supplier, type: string, from: SupplierName}
read: {leave_out: Body, dates: DD-MMM-YYYY, numbers: {thousands: ",", negative: brackets}}
)yaml"},
    {"london_clean_2015-P05.csv", 953, 0, R"yaml(columns:
  - {name: vendor_id, type: string, from: Vendor ID}
  - {name: vendor, type: string, from: Vendor Name}
  - {name: cost_element, type: string, from: Cost Element}
  - {name: account, type: string, from: Expenditure Account Code Description}
  - {name: document, type: string, from: Document No}
  - {name: amount, type: number, unit: GBP, from: Amount, constraints: {required: true}}
  - {name: cleared, type: date, from: Clearing Date}
  - {name: directorate, type: string, from: Directorate}
  - {name: analysis, type: string, from: Service Expenditure Analysis}
  - {name: ref, type: string, from: ref}
read: {numbers: {thousands: ",", negative: brackets}, short_rows: fill}
)yaml"},
    // Its dates are all 00:00:00: a time stands where each day should be.
    {"oxford-apr-jun-2014.csv", 3824, 0, R"yaml(columns:
  - {name: body, type: string, from: Body Name}
  - {name: unit, type: string, from: Organisational Unit}
  - {name: category, type: string, from: Expenditure Category}
  - {name: code, type: string, from: Expenditure Code}
  - {name: transaction, type: string, from: Trans No}
  - {name: amount, type: number, unit: GBP, from: Amount, constraints: {required: true}}
  - {name: kind, type: string, from: Type}
  - {name: supplier_id, type: string, from: Supplier ID}
  - {name: supplier, type: string, from: Supplier Name}
read: {leave_out: Paid Date, numbers: {thousands: ","}}
)yaml"},
};

TEST(RealFilesTest, every_row_of_councils_own_files_is_published_or_named) {
  const auto folder = content::shared_data() / "spending";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "there is no " << folder;
  for (const RealFile& each : kFiles) {
    const auto bytes = read_file(folder / each.file);
    ASSERT_TRUE(bytes) << each.file;
    WrittenDataset written(std::string(each.front) + "rejects: report\ntotals: {column: amount}\n" +
                               "releases:\n  - {file: a.csv}\n",
                           {{"a.csv", *bytes}});
    ASSERT_NE(written.dataset(), nullptr) << each.file << "\n"
                                          << written.problems().substr(0, 3000);
    const model::DatasetRelease& release = written.dataset()->releases[0];
    EXPECT_EQ(release.rows + release.rejected, each.rows) << each.file;
    EXPECT_EQ(release.rejected, each.rejected) << each.file << "\n"
                                               << written.problems().substr(0, 3000);
    EXPECT_EQ(written.csv().size(), release.csv_bytes) << each.file;
    std::printf("%s: %zu rows, %zu left out, £%.2f; %s\n", each.file, release.rows,
                release.rejected, *release.sum, written.notes().c_str());
  }
}

}  // namespace
}  // namespace glasshouse::datasets
