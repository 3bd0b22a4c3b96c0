// A site folder written to disk for one test, read and made into the finished model.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "base/files.h"
#include "content/source.h"
#include "model/build.h"

namespace glasshouse::model {

class WrittenSite {
 public:
  using Files = std::map<std::string, std::string>;  // path in content/ → text

  explicit WrittenSite(const Files& files) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("glasshouse-") + test->test_suite_name() + "-" + test->name());
    std::filesystem::remove_all(folder_);
    Files all = {{"site.json", kSettings}};
    for (const auto& [path, text] : files) all[path] = text;
    for (const auto& [path, text] : all) {
      const auto file = folder_ / "content" / path;
      std::filesystem::create_directories(file.parent_path());
      write_file(file, text);
    }
  }
  ~WrittenSite() { std::filesystem::remove_all(folder_); }
  WrittenSite(const WrittenSite&) = delete;
  WrittenSite& operator=(const WrittenSite&) = delete;

  std::unique_ptr<const Site> build(SiteOptions options = {}) {
    diagnostics_ = std::make_unique<Diagnostics>();
    return build_site(content::read_site(folder_, content::Limits(), options.jobs, *diagnostics_),
                      options, *diagnostics_);
  }
  /// What was said, as people see it.
  std::string problems() const { return to_text(diagnostics_->sorted(), folder_); }
  const std::filesystem::path& folder() const { return folder_; }

  static constexpr const char* kSettings = R"({
    "name": "Ardale", "description": "What Ardale does.", "publisher": "Ardale Council",
    "base_url": "https://ardale.example/open/", "language": "en", "as_of": "2018-06-30",
    "licence": {"name": "OGL", "url": "https://example.org/ogl"}, "brand_colour": "#0b4f6c",
    "documents": {"report": {"title": "The report", "author": "Ardale", "date": "2018-01-01"}},
    "navigation": [], "footer": []
  })";

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Diagnostics> diagnostics_;
};

/// A collection.json with these members beside the required ones.
inline std::string definition(const std::string& more = "") {
  return R"({"title": "Things", "singular": "Thing", "description": "All things.")" +
         (more.empty() ? "" : ", " + more) + "}";
}

/// A schema.json that admits these properties beside those that every collection may use.
inline std::string schema(const std::string& more = "") {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Thing",
    "description": "A thing.", "type": "object", "additionalProperties": false,
    "required": ["title"], "properties": {
      "title": {"type": "string", "title": "Title"},
      "updated": {"type": "string", "format": "date", "title": "Updated"},
      "draft": {"type": "boolean"}, "publish_on": {"type": "string", "format": "date"},
      "withdrawn": {"type": "object"},
      "related": {"type": "array", "items": {"type": "string", "x-reference": true}})" +
         (more.empty() ? "" : ", " + more) + "}}";
}

}  // namespace glasshouse::model
