// A site written for one test, or the sample, completed by the rules; what they derived as text.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "content/source.h"
#include "model/build.h"
#include "rules/rules.h"
#include "rules/wording.h"

namespace glasshouse::rules {

inline std::string json_of(Value value) {
  std::string out;
  append_json(out, value);
  return out;
}

class JudgedSite {
 public:
  using Files = std::map<std::string, std::string>;  // path in content/ → text

  explicit JudgedSite(const Files& files, std::string as_of = "2018-06-30",
                      const std::string& rules = "{}") {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("glasshouse-") + test->test_suite_name() + "-" + test->name());
    std::filesystem::remove_all(folder_);
    Files all = {
        {"site.json", settings(as_of, rules)},
        {"calendar/bank-holidays.json", read_text(std::filesystem::path(GLASSHOUSE_SOURCE) /
                                                  "content/calendar/bank-holidays.json")}};
    for (const auto& [path, text] : files) all[path] = text;
    for (const auto& [path, text] : all) {
      if (text.empty()) continue;
      const auto file = folder_ / "content" / path;
      std::filesystem::create_directories(file.parent_path());
      write_file(file, text);
    }
    judge(folder_);
    std::filesystem::remove_all(folder_);
  }
  /// The sample site.
  JudgedSite() { judge(GLASSHOUSE_SOURCE); }
  JudgedSite(const JudgedSite&) = delete;
  JudgedSite& operator=(const JudgedSite&) = delete;

  [[nodiscard]] const model::Site& site() const { return *site_; }
  /// `derived` of a record as JSON; empty where it has none.
  [[nodiscard]] std::string derived(std::string_view collection, std::string_view id) const {
    const model::Record* record = site_->find(collection, id);
    if (!record || !record->derived.is_map()) return {};
    return json_of(record->derived);
  }
  /// One value of `derived`, as text or JSON.
  [[nodiscard]] std::string derived(std::string_view collection, std::string_view id,
                                    std::string_view key) const {
    const model::Record* record = site_->find(collection, id);
    const Value value = record ? record->derived[key] : Value();
    if (value.is_undefined()) return {};
    return value.is_string() ? std::string(value.text()) : json_of(value);
  }
  /// The messages of what a rule found in a record.
  [[nodiscard]] std::vector<std::string> findings(std::string_view rule,
                                                  std::string_view id) const {
    std::vector<std::string> result;
    for (const model::Finding& finding : site_->rulings.find(rule)->findings) {
      if (finding.record && finding.record->id == id) result.emplace_back(finding.message);
    }
    return result;
  }
  [[nodiscard]] const model::Ruling& ruling(std::string_view rule) const {
    return *site_->rulings.find(rule);
  }
  /// "id: message" of every diagnostic, in order.
  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> result;
    for (const Diagnostic& each : diagnostics_.sorted()) {
      result.push_back(each.place.file + ":" + std::to_string(each.place.line) + " " + each.id +
                       ": " + each.message);
    }
    return result;
  }
  [[nodiscard]] std::vector<std::string> problem_ids() const {
    std::vector<std::string> result;
    for (const Diagnostic& each : diagnostics_.sorted()) result.push_back(each.id);
    return result;
  }

  static std::string read_text(const std::filesystem::path& path) {
    return glasshouse::read_file(path, 1 << 24).value_or("");
  }

 private:
  static std::string settings(const std::string& as_of, const std::string& rules) {
    return R"({"name": "Ardale", "description": "What Ardale does.", "publisher": "Ardale Council",
      "base_url": "https://ardale.example/open/", "language": "en", "as_of": ")" +
           as_of + R"(", "licence": {"name": "OGL", "url": "https://example.org/ogl"},
      "documents": {"report": {"title": "The report", "author": "Ardale", "date": "2018-01-01"}},
      "rules": )" +
           rules + "}";
  }
  void judge(const std::filesystem::path& folder) {
    model::SiteOptions options;
    site_ = model::build_site(content::read_site(folder, content::Limits(), 1, diagnostics_),
                              options, diagnostics_);
    derive(*site_, diagnostics_);
  }

  std::filesystem::path folder_;
  Diagnostics diagnostics_;
  std::unique_ptr<model::Site> site_;
};

/// Files of a collection of this kind whose records are a JSON list; its schema admits anything,
/// and names `properties` for a mapping of fields.
inline JudgedSite::Files collection(const std::string& name, const std::string& kind,
                                    const std::string& records, const std::string& more = "",
                                    const std::vector<std::string>& properties = {}) {
  std::string schema = R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Thing",
      "description": "A thing.", "type": "object", "required": ["title"], "properties": {
        "title": {"type": "string", "title": "Title"}, "ward": {"type": "string", "x-ward-code": true},
        "priority": {"type": "string", "x-reference": "priorities"}, "code": {"type": "string"})";
  for (const char* list : {"related", "implements", "commitments"}) {
    schema += std::string(R"(, ")") + list +
              R"(": {"type": "array", "items": {"type": "string", "x-reference": true}})";
  }
  schema += R"(, "wards": {"type": "array", "items": {"type": "string", "x-ward-code": true}})";
  for (const std::string& property : properties) schema += R"(, ")" + property + R"(": {})";
  return {{name + "/collection.json",
           R"({"title": "Things", "singular": "Thing", "description": "All things.", "kind": ")" +
               kind + R"(", "source": {"type": "json", "file": "records.json"})" +
               (more.empty() ? "" : ", " + more) + "}"},
          {name + "/schema.json", schema + "}}"},
          {name + "/records.json", records}};
}

/// Several collections' files together.
inline JudgedSite::Files together(std::initializer_list<JudgedSite::Files> parts) {
  JudgedSite::Files all;
  for (const auto& part : parts) all.insert(part.begin(), part.end());
  return all;
}

}  // namespace glasshouse::rules
