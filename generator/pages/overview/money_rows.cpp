#include "pages/overview/money_rows.h"

#include "pages/charts/figures.h"

namespace glasshouse::pages {

namespace {

using model::Savings;

// Cells of parts that are not stated stay empty.
Value cells_view(const Making& making, const Savings& sum, const std::string& place,
                 const StatedParts& stated) {
  Views cells(making.arena(), kSavingsParts.size());
  for (std::size_t i = 0; i < kSavingsParts.size(); ++i) {
    const SavingsPart& part = kSavingsParts[i];
    if (!stated[i]) {
      View cell(making.arena(), 1);
      cells.add(cell.text("label", part_name(making.strings(), part)));
      continue;
    }
    const Figure figure =
        money_figure(making.strings(), sum.*part.amount, place + "." + std::string(part.name));
    View cell(making.arena(), 3);
    cell.text("text", figure.text).text("place", figure.place);
    cells.add(cell.text("label", part_name(making.strings(), part)));
  }
  return cells.value();
}

}  // namespace

std::string part_name(const Strings& strings, const SavingsPart& part) {
  return std::string(strings.get("savings_part_" + std::string(part.name)));
}

std::vector<std::string> series_names(const Strings& strings) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < kSavingsParts.size(); ++i) {
    names.push_back(part_name(strings, kSavingsParts[i]));
  }
  return names;
}

ChartRow chart_row(const Strings& strings, std::string label, const Savings& sum,
                   const std::string& place) {
  ChartRow row{.label = std::move(label)};
  row.total = money_words(strings, sum.target);
  for (std::size_t i = 1; i < kSavingsParts.size(); ++i) {
    const SavingsPart& part = kSavingsParts[i];
    row.figures.push_back(
        money_figure(strings, sum.*part.amount, place + "." + std::string(part.name)));
  }
  return row;
}

View table_row(const Making& making, std::string_view text, std::string_view role,
               const Savings& sum, const std::string& place, const StatedParts& stated) {
  View row(making.arena(), 6);
  row.text("text", text).text_if("role", role).set("cells", cells_view(making, sum, place, stated));
  return row;
}

Value table_view(const Making& making, const Views& rows) {
  Views columns(making.arena(), kSavingsParts.size());
  for (const SavingsPart& part : kSavingsParts) {
    columns.add(Value::string(making.arena(), part_name(making.strings(), part)));
  }
  View table(making.arena(), 2);
  return table.set("columns", columns.value()).set("rows", rows.value()).value();
}

Value amount_link(const Making& making, const model::Record& record, std::int64_t pence) {
  Value link = show_link(making, record);
  link.as_map().set(
      making.arena(), "amount",
      Value::string(making.arena(), making.strings().money(static_cast<double>(pence) / 100)));
  return link;
}

void set_records(const Making& making, const std::vector<const model::Record*>& records,
                 View& row) {
  Views links(making.arena(), records.size());
  for (const model::Record* record : records) {
    links.add(amount_link(making, *record, savings_of(*record).target));
  }
  row.text("records_text", making.strings().count("savings_rows", records.size()))
      .set("records", links.value());
}

}  // namespace glasshouse::pages
