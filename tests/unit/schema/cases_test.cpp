// What is said, word for word and at its place, of wrong records, schemas, definitions and
// settings.
#include <gtest/gtest.h>

#include "case_files.h"
#include "from_json.h"
#include "schema/definition.h"
#include "schema/site_settings.h"
#include "schema/validate.h"

namespace glasshouse::schema {
namespace {

std::string text_of(const Diagnostics& diagnostics) {
  return to_text(diagnostics.sorted(), "no-such-folder");
}

Vocabulary some_vocabulary() {
  Vocabulary vocabulary;
  vocabulary.ids["foi"] = {"foi-2018-001", "foi-2018-002"};
  vocabulary.ids["commitments"] = {"repair-roads"};
  vocabulary.ward_codes = {"E05011118", "E05011119"};
  vocabulary.documents = {"leader-2016", "progress-2017"};
  return vocabulary;
}

// The schema, then records; the problems of each record follow its number.
std::string check_records(const std::vector<std::string>& parts) {
  FromJson json;
  Diagnostics diagnostics;
  const auto schema =
      Schema::compile(json.parse(parts[0], "schema.json"), "schema.json", diagnostics);
  std::string said = text_of(diagnostics);
  for (std::size_t i = 1; i < parts.size() && schema; ++i) {
    const std::string file = "record-" + std::to_string(i) + ".json";
    content::SourceRecord record;
    record.fields = json.parse(parts[i], file);
    record.file = file;
    record.mark = {1, 1};
    record.attachments = {{"response.csv", "content/foi/a/response.csv", 10}};
    Diagnostics problems;
    const bool good = schema->validate(record, some_vocabulary(), problems);
    EXPECT_EQ(good, !problems.has_errors());
    said += good ? file + " is good\n" : text_of(problems);
  }
  return said;
}

std::string check_schema(const std::vector<std::string>& parts) {
  FromJson json;
  Diagnostics diagnostics;
  const auto schema =
      Schema::compile(json.parse(parts[0], "schema.json"), "schema.json", diagnostics);
  EXPECT_EQ(schema == nullptr, diagnostics.has_errors());
  return text_of(diagnostics);
}

// collection.json, then schema.json.
std::string check_definition(const std::vector<std::string>& parts) {
  FromJson json;
  content::SourceCollection collection;
  collection.name = "foi";
  collection.definition = json.parse(parts[0], "collection.json");
  collection.definition_file = "collection.json";
  if (parts.size() > 1) collection.schema = json.parse(parts[1], "schema.json");
  collection.schema_file = "schema.json";
  Diagnostics diagnostics;
  const auto definition = read_definition(collection, diagnostics);
  EXPECT_EQ(!definition, diagnostics.has_errors());
  return text_of(diagnostics);
}

std::string check_site(const std::vector<std::string>& parts) {
  FromJson json;
  Diagnostics diagnostics;
  const auto given = parts.size() > 1 ? std::optional(parts[1]) : std::nullopt;
  (void)read_site_settings(json.parse(parts[0], "content/site.json"), given, diagnostics);
  return text_of(diagnostics);
}

TEST(Cases, records_are_told_what_is_wrong) { run_cases("records", check_records); }
TEST(Cases, schemas_are_told_what_is_wrong) { run_cases("schemas", check_schema); }
TEST(Cases, definitions_are_told_what_is_wrong) { run_cases("definitions", check_definition); }
TEST(Cases, settings_are_told_what_is_wrong) { run_cases("sites", check_site); }

}  // namespace
}  // namespace glasshouse::schema
