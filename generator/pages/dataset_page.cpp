#include "pages/dataset_page.h"

#include <algorithm>

#include "pages/charts/chart.h"
#include "pages/dataset_markup.h"

namespace glasshouse::pages {

namespace {

using model::ColumnType;
using model::Dataset;
using model::DatasetColumn;
using model::DatasetGroup;
using model::DatasetRelease;

constexpr std::size_t kBars = 10;  // of the chart: the largest groups

bool is_number(ColumnType type) {
  return type == ColumnType::number || type == ColumnType::integer;
}

class DatasetView {
 public:
  DatasetView(const Making& making, const Dataset& dataset)
      : making_(making),
        strings_(making.strings()),
        dataset_(dataset),
        latest_(dataset.releases.front()) {}

  Value make() {
    View view(making_.arena(), 16);
    view.text("rows", count("dataset_rows", dataset_.rows()))
        .set("licence", licence())
        .text("latest", period_of(latest_))
        .set("downloads", downloads())
        .set("columns", columns())
        .set("sample", sample())
        .set("releases", releases())
        .set("notes", notes())
        .text("citation", citation())
        .html("markup", dataset_markup(making_.theme.site, dataset_));
    if (dataset_.rejected() > 0) view.text("rejected_href", file("rejected.csv"));
    set_totals(view);
    return view.value();
  }

 private:
  std::string count(std::string_view name, std::size_t number,
                    std::initializer_list<Blank> blanks = {}) const {
    return strings_.count(name, number, blanks);
  }
  std::string href(std::string_view path) const { return making_.theme.href(path); }
  std::string file(std::string_view name) const {
    return href(dataset_.record->url + std::string(name));
  }

  // What people call the release: its period, else its id.
  static std::string period_of(const DatasetRelease& release) {
    return release.period.empty() ? release.id : std::string(release.period);
  }

  // The same for a bar, whose chart says the unit.
  std::string mark(double value) const {
    const bool is_money = dataset_.columns[*dataset_.total_of].unit == "GBP";
    return is_money ? strings_.money(value) : strings_.number(value);
  }

  // A number of the column that is totalled, with its unit.
  std::string amount(double value) const {
    const std::string_view unit = dataset_.columns[*dataset_.total_of].unit;
    if (unit == "GBP") return strings_.money(value);
    const std::string number = strings_.number(value);
    return unit.empty() ? number : strings_.fill("unit", {{"count", number}, {"unit", unit}});
  }

  Value licence() const {
    View view(making_.arena(), 3);
    const schema::Licence& of_site = making_.theme.site.settings.licence;
    const std::string_view own = dataset_.record->fields["licence"].text();
    view.text("label", strings_.get("dataset_licence"))
        .text("text", own.empty() ? of_site.name : own);
    if (own.empty()) view.text_if("href", of_site.url);
    return view.value();
  }

  Value download(std::string_view text, std::string_view meta, const std::string& address) const {
    View view(making_.arena(), 3);
    return view.text("text", text).text("meta", meta).text("href", address).value();
  }

  Value downloads() const {
    Views list(making_.arena(), 5);
    list.add(download(
        strings_.fill("dataset_csv", {{"period", period_of(latest_)}}),
        strings_.fill("dataset_csv_meta", {{"rows", count("dataset_rows", latest_.rows)},
                                           {"size", strings_.file_size(latest_.csv_bytes)}}),
        href(latest_.url)));
    list.add(download(strings_.get("dataset_json"), count("dataset_json_meta", dataset_.rows()),
                      file("records.json")));
    list.add(download(
        strings_.get("dataset_given"),
        strings_.fill("dataset_given_meta", {{"size", strings_.file_size(latest_.given->size)}}),
        href(latest_.given_url)));
    list.add(download(strings_.get("dataset_schema"), strings_.get("dataset_schema_meta"),
                      file("schema.json")));
    list.add(download(strings_.get("dataset_dictionary"), strings_.get("dataset_dictionary_meta"),
                      file("columns.csv")));
    return list.value();
  }

  Value columns() const {
    Views list(making_.arena(), dataset_.columns.size());
    for (std::size_t i = 0; i < dataset_.columns.size(); ++i) {
      const DatasetColumn& column = dataset_.columns[i];
      View view(making_.arena(), 7);
      view.text("name", column.name)
          .text("title", column.title)
          .text("type", strings_.get("dataset_type_" + std::string(model::name_of(column.type))))
          .text_if("description", column.description)
          .text_if("unit", unit_of(column))
          .text_if("called", called(i))
          .flag("required", column.constraints["required"].is_true());
      list.add(view);
    }
    return list.value();
  }

  std::string unit_of(const DatasetColumn& column) const {
    return std::string(column.unit == "GBP" ? strings_.get("dataset_pounds") : column.unit);
  }

  // The other names that releases give the column: "Amount (£); Net amount".
  std::string called(std::size_t column) const {
    std::vector<std::string_view> names;
    std::string text;
    for (const DatasetRelease& release : dataset_.releases) {
      const std::string& head = release.heads[column];
      if (head.empty() || head == dataset_.columns[column].title ||
          std::find(names.begin(), names.end(), head) != names.end()) {
        continue;
      }
      names.push_back(head);
      if (!text.empty()) text += "; ";
      text += head;
    }
    return text.empty() ? text : strings_.fill("dataset_column_called", {{"names", text}});
  }

