#include "formats/datasets.h"

#include "base/csv.h"
#include "base/json.h"
#include "base/text.h"
#include "datasets/datasets.h"
#include "datasets/row_text.h"
#include "formats/json_parts.h"
#include "formats/record_json.h"

namespace glasshouse::formats {

namespace {

using model::Dataset;
using model::DatasetColumn;
using model::DatasetRelease;
using model::Site;
using model::Workspace;

constexpr std::string_view kCsv = "text/csv; charset=utf-8";

void append_release_csv(std::string& out, const Site& site, const Dataset& dataset,
                        const DatasetRelease& release, const Workspace& space,
                        Diagnostics& diagnostics) {
  datasets::append_csv_head(out, dataset.columns);
  datasets::for_each_row(site, dataset, release.id, diagnostics, [&](const datasets::Row& row) {
    if (row.problems.empty()) datasets::append_csv_row(out, dataset.columns, row.cells);
    space.drain_if_long(out);
  });
}

// Each row as JSON, with `separator` between them.
void append_rows(std::string& out, const Site& site, const Dataset& dataset,
                 std::string_view separator, const Workspace& space, Diagnostics& diagnostics) {
  bool is_first = true;
  for (const DatasetRelease& release : dataset.releases) {
    datasets::for_each_row(site, dataset, release.id, diagnostics, [&](const datasets::Row& row) {
      if (!row.problems.empty()) return;
      if (!is_first) out += separator;
      is_first = false;
      datasets::append_json_row(out, dataset.columns, row.cells, release.id);
      space.drain_if_long(out);
    });
  }
}

void append_records_json(std::string& out, const Site& site, const Dataset& dataset,
                         const Workspace& space, Diagnostics& diagnostics) {
  out += "{";
  append_member(out, "dataset", dataset.record->id);
  out += ", ";
  append_member(out, "title", dataset.record->title);
  out += ", ";
  append_member(out, "licence", licence_of(site, *dataset.record));
  out += ", ";
  append_member(out, "schema", site.settings.base_url + dataset.record->url + "schema.json");
  if (dataset.record->illustrative()) out += ", \"illustrative\": true";
  out += ",\n\"releases\": ";
  append_json(out, dataset.record->derived["files"]["releases"]);
  out += ",\n\"rows\": [\n";
  append_rows(out, site, dataset, ",\n", space, diagnostics);
  out += "\n]}\n";
}

// A row a column: what a person reads who opens the CSV and wonders.
void append_dictionary(std::string& out, const Dataset& dataset) {
  out += "name,title,type,unit,description,required,constraints";
  for (const DatasetRelease& release : dataset.releases) {
    out += ",called_in_";
    append_csv_cell(out, release.id);
  }
  out += "\r\n";
  for (std::size_t i = 0; i < dataset.columns.size(); ++i) {
    const DatasetColumn& column = dataset.columns[i];
    for (const std::string_view text : {column.name, column.title, model::name_of(column.type),
                                        column.unit, column.description}) {
      append_csv_text(out, text);
      out += ',';
    }
    out += column.constraints["required"].is_true() ? "true," : "false,";
    std::string constraints;
    if (column.constraints.is_map()) append_json(constraints, column.constraints);
    append_csv_cell(out, constraints);
    for (const DatasetRelease& release : dataset.releases) {
      out += ',';
      append_csv_text(out, release.heads[i]);
    }
    out += "\r\n";
  }
}

std::string row_as_given(const datasets::Row& row) {
  std::string text;
  for (const content::Cell& cell : row.given) {
    if (&cell != row.given.data()) text += ',';
    append_csv_cell(text, cell.text);
  }
  return text;
}

void append_rejected(std::string& out, const Site& site, const Dataset& dataset,
                     const Workspace& space, Diagnostics& diagnostics) {
  out += "release,file,line,column,reason,row\r\n";
  for (const DatasetRelease& release : dataset.releases) {
    if (release.rejected == 0) continue;
    datasets::for_each_row(site, dataset, release.id, diagnostics, [&](const datasets::Row& row) {
      if (row.problems.empty()) return;
      const datasets::RowProblem& problem = row.problems.front();
      append_csv_cell(out, release.id);
      out += ',';
      append_csv_text(out, release.given->name);
      for (const std::uint32_t number : {problem.mark.line, std::uint32_t{problem.mark.column}}) {
        out += ',';
        append_number(out, number);
      }
      out += ',';
      append_csv_text(out, problem.what.message);
      out += ',';
      append_csv_text(out, row_as_given(row));
      out += "\r\n";
      space.drain_if_long(out);
    });
  }
}

void add_routes_of(const Site& site, const Dataset& dataset, std::vector<model::Route>& routes) {
  const std::string& url = dataset.record->url;
  for (const DatasetRelease& release : dataset.releases) {
    routes.push_back(
        {release.url, kCsv, [&](Workspace& space, std::string& out, Diagnostics& diagnostics) {
           append_release_csv(out, site, dataset, release, space, diagnostics);
         }});
  }
  routes.push_back({url + "records.json", "application/json",
                    [&](Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_records_json(out, site, dataset, space, diagnostics);
                    }});
  routes.push_back({url + "records.ndjson", "application/x-ndjson",
                    [&](Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_rows(out, site, dataset, "\n", space, diagnostics);
                      out += '\n';
                    }});
  routes.push_back(
      {url + "schema.json", "application/json",
       [&](Workspace&, std::string& out, Diagnostics&) { append_table_schema(out, dataset); }});
  routes.push_back({url + "columns.csv", kCsv, [&](Workspace&, std::string& out, Diagnostics&) {
                      append_dictionary(out, dataset);
                    }});
  if (dataset.rejected() == 0) return;
  routes.push_back({url + "rejected.csv", kCsv,
                    [&](Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_rejected(out, site, dataset, space, diagnostics);
                    }});
}

}  // namespace

void append_table_schema(std::string& out, const Dataset& dataset) {
  out += "{\"$schema\": \"https://datapackage.org/profiles/2.0/tableschema.json\",\n\"fields\": [";
  bool is_first = true;
  for (const DatasetColumn& column : dataset.columns) {
    out += is_first ? "\n  {" : ",\n  {";
    is_first = false;
    append_member(out, "name", column.name);
    out += ", ";
    append_member(out, "title", column.title);
    out += ", ";
    append_member(out, "type", model::name_of(column.type));
    for (const auto& [name, text] :
         {std::pair{"description", column.description}, std::pair{"unit", column.unit}}) {
      if (text.empty()) continue;
      out += ", ";
      append_member(out, name, text);
    }
    if (column.constraints.is_map()) {
      out += ", \"constraints\": ";
      append_json(out, column.constraints);
    }
    out += '}';
  }
  out += "\n],\n\"missingValues\": [\"\"]}\n";
}

void add_dataset_routes(const Site& site, std::vector<model::Route>& routes) {
  for (const Dataset& dataset : site.datasets) add_routes_of(site, dataset, routes);
}

}  // namespace glasshouse::formats
