// A site with one dataset, written for one test, made and read.
#pragma once

#include <memory>
#include <string>

#include "base/files.h"
#include "datasets/datasets.h"
#include "datasets/row_text.h"
#include "unit/model/written_site.h"

namespace glasshouse::datasets {

class WrittenDataset {
 public:
  using Files = model::WrittenSite::Files;

  /// `front` is the front matter of content/data/spend/index.md; `files` stand beside it.
  WrittenDataset(const std::string& front, const Files& files) : folder_(make_files(front, files)) {
    content::Source source =
        content::read_site(folder_.folder(), content::Limits(), 1, diagnostics_);
    site_ = model::build_site(std::move(source), {}, diagnostics_);
    read_datasets(*site_, 2, diagnostics_);
  }

  /// Null where it has errors.
  [[nodiscard]] const model::Dataset* dataset() const {
    return site_->datasets.empty() ? nullptr : &site_->datasets.front();
  }
  [[nodiscard]] std::string problems() const {
    return to_text(diagnostics_.sorted(), folder_.folder());
  }
  /// The clean file of a release.
  [[nodiscard]] std::string csv(std::size_t release = 0) {
    std::string out;
    append_csv_head(out, dataset()->columns);
    for_each_row(*site_, *dataset(), dataset()->releases[release].id, diagnostics_,
                 [&](const Row& row) {
                   if (row.problems.empty()) append_csv_row(out, dataset()->columns, row.cells);
                 });
    return out;
  }
  [[nodiscard]] std::string json(std::size_t release = 0) {
    std::string out;
    for_each_row(*site_, *dataset(), dataset()->releases[release].id, diagnostics_,
                 [&](const Row& row) {
                   append_json_row(out, dataset()->columns, row.cells, "r");
                   out += '\n';
                 });
    return out;
  }
  /// "dates 3 Paid; trimmed 1 Supplier".
  [[nodiscard]] std::string notes(std::size_t release = 0) const {
    std::string text;
    for (const model::DatasetNote& note : dataset()->releases[release].notes) {
      if (!text.empty()) text += "; ";
      text += std::string(note.what) + " " + std::to_string(note.count);
      if (!note.detail.empty()) text += " " + note.detail;
    }
    return text;
  }

 private:
  static Files make_files(const std::string& front, const Files& files) {
    Files all = {
        {"data/collection.json",
         R"({"title": "Data", "singular": "Dataset", "description": "All data.", "kind": "dataset"})"},
        {"data/schema.json",
         R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Dataset",
            "description": "A table.", "type": "object",
            "properties": {"title": {"type": "string"}}})"},
        {"data/spend/index.md", "---\ntitle: Spend\n" + front + "---\n"}};
    for (const auto& [name, text] : files) all["data/spend/" + name] = text;
    return all;
  }

  model::WrittenSite folder_;
  Diagnostics diagnostics_;
  std::unique_ptr<model::Site> site_;
};

}  // namespace glasshouse::datasets