  Value sample() const {
    Views heads(making_.arena(), dataset_.columns.size());
    for (const DatasetColumn& column : dataset_.columns) {
      View head(making_.arena(), 2);
      heads.add(head.text("text", column.name).flag("number", is_number(column.type)));
    }
    Views rows(making_.arena(), dataset_.sample.size());
    for (const auto& row : dataset_.sample) {
      Views cells(making_.arena(), row.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        View cell(making_.arena(), 2);
        cells.add(cell.text("text", row[i]).flag("number", is_number(dataset_.columns[i].type)));
      }
      rows.add(cells.value());
    }
    View view(making_.arena(), 3);
    const bool is_all = dataset_.sample.size() == latest_.rows;
    view.text(
        "caption",
        count(is_all ? "dataset_sample_all" : "dataset_sample", dataset_.sample.size(),
              {{"rows", count("dataset_rows", latest_.rows)}, {"period", period_of(latest_)}}));
    return view.set("columns", heads.value()).set("rows", rows.value()).value();
  }

  Value releases() const {
    Views list(making_.arena(), dataset_.releases.size());
    for (const DatasetRelease& release : dataset_.releases) {
      View view(making_.arena(), 10);
      view.text("period", period_of(release))
          .text("href", href(release.url))
          .text("rows", strings_.number(static_cast<double>(release.rows)))
          .text("size", strings_.file_size(release.csv_bytes))
          .text("given_href", href(release.given_url))
          .text("given_size", strings_.file_size(release.given->size))
          .text_if("note", release.note);
      if (!release.published.empty()) view.set("published", show_date(making_, release.published));
      if (release.sum) view.text("sum", amount(*release.sum));
      list.add(view);
    }
    return list.value();
  }

  // What was done to several columns, in one note.
  static std::vector<model::DatasetNote> joined(const std::vector<model::DatasetNote>& notes) {
    std::vector<model::DatasetNote> result;
    for (const model::DatasetNote& note : notes) {
      const auto same = std::find_if(result.begin(), result.end(),
                                     [&](const auto& each) { return each.what == note.what; });
      if (same == result.end()) {
        result.push_back(note);
      } else {
        same->count += note.count;
        same->detail += ", " + note.detail;
      }
    }
    return result;
  }

  // By release, those with something to say.
  Value notes() const {
    Views list(making_.arena(), dataset_.releases.size());
    for (const DatasetRelease& release : dataset_.releases) {
      Views items(making_.arena(), release.notes.size());
      for (const model::DatasetNote& note : joined(release.notes)) {
        std::string name = "dataset_note_" + std::string(note.what);
        std::replace(name.begin(), name.end(), '-', '_');
        items.add(
            Value::string(making_.arena(), count(name, note.count, {{"detail", note.detail}})));
      }
      View view(making_.arena(), 4);
      view.text("title", period_of(release)).set("items", items.value());
      if (release.rejected > 0) {
        view.text("rejected", count("dataset_rejected", release.rejected));
        view.set("rejected_rows", rejected_rows(release));
      }
      if (!items.empty() || release.rejected > 0) list.add(view);
    }
    return list.value();
  }

  Value rejected_rows(const DatasetRelease& release) const {
    Views list(making_.arena(), release.first_rejected.size());
    for (const model::RejectedRow& row : release.first_rejected) {
      list.add(Value::string(
          making_.arena(),
          strings_.fill("dataset_rejected_row",
                        {{"line", std::to_string(row.mark.line)}, {"reason", row.reason}})));
    }
    return list.value();
  }

  void set_totals(View& view) const {
    if (!latest_.sum) return;
    const std::string_view column = dataset_.columns[*dataset_.total_of].title;
    view.text("total", strings_.fill("dataset_total", {{"column", column},
                                                       {"period", period_of(latest_)},
                                                       {"amount", amount(*latest_.sum)}}));
    if (!dataset_.total_by || latest_.groups.empty() || latest_.groups[0].sum <= 0) return;
    Chart chart{.id = "totals"};
    chart.rows_label = dataset_.columns[*dataset_.total_by].title;
    chart.series = {std::string(column)};
    chart.title = strings_.fill("dataset_chart", {{"group", group_name(latest_.groups[0])},
                                                  {"amount", amount(latest_.groups[0].sum)},
                                                  {"column", inside_sentence(column)}});
    double rest = *latest_.sum;
    for (const DatasetGroup& group : latest_.groups) {
      if (chart.rows.size() == kBars || group.sum <= 0) break;
      chart.rows.push_back({.label = group_name(group),
                            .figures = {Figure{.value = group.sum, .text = mark(group.sum)}}});
      rest -= group.sum;
    }
    const std::size_t shown = chart.rows.size();
    view.set("chart", bar_chart(making_.arena(), chart));
    if (shown == latest_.groups.size()) return;
    view.text("chart_rest", count("dataset_chart_rest", latest_.groups.size() - shown,
                                  {{"amount", amount(rest)}}));
  }

  std::string group_name(const DatasetGroup& group) const {
    return group.value.empty() ? std::string(strings_.get("dataset_no_value")) : group.value;
  }

  std::string citation() const {
    const schema::SiteSettings& settings = making_.theme.site.settings;
    const std::string_view own_publisher = dataset_.record->field("publisher").text();
    const std::string_view own_licence = dataset_.record->fields["licence"].text();
    const std::string url = settings.base_url + dataset_.record->url;
    return strings_.fill("dataset_citation",
                         {{"publisher", own_publisher.empty() ? settings.publisher : own_publisher},
                          {"title", dataset_.record->title},
                          {"period", period_of(latest_)},
                          {"url", url},
                          {"licence", own_licence.empty() ? settings.licence.name : own_licence}});
  }

  const Making& making_;
  const Strings& strings_;
  const Dataset& dataset_;
  const DatasetRelease& latest_;
};

}  // namespace

Value dataset_view(const Making& making, const model::Record& record) {
  const Dataset* dataset = making.theme.site.dataset(record);
  return dataset ? DatasetView(making, *dataset).make() : Value();
}

}  // namespace glasshouse::pages
